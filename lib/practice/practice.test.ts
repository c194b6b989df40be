/** The practice never asks an ambiguous question: each law holds for thousands of seeds. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseChallenges } from '@/lib/http-auth/grammar';
import { compareChallenges, mattering } from '@/lib/quiz/build';
import { isRight } from '@/lib/quiz/kinds';
import type { ChooseQuestion } from '@/lib/quiz/question';
import { askAbout, isServerAsked, reasons, type ServerAsked } from './ask';
import { distractorsFor, essential, meansTheSame } from './distractors';
import { levels } from './family';
import { base64In } from './reading';
import { decideAt, type ResourceData } from './resource';
import { isServer, readSituationName, type ServerSituation, situationName, situationOf } from './situation';
import { stopOf } from './why';
import { challengeWords, readingWords, resourceWords } from './words';

const seeds = fc.stringMatching(/^[a-z0-9]{1,16}$/);
const everything = fc
  .tuple(fc.constantFrom(...levels), seeds)
  .map(([level, seed]) => situationOf(level, seed));
/** Those in which a server answers; what clients do has laws of its own. */
const situations = everything.filter(isServer);

/** The question about a situation in which a server answers. */
async function askServer(situation: ServerSituation): Promise<ServerAsked> {
  const asked = await askAbout(situation);
  if (!isServerAsked(asked)) throw new Error('Not a question about a server');
  return asked;
}
const many = { numRuns: 5000 };
const minutes = 120_000;

/** A reply out of the text of an option, as a learner reads it. */
function replyIn(text: string) {
  const lines = [...text.matchAll(/`WWW-Authenticate: ([^`]*)`/g)].map(([, value]) => value);
  const parsed = parseChallenges(lines.join(', '));
  if (!parsed.ok) throw new Error(`Not a challenge: ${text}`);
  return { status: Number(/^`(\d{3})/.exec(text)?.[1]), challenges: parsed.value };
}

/** What holds for an option that `decide` agrees with, by what is asked for. */
function agrees({ for: kind, reply, trace }: ServerAsked, key: string, text: string): boolean {
  if (kind === 'gate') return key === (stopOf({ trace })?.stage ?? 'none');
  if (kind === 'status') return text.startsWith(`\`${reply.status} `);
  const parsed = parseChallenges(reply.challenges.join(', '));
  if (!parsed.ok) throw new Error('Not a challenge');
  return meansTheSame({ status: reply.status, challenges: parsed.value }, replyIn(text));
}

describe('a question of the practice', () => {
  test(
    'holds as right what decide gives, and nothing else that is offered',
    async () => {
      await fc.assert(
        fc.asyncProperty(situations, async (situation) => {
          const asked = await askServer(situation);
          const decision = await decideAt(situation.resource, situation.request);
          expect(asked.reply.status).toBe(decision.status);
          const { question } = asked;
          if (question.kind === 'build') {
            const challenge = asked.reply.challenges.join(', ');
            for (const [status] of reasons) {
              const given = { kind: 'build', status: String(status), line: challenge } as const;
              expect(isRight(question, given)).toBe(status === decision.status);
            }
            const same = { challenge, must: mattering };
            expect(compareChallenges(question.challenge, same).same).toBe(true);
            for (const distractor of distractorsFor(
              essential({ status: decision.status, challenges: [] }),
              situation.resource,
            )) {
              const line = distractor.challenges
                .map((challenge) => `${challenge.scheme} realm="x"`)
                .join(', ');
              if (line) expect(compareChallenges(line, question).same).toBe(false);
            }
            return;
          }
          expect(question.options.length).toBeGreaterThanOrEqual(4);
          expect(new Set(question.options.map(({ text }) => text)).size).toBe(question.options.length);
          expect(question.options.filter(({ correct }) => correct)).toHaveLength(1);
          for (const { key, text, correct, why } of question.options) {
            expect(agrees(asked, key, text)).toBe(correct);
            expect(isRight(question, { kind: 'choose', key })).toBe(correct);
            expect(why.length).toBeGreaterThan(20);
          }
        }),
        many,
      );
    },
    minutes,
  );

  test(
    'offers wrong answers that differ in meaning from the right one and from each other',
    async () => {
      await fc.assert(
        fc.asyncProperty(situations, async (situation) => {
          const asked = await askServer(situation);
          if (asked.for !== 'answer') return;
          const replies = (asked.question as ChooseQuestion).options.map(({ text }) => replyIn(text));
          for (const [at, reply] of replies.entries()) {
            for (const other of replies.slice(at + 1)) {
              expect(meansTheSame(reply, other)).toBe(false);
              expect(meansTheSame(other, reply)).toBe(false);
            }
          }
        }),
        many,
      );
    },
    minutes,
  );

  test(
    'asks for a challenge only where the words of the resource settle it',
    async () => {
      await fc.assert(
        fc.asyncProperty(situations, async (situation) => {
          const asked = await askServer(situation);
          if (asked.for !== 'answer' && asked.for !== 'build') return;
          expect(asked.reply.status === 400 && situation.resource.offers.length > 1).toBe(false);
          const { status, challenges } = asked.reply;
          const kinds = situation.resource.offers.map(({ kind }) => kind);
          const expected = status === 400 || status === 401 ? kinds.length : 0;
          const isBearer = situation.request.fields.some(([, value]) => /^bearer /i.test(value));
          if (status === 403) {
            // RFC 6750 §3: a Bearer token that does not give access is answered with a challenge.
            expect(challenges).toHaveLength(isBearer ? 1 : 0);
            const small = stopOf(asked)?.check.startsWith('scope ') === true;
            expect(challenges.join().includes('error="insufficient_scope"')).toBe(small);
            if (isBearer) expect(challenges[0]).toMatch(`Bearer realm="${situation.resource.realm}"`);
            return;
          }
          expect(challenges).toHaveLength(expected);
          const scheme = {
            basic: 'Basic',
            bearer: 'Bearer',
            'api-key': 'ApiKey',
            session: 'Session',
          } as const;
          for (const [at, challenge] of challenges.entries()) {
            const kind = kinds[at];
            expect(challenge).toMatch(
              new RegExp(`^${kind && scheme[kind]} realm="${situation.resource.realm}"`),
            );
            if (!challenge.startsWith('Bearer')) expect(challenge).not.toContain('error');
          }
        }),
        many,
      );
    },
    minutes,
  );

  test(
    'is the same for the same seed, and survives being written and read',
    async () => {
      await fc.assert(
        fc.asyncProperty(everything, async (situation) => {
          const read = JSON.parse(JSON.stringify(situation));
          expect(read).toEqual(situation);
          expect(situationOf(situation.level, situation.seed)).toEqual(situation);
          expect(readSituationName(situationName(situation))).toEqual({
            level: situation.level,
            seed: situation.seed,
          });
          const asked = await askAbout(situation);
          expect(await askAbout(read)).toEqual(asked);
          expect(JSON.parse(JSON.stringify(asked))).toEqual(asked);
        }),
        { numRuns: 1000 },
      );
    },
    minutes,
  );

  test('takes less than 5 ms to make', async () => {
    const times: number[] = [];
    for (let seed = 0; seed < 400; seed += 1) {
      const begun = performance.now();
      await askAbout(situationOf(levels[seed % 3] ?? 1, `t${seed}`));
      times.push(performance.now() - begun);
    }
    // The median, since the machine may be busy with other tests.
    expect(times.sort((a, b) => a - b)[200]).toBeLessThan(5);
  });
});

describe('the words of a resource', () => {
  test(
    'say everything that its decision depends on: no leaf changes without a change of words',
    () => {
      fc.assert(
        fc.property(situations, ({ resource }) => {
          const words = JSON.stringify(resourceWords(resource));
          for (const changed of changedResources(resource)) {
            expect(JSON.stringify(resourceWords(changed))).not.toBe(words);
          }
        }),
        { numRuns: 1000 },
      );
    },
    minutes,
  );

  test('speak of each scheme that is taken, and of no other', () => {
    fc.assert(
      fc.property(situations, ({ resource }) => {
        const text = [...resourceWords(resource), ...readingWords(resource), ...challengeWords(resource)]
          .map((resource) => JSON.stringify(resource))
          .join();
        const takes = (kind: string) => resource.offers.some((offer) => offer.kind === kind);
        expect(text.includes('Basic')).toBe(takes('basic'));
        expect(text.includes('Bearer')).toBe(takes('bearer'));
        expect(text.includes('ApiKey')).toBe(takes('api-key'));
        expect(text.includes('CSRF')).toBe(takes('session'));
      }),
      { numRuns: 1000 },
    );
  });

  test('ask for a scope only where every principal holds a token', () => {
    fc.assert(
      fc.property(situations, ({ resource }) => {
        if (resource.access.kind === 'scope')
          expect(resource.offers.map(({ kind }) => kind)).toEqual(['bearer']);
      }),
      many,
    );
  });

  test('know every secret once, so that a pair or token belongs to one of them', () => {
    fc.assert(
      fc.property(situations, ({ resource }) => {
        const secrets = resource.offers.flatMap((offer) => {
          if (offer.kind === 'basic') return offer.accounts.map(({ password }) => password);
          if (offer.kind === 'session') return offer.sessions.flatMap(({ id, csrf }) => [id, csrf]);
          return offer.kind === 'bearer'
            ? offer.tokens.map(({ token }) => token)
            : offer.keys.map(({ key }) => key);
        });
        expect(new Set(secrets).size).toBe(secrets.length);
      }),
      many,
    );
  });

  test('come with what Base64 says wherever Basic stands before some', () => {
    fc.assert(
      fc.property(situations, ({ family, request }) => {
        const isEncoded = request.fields.some(([, value]) =>
          /basic:? +(basic +)?[A-Za-z0-9+/]{8,}={0,2}(,|$)/i.test(value),
        );
        expect(base64In(request).length > 0).toBe(isEncoded);
        if (family === 'line-feed') expect(base64In(request)[0]?.says).toMatch(/\\n$/);
        if (family === 'broken-base64') expect(base64In(request)[0]?.whole).toBe(false);
      }),
      many,
    );
  });
});

/** The resource with one leaf changed, for each leaf: a text gets a letter more, a flag its opposite. */
function changedResources(resource: ResourceData): ResourceData[] {
  const paths: (readonly string[])[] = [];
  const walk = (value: unknown, path: readonly string[]) => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) if (key !== 'kind') walk(member, [...path, key]);
    } else paths.push(path);
  };
  walk(resource, []);
  return paths.map((path) => {
    const copy = structuredClone(resource);
    let at = copy as unknown as Record<string, unknown>;
    for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
    const last = path.at(-1) ?? '';
    const value = at[last];
    at[last] = typeof value === 'boolean' ? !value : last === 'state' ? otherState(value) : `${value}x`;
    return copy;
  });
}

const otherState = (state: unknown) =>
  state === 'valid' ? 'revoked' : state === 'revoked' ? 'expired' : 'valid';

test.each(['', '1', '4-a', '1-', '1-A', '1-a b', '01-a', '1-aaaaaaaaaaaaaaaaa', '#1-a'])(
  'the word %j names no situation',
  (word) => expect(readSituationName(word)).toBeUndefined(),
);
