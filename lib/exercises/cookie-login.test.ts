import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duration, request } from '@/lib/http-auth/fixtures';
import type { Field } from '@/lib/http-auth/message';
import { serverEnv } from '@/lib/sandbox/env';
import { type OpenResource, resourceOf } from '@/lib/sandbox/open-resource';
import { respond } from '@/lib/sandbox/respond';
import { memoryStore } from '@/lib/store/memory';
import { loadExercise } from '.';
import { type Exercise, walletValues } from './exercise';

const json: Field = ['Content-Type', 'application/json'];
const form: Field = ['Content-Type', 'application/x-www-form-urlencoded'];

/** The open door of sessions, and a way to ask it that shares one store. */
async function opened() {
  const exercise = (await loadExercise('open-session')) as Exercise;
  const open: OpenResource = await resourceOf(
    'open-session',
    exercise,
    'attempt-1',
    'secret',
    () => new Date(),
  );
  const env = serverEnv(memoryStore(), open.base, 'http://localhost:3000');
  const ask = (method: string, path: string, fields: readonly Field[] = [], body = '') =>
    respond(
      { ...request(fields), method, target: open.base + path, body: new TextEncoder().encode(body) },
      open,
      env,
    );
  const { username = '', password = '' } = await walletValues(open.resource);
  const cookieOf = ({ fields }: Awaited<ReturnType<typeof ask>>): Field => {
    const set = fields.find(([name]) => name === 'Set-Cookie')?.[1] ?? '';
    return ['Cookie', set.split(';')[0] ?? ''];
  };
  const login = async (...more: Field[]) =>
    cookieOf(await ask('POST', '/login', [json, ...more], JSON.stringify({ username, password })));
  return { ask, login, username, password };
}

describe('a login is refused', () => {
  it.each<[string, Field[], string, number, string]>([
    ['without a Content-Type', [], '{}', 415, 'no Content-Type header'],
    [
      'as plain text, which a foreign page may send',
      [['Content-Type', 'text/plain']],
      '{}',
      415,
      'text/plain',
    ],
    ['as text that is not JSON', [json], 'username=ada', 400, 'text that is not JSON'],
    ['as a list', [json], '["ada", "x"]', 400, 'an array in place of an object'],
    ['without a password', [json], '{"username": "ada"}', 400, 'no text called password'],
    [
      'with a number as password',
      [json],
      '{"username": "ada", "password": 1}',
      400,
      'no text called password',
    ],
    ['with two user names', [form], 'username=ada&username=grace&password=x', 400, '2 usernames'],
    ['with an empty form', [form], '', 400, 'no text called username'],
    ['with a wrong password', [form], 'username=ada&password=x', 401, 'a pair that is not known'],
    [
      'with an unknown name, in the same words',
      [form],
      'username=alan&password=x',
      401,
      'a pair that is not known',
    ],
    [
      'with a name that every object has',
      [json],
      '{"username": "__proto__", "password": "x"}',
      401,
      'a pair that is not known',
    ],
  ])('%s', async (_title, fields, body, status, saw) => {
    const { ask } = await opened();
    const answer = await ask('POST', '/login', fields, body);
    expect(answer.status).toBe(status);
    expect(answer.trace.find(({ outcome }) => outcome === 'failed')?.saw).toBe(saw);
    expect(answer.fields.some(([name]) => name === 'Set-Cookie')).toBe(false);
    const challenges = answer.fields.filter(([name]) => name === 'WWW-Authenticate');
    expect(challenges).toEqual(status === 401 ? [['WWW-Authenticate', 'Session realm="open door"']] : []);
  });

  it('with the right password where another site asked for it, so that nobody is logged in unawares', async () => {
    const { ask, username, password } = await opened();
    for (const foreign of [
      ['Origin', 'https://elsewhere.example'],
      ['Sec-Fetch-Site', 'cross-site'],
    ] as const) {
      const body = new URLSearchParams({ username, password }).toString();
      const answer = await ask('POST', '/login', [form, foreign], body);
      expect(answer.status).toBe(403);
      expect(answer.fields.some(([name]) => name === 'Set-Cookie')).toBe(false);
    }
  });

  it('whatever its body holds, with 4xx and in good time', async () => {
    const { ask } = await opened();
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), fc.constantFrom(json, form), async (body, type) => {
        const { status } = await ask('POST', '/login', [type], body);
        expect([400, 401]).toContain(status);
      }),
    );
    for (const body of ['['.repeat(15_360), 'a='.repeat(7_680), '%'.repeat(15_360)]) {
      const took = await duration(async () => {
        for (const type of [json, form]) expect((await ask('POST', '/login', [type], body)).status).toBe(400);
      });
      expect(took).toBeLessThan(100);
    }
  });
});

it('a login gives a new session and ends the one that came along (RFC 6265 §8.4)', async () => {
  const { ask, login } = await opened();
  const first = await login();
  const second = await login(first);
  expect(second).not.toEqual(first);
  expect((await ask('GET', '/', [first])).status).toBe(401);
  expect((await ask('GET', '/', [second])).status).toBe(200);
});

it('a logout needs the token, ends the session and takes the cookie away', async () => {
  const { ask, login } = await opened();
  const session = await login();
  expect((await ask('POST', '/logout', [session])).status).toBe(403);
  const { csrf } = JSON.parse((await ask('GET', '/csrf', [session])).body) as { csrf: string };
  const answer = await ask('POST', '/logout', [session, ['X-CSRF-Token', csrf]]);
  expect(answer.status).toBe(200);
  expect(answer.fields.find(([name]) => name === 'Set-Cookie')?.[1]).toMatch(/^__Host-sid=; Max-Age=0;/);
  expect((await ask('GET', '/', [session])).status).toBe(401);
});

it('a GET changes nothing, and a token alone opens nothing', async () => {
  const { ask, login } = await opened();
  const session = await login();
  const { csrf } = JSON.parse((await ask('GET', '/csrf', [session])).body) as { csrf: string };
  for (const path of ['/login', '/logout', '/transfer'])
    expect((await ask('GET', path, [session])).status, path).toBe(405);
  expect((await ask('POST', '/transfer', [['X-CSRF-Token', csrf]])).status).toBe(401);
  expect((await ask('GET', '/csrf')).status).toBe(401);
});
