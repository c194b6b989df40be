import { describe, expect, it } from 'vitest';
import { asker, run } from '@/lib/figures/figure';
import { gateOf } from '@/lib/http-auth/decision';
import { type OpenResource, resourceOf } from '@/lib/sandbox/open-resource';
import { exerciseSlugs, loadExercise } from '.';
import { type Exercise, walletValues } from './exercise';

/** Words that readers whose third language is English look up, or that mean something else here. */
const oldWords =
  /(?<!\/)\b(octets?|mend(s|ed|ing)?|knock\w*|wallet|field lines?|does not hold|stands behind)\b/i;

const people = /\b(Bob|Alice|Eve|Carol|Dave|Mallory)\b/;

async function opened(slug: string, id = 'attempt-of-the-tests'): Promise<OpenResource> {
  const exercise = (await loadExercise(slug)) as Exercise;
  return resourceOf(slug, exercise, id, 'secret of the tests', () => new Date('2026-03-02T09:00:00Z'));
}

it('there are at least 12 exercises and three open doors', async () => {
  const all = await Promise.all(exerciseSlugs().map(async (slug) => (await loadExercise(slug)) as Exercise));
  expect(all.filter(({ open }) => !open).length).toBeGreaterThanOrEqual(12);
  expect(all.filter(({ open }) => open).length).toBeGreaterThanOrEqual(3);
});

it('no open door is wrong on purpose', async () => {
  const all = await Promise.all(exerciseSlugs().map(async (slug) => (await loadExercise(slug)) as Exercise));
  expect(all.filter(({ open, wrongOnPurpose }) => open && wrongOnPurpose)).toEqual([]);
});

it('an unknown slug, or one that climbs out of the folder, is no exercise', async () => {
  for (const slug of ['nothing', '../index', '__proto__', 'constructor', '']) {
    expect(await loadExercise(slug)).toBeUndefined();
  }
});

describe.each(exerciseSlugs())('%s', (slug) => {
  it('start misses the goal and the solution meets it', async () => {
    const open = await opened(slug);
    const wallet = await walletValues(open.resource);
    const { start, solution, goal } = open.exercise;
    const first = await run(await start(wallet, asker(open)), open);
    const last = await run(await solution(wallet, asker(open)), open);
    expect(first.solved).toBe(false);
    expect(first.trace.length + first.response.status).toBeGreaterThan(0);
    expect(last.response.status, JSON.stringify(last.trace, null, 1)).toBe(goal.status);
    expect(last.solved).toBe(!open.exercise.open);
  });

  it('at least five mistakes give the status and the first failed check that they name', async () => {
    const open = await opened(slug);
    const wallet = await walletValues(open.resource);
    expect(open.exercise.mistakes.length).toBeGreaterThanOrEqual(5);
    for (const { name, draft, status, fails } of open.exercise.mistakes) {
      const { response, trace, solved } = await run(await draft(wallet, asker(open)), open);
      expect(response.status, `${name}: ${JSON.stringify(trace, null, 1)}`).toBe(status);
      expect(solved, name).toBe(false);
      const failed = trace.find(({ outcome }) => outcome === 'failed')?.check;
      if (fails || (status !== 404 && status !== 200)) expect(failed, name).toBe(fails);
      const refusals = trace.filter((step) => step.outcome === 'failed' && gateOf(step));
      expect(
        refusals.map(({ failure }) => failure ?? ''),
        name,
      ).not.toContain('');
      if (status === 404) expect(response.body, name).not.toContain('trace');
      if (status === 401 && open.exercise.wrongOnPurpose !== 'RFC 9110 §15.5.2')
        expect(
          response.fields.map(([field]) => field),
          name,
        ).toContain('WWW-Authenticate');
    }
  });

  it('names of mistakes are unique, and hints do not contain the solution', async () => {
    const open = await opened(slug);
    const wallet = await walletValues(open.resource);
    const { mistakes, hints, solution } = open.exercise;
    expect(new Set(mistakes.map(({ name }) => name)).size).toBe(mistakes.length);
    for (const [, value] of (await solution(wallet, asker(open))).fields) {
      for (const hint of hints) expect(hint).not.toContain(value);
    }
    for (const value of Object.values(wallet)) {
      if (value.length > 6) for (const hint of hints) expect(hint).not.toContain(value);
    }
  });

  it('another attempt has other credentials, the same attempt the same', async () => {
    const [first, again, other] = await Promise.all(
      [opened(slug), opened(slug), opened(slug, 'another-attempt')].map(async (attempt) =>
        (await attempt).resource.wallet(),
      ),
    );
    const secrets = (wallet: object | undefined) =>
      Object.entries(wallet ?? {}).filter(([name]) => /password|key/.test(name));
    expect(secrets(first)).toEqual(secrets(again));
    for (const [at, entry] of secrets(first).entries()) expect(entry).not.toEqual(secrets(other)[at]);
    const open = await opened(slug);
    const foreign = await opened(slug, 'another-attempt');
    const solved = async (opened: OpenResource) =>
      opened.exercise.solution(await walletValues(opened.resource), asker(opened));
    const draft = await solved(open);
    const { response } = await run(draft, foreign);
    // A solution without credentials, such as another path, is the same everywhere.
    const isBound = JSON.stringify(draft) !== JSON.stringify(await solved(foreign));
    if (open.exercise.goal.status === 200 && isBound) expect(response.status).not.toBe(200);
  });

  it('offers no scheme with a login dialog where the browser sends cookies', async () => {
    const { exercise, resource } = await opened(slug);
    const names = resource.schemes.map(({ name }) => name);
    if (exercise.cookies)
      expect(names).not.toContainEqual(expect.stringMatching(/^(Basic|Digest|NTLM|Negotiate)$/));
  });

  it('says header, byte and fix, in sentences of at most 25 words', async () => {
    const { title, task, hints, reasons = [] } = (await opened(slug)).exercise;
    for (const text of [title, task, ...hints, ...reasons]) {
      expect(text).not.toMatch(oldWords);
      for (const sentence of text.split(/(?<=[.!?:;])\s+/)) {
        expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(25);
      }
    }
  });

  it('speaks of nobody but Ada, Grace and Alan', async () => {
    const { title, task, hints } = (await opened(slug)).exercise;
    expect([title, task, ...hints].join(' ')).not.toMatch(people);
  });
});
