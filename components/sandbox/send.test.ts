/** How a draft leaves a page and comes back, against a real sandbox. */
import { expect, inject, test } from 'vitest';
import type { Brief } from '@/lib/draft/exchange';
import type { Draft } from '@/lib/http-auth/draft';
import { fetchBrief, walletOf } from './brief';
import { type SendOptions, secretIn, send } from './send';

const attempt = () => globalThis.doorman.newAttempt();
const briefOf = (slug: string) => fetchBrief(slug, attempt(), new AbortController().signal);
const get = (path: string, ...fields: [string, string][]): Draft => ({ method: 'GET', path, fields });

function options(controller = new AbortController()): SendOptions {
  return { controller, credentials: 'omit', answered: async () => {} };
}

/** What an outcome shows, at once and as the log has it. */
async function exchanged(draft: Draft, brief: Brief) {
  const outcome = await send({ draft }, brief, options());
  if (outcome.kind !== 'exchange') throw new Error(outcome.text);
  return { shown: outcome.exchange, logged: await outcome.logged };
}

test('an answer is shown as fetch saw it, then as it crossed the wire', async () => {
  const { shown, logged } = await exchanged(get('/'), await briefOf('first-401'));
  expect(shown).toMatchObject({ seen: 'fetch', by: 'page', awaitsLog: true, solved: false });
  expect(shown.response.status).toBe(401);
  expect(logged).toMatchObject({ id: shown.id, seen: 'wire', by: 'page' });
  const names = logged?.request.fields.map(([name]) => name.toLowerCase());
  expect(names).toContain('host');
});

test('the credentials of the brief solve the exercise', async () => {
  const brief = await briefOf('first-401');
  const { username, password } = walletOf(brief);
  const { shown } = await exchanged(
    get('/', ['Authorization', `Basic ${btoa(`${username}:${password}`)}`]),
    brief,
  );
  expect(shown.response.status).toBe(200);
  expect(shown.solved).toBe(true);
});

test('what a browser may not send goes through the relay', async () => {
  const outcome = await send(
    { draft: get('/', ['Host', 'elsewhere.example']) },
    await briefOf('first-401'),
    options(),
  );
  expect(outcome).toMatchObject({ kind: 'exchange', exchange: { by: 'relay', seen: 'wire' } });
});

test('text that is no request is refused by the relay with its reason', async () => {
  const outcome = await send({ raw: 'nonsense' }, await briefOf('first-401'), options());
  expect(outcome).toMatchObject({
    kind: 'failed',
    reason: 'relay',
    text: expect.stringContaining('first line'),
  });
});

test('a request that is cancelled says so, and has no status', async () => {
  const controller = new AbortController();
  const brief = await briefOf('first-401');
  controller.abort('cancelled');
  expect(await send({ draft: get('/') }, brief, options(controller))).toEqual({
    kind: 'failed',
    reason: 'cancelled',
    text: 'You cancelled it before a response came.',
  });
});

test('a server that is away is a failure of the network', async () => {
  const brief = await briefOf('first-401');
  globalThis.happyDOM.setURL('http://localhost:1/');
  expect(await send({ draft: get('/') }, brief, options())).toMatchObject({
    kind: 'failed',
    reason: 'network',
  });
});

test('a real secret is noticed, and a toy of the wallet is none', async () => {
  const brief = await briefOf('open-bearer');
  const { token = '' } = walletOf(brief);
  expect(secretIn({ draft: get('/', ['Authorization', `Bearer ${token}`]) }, brief)).toBeUndefined();
  const real = `ghp_${'aB3dE5fG7hJ9kL1mN3pQ'.repeat(2).slice(0, 36)}`;
  expect(secretIn({ draft: get('/', ['Authorization', `Bearer ${real}`]) }, brief)).toMatch(/GitHub/);
  expect(inject('origin')).toMatch(/^http:\/\/localhost:/);
});
