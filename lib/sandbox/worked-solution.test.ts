import { describe, expect, it, vi } from 'vitest';
import type { Exchange } from '@/lib/draft/exchange';
import { exerciseSlugs, loadExercise } from '@/lib/exercises';
import { sendJson } from '@/lib/exercises/drafts';
import { type Exercise, walletValues } from '@/lib/exercises/exercise';
import { asker } from '@/lib/figures/figure';
import { type Draft, draftMessage } from '@/lib/http-auth/draft';
import { memoryStore } from '@/lib/store/memory';
import { serverEnv } from './env';
import { keptOf } from './exchange-log';
import { type OpenResource, resourceOf } from './open-resource';
import { respond } from './respond';
import { workedSolution } from './worked-solution';

// Each solution is run a few times, with signatures.
vi.setConfig({ testTimeout: 30_000 });

const origin = 'http://localhost:3000';

async function opened(slug: string): Promise<OpenResource> {
  const exercise = (await loadExercise(slug)) as Exercise;
  return resourceOf(slug, exercise, 'attempt-of-the-tests', 'secret of the tests', () => new Date());
}

/** A server of one attempt: it answers drafts, logs them, and shows its solution. */
async function served(slug: string) {
  const open = await opened(slug);
  const store = memoryStore();
  const log: Exchange[] = [];
  return {
    open,
    show: () => workedSolution(open, { origin, store, log }),
    async send(draft: Draft) {
      const message = draftMessage(draft, open.base);
      const answer = await respond(message, open, serverEnv(store, open.base, origin));
      const exchange: Exchange = {
        id: crypto.randomUUID(),
        at: new Date().toISOString(),
        client: 'test',
        request: { ...message, body: draft.body ?? '' },
        response: answer,
        trace: answer.trace,
        solved: answer.solved,
        milliseconds: 1,
      };
      log.unshift(keptOf(exchange));
      return exchange;
    },
  };
}

const loaded = await Promise.all(
  exerciseSlugs().map(async (slug) => ({ slug, exercise: (await loadExercise(slug)) as Exercise })),
);
const tasks = loaded.filter(({ exercise }) => !exercise.open && !exercise.exam).map(({ slug }) => slug);

describe.each(tasks)('the solution of %s', (slug) => {
  it('solves the attempt, request by request, each with what the answers before it brought', async () => {
    const { show, send } = await served(slug);
    const count = (await show()).requests.length;
    let last: Exchange | undefined;
    for (let at = 0; at < count; at += 1) {
      const { requests, solves } = await show();
      expect(solves).toBe('here');
      const { draft, after } = requests[at] ?? {};
      expect(after, `request ${at + 1}`).toBeUndefined();
      if (draft) last = await send(draft);
    }
    expect(last?.solved, JSON.stringify(last?.trace)).toBe(true);
    expect((await show()).requests.every(({ status }) => status)).toBe(true);
  });

  it('says in one sentence why each request is sent', async () => {
    const { show, open } = await served(slug);
    const { requests } = await show();
    expect(open.exercise.reasons).toHaveLength(requests.length);
    for (const { why } of requests) {
      expect(why).toMatch(/^[A-Z].*\.$/);
      expect(why.split(/\s+/).length, why).toBeLessThanOrEqual(25);
    }
  });

  it('is one line of one request where the label says so', async () => {
    const open = await opened(slug);
    if (open.exercise.level !== 1) return;
    const { requests } = await (await served(slug)).show();
    expect(requests).toHaveLength(1);
    const lines = ({ method, path, fields, body = '' }: Draft) => [
      `${method} ${path}`,
      ...fields.map((field) => field.join(': ')),
      body,
    ];
    const wallet = await walletValues(open.resource);
    const start = lines(await open.exercise.start(wallet, asker(open)));
    const changed = lines(await open.exercise.solution(wallet, asker(open))).filter(
      (line) => !start.includes(line),
    );
    expect(changed).toHaveLength(1);
  });
});

describe('a value that an earlier answer brings', () => {
  it('is shown by its name, and filled in once that answer came', async () => {
    const { show, send } = await served('refresh-once');
    const [first, second] = (await show()).requests;
    const named = 'Bearer ‹access_token from the response to request 1›';
    expect(second?.shown.fields).toContainEqual(['Authorization', named]);
    expect(second?.draft).toBeUndefined();
    expect(second?.after).toEqual([1]);

    const { response } = await send(first?.draft as Draft);
    const { access_token: token } = JSON.parse(response.body) as { access_token: string };
    const again = (await show()).requests[1];
    expect(again?.shown.fields).toContainEqual(['Authorization', named]);
    expect(again?.draft?.fields).toContainEqual(['Authorization', `Bearer ${token}`]);
  });

  it('is that of the newest answer, since an older one may no longer be good', async () => {
    const { show, send } = await served('login-first');
    await send((await show()).requests[0]?.draft as Draft);
    const [login, before] = (await show()).requests.map(({ draft }) => draft as Draft);
    // A login with the new cookie ends the session of that cookie.
    await send({
      ...login,
      fields: [...(login?.fields.slice(0, 1) ?? []), ...(before?.fields ?? [])],
    } as Draft);
    expect((await send(before as Draft)).response.status).toBe(401);
    const after = (await show()).requests[1]?.draft as Draft;
    expect((await send(after)).response.status).toBe(200);
  });

  it('is asked for again where every answer that brought one is no longer good', async () => {
    const { show, send } = await served('login-first');
    await send((await show()).requests[0]?.draft as Draft);
    const [login, ready] = (await show()).requests.map(({ draft }) => draft as Draft);
    const loginWith = { ...login, fields: [...(login?.fields.slice(0, 1) ?? []), ...(ready?.fields ?? [])] };
    // In another form, so that it is not the login of the solution.
    await send({ ...loginWith, body: `${login?.body?.slice(0, -1)},"again":true}` } as Draft);
    const { requests, solves } = await show();
    expect(solves).toBe('here');
    expect(requests[1]?.draft).toBeUndefined();
    expect(requests[1]?.after).toEqual([1]);
  });
});

it('what is made for each request is marked, and made when it is asked for', async () => {
  const { show } = await served('clock-too-far');
  const [first, second] = [await show(), await show()].map(({ requests }) => requests[0]);
  expect(first?.shown.fields).toContainEqual(['X-Amz-Date', '‹made new for each request›']);
  expect(first?.shown).toEqual(second?.shown);
  expect(first?.draft?.fields.map(([name]) => name)).toContain('X-Amz-Date');
});

it('an attempt in which something stands in the way is sent to a fresh one', async () => {
  const exercise = (await loadExercise('dropped-by-the-gateway')) as Exercise;
  const goal = { status: 401, path: '/recipes' };
  const unlucky: Exercise = { ...exercise, goal, solution: exercise.start };
  const open = await resourceOf('dropped-by-the-gateway', unlucky, 'attempt-1', 'a secret', () => new Date());
  const store = memoryStore();
  expect((await workedSolution(open, { origin, store, log: [] })).solves).toBe('here');
  const env = serverEnv(store, open.base, origin);
  await respond(draftMessage(sendJson('/htaccess', { CGIPassAuth: 'On' }), open.base), open, env);
  const { requests, solves } = await workedSolution(open, { origin, store, log: [] });
  expect(solves).toBe('afresh');
  expect(requests).toHaveLength(1);
});

it('a server without a second origin says that it cannot solve what needs one', async () => {
  const { open } = await served('redirect-eats-authorization');
  const record = { origin: 'https://one.example', store: memoryStore(), log: [] };
  expect(await workedSolution(open, record)).toEqual({ requests: [], solves: 'nowhere' });
});

it('showing the solution opens nothing: the refusal before it is the refusal after it', async () => {
  const { open, show, send } = await served('archived-book');
  const start = await open.exercise.start(await walletValues(open.resource), asker(open));
  expect((await send(start)).response.status).toBe(403);
  expect((await show()).requests.map(({ shown }) => `${shown.method} ${shown.path}`)).toEqual([
    'POST /book',
    'DELETE /book/7',
  ]);
  expect((await send(start)).response.status).toBe(403);
});
