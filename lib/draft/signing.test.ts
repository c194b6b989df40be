import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { walletValues } from '@/lib/exercises/exercise';
import { figureResource, run } from '@/lib/figures/figure';
import type { Draft } from '@/lib/http-auth/draft';
import type { Exchange } from './exchange';
import { componentsOf, withScram, withSignature, withSigV4 } from './signing';

const at = new Date('2026-03-02T09:00:00Z');
beforeEach(() => {
  vi.useFakeTimers({ now: at, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

async function openExercise(slug: string) {
  const open = await figureResource(slug);
  const wallet = await walletValues(open.resource);
  const came: Exchange[] = [];
  return {
    at: (name: string) => wallet[name] ?? '',
    resource: `http://doorman.example${open.base}`,
    came,
    async send(draft: Draft) {
      const exchange = await run(draft, open);
      came.unshift(exchange);
      return exchange.response.status;
    },
  };
}
const get: Draft = { method: 'GET', path: '/', fields: [['', '']] };

it('signs what Accept-Signature lists, or what the learner lists', async () => {
  const { at, resource, came, send } = await openExercise('open-signature');
  expect(componentsOf(get, came)).toBe('@method @authority @path @query');
  await send(get);
  const ada = { name: at('ed25519-keyid'), secret: at('ed25519-private-jwk') };
  expect(await send(await withSignature(get, ada, componentsOf(get, came), resource, came))).toBe(200);
  const post: Draft = { ...get, method: 'POST', body: 'hello' };
  await send(post);
  const grace = { name: at('hmac-keyid'), secret: at('hmac-secret') };
  const asked = componentsOf(post, came);
  expect(asked).toBe('@method @authority @path @query content-digest');
  const short = await withSignature(post, grace, '@method @path', resource, came);
  expect(componentsOf(short, came)).toBe('@method @path');
  expect(await send(short)).toBe(401);
  expect(await send(await withSignature(short, grace, asked, resource, came))).toBe(200);
  await expect(withSignature(get, { ...ada, secret: '{}' }, asked, resource, came)).rejects.toThrow();
  await expect(withSignature(get, ada, 'date', resource, came)).rejects.toThrow(TypeError);
});

it('takes SCRAM in two steps', async () => {
  const { at, came, send } = await openExercise('open-scram');
  const ada = { name: at('username'), secret: at('password') };
  await expect(withScram(get, ada, came)).rejects.toThrow();
  await send(get);
  const first = await withScram(get, ada, came);
  expect([first.step, await send(first.draft)]).toEqual([1, 401]);
  const second = await withScram(first.draft, ada, came);
  expect([second.step, await send(second.draft)]).toEqual([2, 200]);
  expect((await withScram(second.draft, ada, came)).step).toBe(1);
});

it('signs for AWS, again and again', async () => {
  const { at, resource, send } = await openExercise('open-sigv4');
  const ada = { name: at('access-key-id'), secret: at('secret-access-key') };
  const once = await withSigV4({ ...get, method: 'POST', body: 'hello' }, ada, resource);
  expect(await send(once)).toBe(200);
  const again = await withSigV4({ ...once, body: 'bye' }, ada, resource);
  expect(again.fields).toHaveLength(once.fields.length);
  expect(await send(again)).toBe(200);
});
