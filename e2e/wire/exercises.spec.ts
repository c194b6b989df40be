import { type APIRequestContext, expect, test } from '@playwright/test';
import { newAttempt, readBrief } from '@/e2e/attempts';
import { asker, type Received, sendDraft } from '@/e2e/wire';
import { exerciseSlugs, loadExercise } from '@/lib/exercises';
import type { Exercise } from '@/lib/exercises/exercise';
import { parseChallenges } from '@/lib/http-auth/grammar';

const origin = (baseURL: string | undefined) => baseURL ?? '';

function expectSealed(answer: Received, { wrongOnPurpose }: Exercise): void {
  expect(answer.lines('Cache-Control')).toEqual(['no-store, no-transform']);
  expect(answer.lines('X-Content-Type-Options')).toEqual(['nosniff']);
  expect(answer.lines('Content-Security-Policy')).toEqual(["default-src 'none'; frame-ancestors 'none'"]);
  expect(answer.lines('Vary')).toEqual([]);
  expect(answer.lines('Content-Encoding')).toEqual([]);
  if (answer.status === 401 && wrongOnPurpose !== 'RFC 9110 §15.5.2')
    expect(answer.lines('WWW-Authenticate').length).toBeGreaterThan(0);
  for (const line of answer.lines('WWW-Authenticate')) expect(parseChallenges(line).ok, line).toBe(true);
  // A token endpoint refuses in application/json (RFC 6749 §5.2).
  if (answer.status < 400 || isPageOfHop(answer) || isOfPlatform(answer)) return;
  const oauth = answer.body.startsWith('{\n  "error"');
  expect(answer.lines('Content-Type')).toEqual([oauth ? 'application/json' : 'application/problem+json']);
}

/** A hop in front of an application refuses with a page of its own; its trace is in the log alone. */
const isPageOfHop = ({ status, body, lines }: Received) =>
  status >= 400 &&
  body.startsWith('<!doctype html>') &&
  lines('Content-Type')[0] === 'text/html; charset=utf-8';

/** An imitated platform refuses in JSON of its shape; its trace is in the log alone. */
const isOfPlatform = ({ status, body, lines }: Received) =>
  status >= 400 &&
  /^\{\n {2}"(?:message|kind|error)"/.test(body) &&
  !body.includes('"trace"') &&
  lines('Content-Type')[0] === 'application/json';

/** The check that failed, from the response, or from the log if that does not say. */
async function failedCheck(request: APIRequestContext, answer: Received, base: string) {
  const traced: unknown =
    isPageOfHop(answer) || isOfPlatform(answer)
      ? await (
          await request.get(
            `${base.replace('/sandbox/', '/exchanges/')}/${answer.lines('Doorman-Exchange')[0]}`,
          )
        ).json()
      : JSON.parse(answer.body);
  const { trace } = traced as { trace: { check: string; outcome: string }[] };
  return trace.find(({ outcome }) => outcome === 'failed')?.check;
}

for (const slug of exerciseSlugs()) {
  test.describe(slug, () => {
    test('is solved over real HTTP by its solution, not by its start', async ({ request, baseURL }) => {
      const exercise = (await loadExercise(slug)) as Exercise;
      const { solution, goal, open } = exercise;
      const { brief, wallet, base } = await readBrief(request, slug);
      const ask = asker(origin(baseURL), base);
      const first = await ask(brief.start);
      expectSealed(first, exercise);
      if (first.status === 200) expect(JSON.parse(first.body).solved ?? false).toBe(false);
      const last = await sendDraft(origin(baseURL), await solution(wallet, ask), base);
      expectSealed(last, exercise);
      expect(last.status, last.body).toBe(goal.status);
      if (goal.status === 200) expect(JSON.parse(last.body).solved).toBe(!open);
    });

    test('answers each mistake as it says', async ({ request, baseURL }) => {
      const exercise = (await loadExercise(slug)) as Exercise;
      const { mistakes } = exercise;
      const { wallet, base } = await readBrief(request, slug);
      const ask = asker(origin(baseURL), base);
      for (const { name, draft, status, fails } of mistakes) {
        const answer = await sendDraft(origin(baseURL), await draft(wallet, ask), base);
        expect(answer.status, `${name}: ${answer.body}`).toBe(status);
        expectSealed(answer, exercise);
        if (!fails) continue;
        expect(await failedCheck(request, answer, base), name).toBe(fails);
      }
    });

    test('HEAD agrees with GET, OPTIONS needs no credentials, TRACE is 405 with Allow', async ({
      baseURL,
    }) => {
      const base = `/api/sandbox/${slug}/${newAttempt()}`;
      const { goal } = (await loadExercise(slug)) as Exercise;
      const draft = { path: goal.path ?? '/', fields: [] };
      const get = await sendDraft(origin(baseURL), { ...draft, method: 'GET' }, base);
      const head = await sendDraft(origin(baseURL), { ...draft, method: 'HEAD' }, base);
      const comparable = ({ status, fields }: Received) => ({
        status,
        fields: fields
          .filter(([name]) => !/^(date|doorman-exchange|x-request-id)$/i.test(name))
          .map(([name, value]) => [name, value.replace(/nonce="[^"]*"/g, 'nonce=""')]),
      });
      expect(comparable(head)).toEqual(comparable(get));
      expect(head.body).toBe('');
      const options = await sendDraft(origin(baseURL), { ...draft, method: 'OPTIONS' }, base);
      expect(options.status).toBe(204);
      expect(options.lines('Allow')).toHaveLength(1);
      const trace = await sendDraft(origin(baseURL), { ...draft, method: 'TRACE' }, base);
      if (trace.status !== 404) {
        expect(trace.status).toBe(405);
        expect(trace.lines('Allow')).toEqual(options.lines('Allow'));
      }
    });
  });
}
