/** Questions about what a client does: the laws hold for thousands of seeds. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRight } from '@/lib/quiz/kinds';
import { askAbout, isServerAsked } from './ask';
import { viewOf } from './client/view';
import { families } from './families';
import { levels } from './family';
import { type ClientSituation, isServer, situationOf } from './situation';

const situations = fc
  .tuple(fc.constantFrom(...levels), fc.stringMatching(/^[a-z0-9]{1,16}$/))
  .map(([level, seed]) => situationOf(level, seed))
  .filter((situation): situation is ClientSituation => !isServer(situation));

describe('a question about a client', () => {
  test('has four options, of which the rules make exactly one right', async () => {
    await fc.assert(
      fc.asyncProperty(situations, async (situation) => {
        const asked = await askAbout(situation);
        if (isServerAsked(asked)) throw new Error('A question about a server');
        const { question, reasons } = asked;
        const { choices } = viewOf(situation.exchange);
        expect(choices.filter(({ correct }) => correct)).toHaveLength(1);
        expect(new Set(choices.map(({ text }) => text)).size).toBe(choices.length);
        expect(question.options).toHaveLength(4);
        for (const { key, correct, why } of question.options) {
          expect(isRight(question, { kind: 'choose', key })).toBe(correct);
          expect(why.length).toBeGreaterThan(20);
        }
        const right = question.options.find(({ correct }) => correct);
        for (const { text } of reasons) expect(right?.why).toContain(text);
        expect(JSON.parse(JSON.stringify(await askAbout(situation)))).toEqual(asked);
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  test('says each fact: none changes without a change of what is shown', () => {
    fc.assert(
      fc.property(situations, ({ exchange }) => {
        const shown = JSON.stringify(viewOf(exchange));
        for (const changed of variants(exchange)) expect(JSON.stringify(viewOf(changed))).not.toBe(shown);
      }),
      { numRuns: 500 },
    );
  });

  test('comes to each outcome of its subject at every level, in no fewer than two ways of each family', () => {
    for (const level of levels) {
      const met = new Map<string, Set<string>>();
      for (let seed = 0; seed < 6000; seed += 1) {
        const situation = situationOf(level, `c${seed.toString(36)}`);
        if (isServer(situation)) continue;
        const { kind } = situation.exchange;
        const choices = viewOf(situation.exchange).choices;
        const at = choices.findIndex(({ correct }) => correct);
        for (const name of [kind, situation.family])
          met.set(name, (met.get(name) ?? new Set()).add(String(at)));
      }
      expect([...met].filter(([, outcomes]) => outcomes.size < 2)).toEqual([]);
      for (const [kind, count] of Object.entries({ cookies: 4, cors: 5, redirects: 4, caching: 4 }))
        expect(met.get(kind)?.size, `${kind} at level ${level}`).toBe(count);
    }
  }, 60_000);

  test('has a family of each subject at each level', () => {
    const kinds = new Map<number, Set<string>>(levels.map((level) => [level, new Set()]));
    for (let seed = 0; seed < 3000; seed += 1) {
      const situation = situationOf(levels[seed % 3] ?? 1, `k${seed.toString(36)}`);
      const kind = isServer(situation) ? situation.resource.offers[0].kind : situation.exchange.kind;
      kinds.get(families[situation.family].level)?.add(kind);
    }
    for (const level of levels)
      expect([...(kinds.get(level) ?? [])], `level ${level}`).toEqual(
        expect.arrayContaining(['session', 'cookies', 'cors', 'redirects', 'caching']),
      );
  }, 60_000);
});

/** The exchange with one leaf changed, for each leaf: a text gets a letter more, a number grows, a flag turns. */
function variants<T extends object>(exchange: T): T[] {
  const paths: (readonly string[])[] = [];
  const walk = (value: unknown, path: readonly string[]) => {
    if (typeof value === 'object' && value !== null)
      for (const [key, leaf] of Object.entries(value)) walk(leaf, [...path, key]);
    else if (!['kind', 'by', 'method', 'status'].includes(path.at(-1) ?? '')) paths.push(path);
  };
  walk(exchange, []);
  return paths.map((path) => {
    const copy = structuredClone(exchange);
    let at = copy as unknown as Record<string, unknown>;
    for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
    const last = path.at(-1) ?? '';
    const value = at[last];
    at[last] = typeof value === 'boolean' ? !value : typeof value === 'number' ? value + 60 : `${value}x`;
    return copy;
  });
}
