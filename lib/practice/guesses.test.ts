/** Whoever knows nothing and guesses gains nothing, at each level. */
import { describe, expect, test } from 'vitest';
import { type Guessable, guess, scoreLines } from '@/lib/quiz/guesser';
import { type Asked, askAbout } from './ask';
import { levels } from './family';
import { isServer, situationOf } from './situation';

const count = 3000;
/** How much better than chance a guess may be. */
const most = 0.08;

const drawn = new Map<number, readonly Asked[]>();
async function asked(level: (typeof levels)[number]): Promise<readonly Asked[]> {
  const cached = drawn.get(level);
  if (cached) return cached;
  const seeds = Array.from({ length: count }, (_, index) => `guess${index.toString(36)}`);
  const all = await Promise.all(seeds.map((seed) => askAbout(situationOf(level, seed))));
  drawn.set(level, all);
  return all;
}

const many = 20_000;
const all = new Map<number, ReturnType<typeof situationOf>[]>();
/** Drawn once for all subjects of a level. */
function situations(level: (typeof levels)[number]) {
  const cached = all.get(level);
  if (cached) return cached;
  const every = Array.from({ length: many }, (_, index) => situationOf(level, `guess${index.toString(36)}`));
  all.set(level, every);
  return every;
}

const guessable = (all: readonly Asked[]): Guessable[] =>
  all.flatMap(({ question, for: name }) =>
    question.kind === 'choose' ? [{ name, options: question.options }] : [],
  );

describe.each(levels)('at level %i', (level) => {
  test('length, place and wording of the options give nothing away', async () => {
    const scores = guess(guessable(await asked(level)));
    expect(scores.best.score, scoreLines(scores)).toBeLessThanOrEqual(scores.chance + most);
  }, 60_000);

  test.each(['cookies', 'cors', 'redirects', 'caching'])(
    'a guess about %s gains nothing, and no outcome is a favourite',
    async (subject) => {
      const some = await Promise.all(
        situations(level)
          .filter((situation) => !isServer(situation) && situation.exchange.kind === subject)
          .map(askAbout),
      );
      const scores = guess(guessable(some));
      expect(scores.best.score, scoreLines(scores)).toBeLessThanOrEqual(scores.chance + most);
      const outcomes = some.map(({ question }) => {
        const options = question.kind === 'choose' ? question.options : [];
        // A cookie goes by its name, which is drawn: what counts is how many are sent.
        const key = options.find(({ correct }) => correct)?.key ?? '';
        return subject === 'cookies' && key !== 'none' ? String(key.split('+').length) : key;
      });
      for (const outcome of new Set(outcomes)) {
        const share = outcomes.filter((text) => text === outcome).length / outcomes.length;
        const alike = subject === 'cookies' && outcome === '1' ? 2 : 1;
        expect(share / alike, outcome).toBeLessThanOrEqual(scores.chance + most);
      }
    },
    60_000,
  );

  test.each(['gate', 'status'])(
    'no answer to the question for the %s is a favourite',
    async (kind) => {
      const some = guessable(await asked(level)).filter(({ name }) => name === kind);
      const scores = guess(some);
      const right = some.map(({ options }) => options.find(({ correct }) => correct)?.text ?? '');
      for (const text of new Set(right)) {
        const share = right.filter((right) => right === text).length / right.length;
        expect(share, text).toBeLessThanOrEqual(scores.chance + most);
      }
    },
    60_000,
  );
});
