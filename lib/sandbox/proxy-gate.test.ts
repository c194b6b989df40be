import { expect, it } from 'vitest';
import { loadExercise } from '@/lib/exercises';
import { type Exercise, walletValues } from '@/lib/exercises/exercise';
import type { Field } from '@/lib/http-auth/message';
import { basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { memoryStore } from '@/lib/store/memory';
import { serverEnv } from './env';
import { resourceOf } from './open-resource';
import { askAtProxy } from './proxy-gate';

const resourceAt = async (slug: string) =>
  resourceOf(
    slug,
    (await loadExercise(slug)) as Exercise,
    'attempt-1',
    'secret of the tests',
    () => new Date(),
  );
const open = await resourceAt('open-proxy');
const { 'proxy-password': password = '' } = await walletValues<string>(open.resource);
const env = serverEnv(memoryStore(), open.base, 'http://localhost:3000');
const ask = (...fields: Field[]) =>
  askAtProxy(
    { method: 'GET', target: `http://localhost:3000${open.base}/`, fields, body: new Uint8Array() },
    open,
    env,
  );
const proxy = (value: string): Field => ['Proxy-Authorization', value];
const saw = (answer: Awaited<ReturnType<typeof ask>>) =>
  answer?.trace.find(({ outcome }) => outcome === 'failed')?.saw;

it('lets pass who holds the proxy’s credentials', async () => {
  expect(await ask(proxy(basicCredentials('proxy', password)))).toBeUndefined();
});

it('answers 407 with Proxy-Authenticate, a problem and a trace, and never with WWW-Authenticate', async () => {
  for (const [value, seen] of [
    [basicCredentials('proxy', 'let-me-in'), 'a pair that is not known'],
    ['Basic', 'the scheme word alone'],
    ['Basic proxy:secret', 'a colon: user name and password in the clear, not in Base64'],
    ['Bearer abc', 'Proxy-Authorization with the scheme Bearer'],
    ['', 'Proxy-Authorization with one word of 0 bytes: a scheme word or the credentials are missing'],
  ] as const) {
    const answer = await ask(proxy(value));
    expect(answer?.status).toBe(407);
    expect(answer?.reason).toBe('Proxy Authentication Required');
    expect(answer?.fields).toContainEqual(['Proxy-Authenticate', 'Basic realm="proxy", charset="UTF-8"']);
    expect(answer?.fields.map(([name]) => name)).not.toContain('WWW-Authenticate');
    expect(JSON.parse(answer?.body ?? '').trace).toEqual(answer?.trace);
    expect(saw(answer), value).toBe(seen);
  }
});

it('does not read Authorization', async () => {
  const answer = await ask(['Authorization', basicCredentials('proxy', password)]);
  expect(answer?.status).toBe(407);
  expect(saw(answer)).toBe('no Proxy-Authorization header; Authorization is another header');
});

it('answers two lines with 400', async () => {
  const line = proxy(basicCredentials('proxy', password));
  expect((await ask(line, line))?.status).toBe(400);
});

it('is of no use to an exercise that hands out no credentials for it', async () => {
  const other = await resourceAt('open-basic');
  const message = { method: 'GET', target: '', fields: [], body: new Uint8Array() };
  expect((await askAtProxy(message, other, env))?.status).toBe(403);
});
