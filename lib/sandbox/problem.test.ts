import { expect, it } from 'vitest';
import { loadExercise } from '@/lib/exercises';
import { walletValues } from '@/lib/exercises/exercise';
import { asker, run } from '@/lib/figures/figure';
import type { Step } from '@/lib/http-auth/decision';
import { resourceOf } from './open-resource';
import { refusal } from './problem';

/** The `detail` of the answer to a mistake of an exercise. */
async function detailOf(slug: string, name: string): Promise<string> {
  const exercise = await loadExercise(slug);
  if (!exercise) throw new Error(`No exercise ${slug}`);
  const now = () => new Date('2026-03-02T09:00:00Z');
  const open = await resourceOf(slug, exercise, 'attempt-of-the-tests', 'secret of the tests', now);
  const mistake = exercise.mistakes.find((candidate) => candidate.name === name);
  if (!mistake) throw new Error(`No mistake ${name}`);
  const { response } = await run(await mistake.draft(await walletValues(open.resource), asker(open)), open);
  return JSON.parse(response.body).detail;
}

const read = 'The request has no credentials that this server reads: the server saw';

it.each([
  [
    'first-401',
    'knocking again',
    `${read} no Authorization header; it expected Basic in the Authorization header.`,
  ],
  [
    'first-401',
    'another scheme than the one that was offered',
    `${read} Authorization with the scheme Bearer; it expected Basic in the Authorization header.`,
  ],
  [
    'first-403',
    'Grace once more',
    'The role keyholder is missing: the server saw grace: guest; it expected the role keyholder.',
  ],
  [
    'bearer-twice',
    'the word and nothing behind it',
    'The text after Bearer is not one token: the server saw the scheme word alone; it expected Bearer, a space, then the token.',
  ],
])('%s, %s: one sentence says what was wrong and what would be right', async (slug, name, detail) => {
  expect(await detailOf(slug, name)).toBe(detail);
});

it('a refusal for the owner does not name the owner', async () => {
  const detail = await detailOf('not-yours', 'the owner claimed in the query');
  expect(detail).toBe(
    'The object belongs to somebody else: the server saw a request by grace; it expected the owner of the object.',
  );
});

it('a check without words of its own is named, and a proposal says that it is one', () => {
  const step = { check: 'a fits', rule: 'RFC 9110 §15.5.1', outcome: 'failed', saw: 'b' } as const;
  const detail = (stage: Step['stage']) => refusal({ status: 422, trace: [{ stage, ...step }] });
  expect(detail('syntax').detail).toBe('“a fits” is not so: the server saw b.');
  expect(detail('proposal').detail).toBe('The proposal fails the check “a fits”: the server saw b.');
  expect(detail('proposal').gate).toBeUndefined();
});

it('a hidden refusal has neither a sentence about the check nor a trace', () => {
  const trace = [
    { stage: 'authorization', check: 'c', rule: 'RFC 9110 §15.5.4', outcome: 'failed', saw: 'secret' },
  ] as const;
  expect(JSON.stringify(refusal({ status: 404, trace }))).not.toContain('secret');
});
