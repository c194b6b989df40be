import { expect, it } from 'vitest';
import { env, request } from '@/lib/http-auth/fixtures';
import type { Env } from '@/lib/http-auth/scheme';
import { movedClock } from './moved-clock';

async function set(body: string, environment: Env = env) {
  const message = request([], { method: 'POST', body: new TextEncoder().encode(body) });
  return await movedClock(-7200).route.handle?.({
    message,
    env: environment,
    resource: 'https://doorman.example/x',
  });
}

it.each([
  ['nothing', '', 'text that is not JSON'],
  ['an array', '[3600]', 'an array in place of an object'],
  ['no such member', '{"offset": 1}', 'offsetSeconds: missing'],
  ['a text', '{"offsetSeconds": "3600"}', 'offsetSeconds: of type string'],
  ['a fraction', '{"offsetSeconds": 0.5}', 'offsetSeconds: 0.5'],
  ['more than a day ahead', '{"offsetSeconds": 86401}', 'offsetSeconds: 86401'],
  ['more than a day back', '{"offsetSeconds": -86401}', 'offsetSeconds: -86401'],
  ['a number without end', '{"offsetSeconds": 1e999}', 'offsetSeconds: Infinity'],
  ['a member that comes twice', '{"offsetSeconds": 1, "offsetSeconds": 2}', expect.any(String)],
])('the clock is not set by %s', async (_title, body, saw) => {
  const reply = await set(body);
  expect(reply?.status).toBe(400);
  expect(reply?.trace?.[0]).toMatchObject({ outcome: 'failed', saw });
});

it('the clock is kept for one attempt', async () => {
  const stored: string[] = [];
  const environment: Env = { ...env, remember: async (id, text) => void stored.push(id, text) };
  expect((await set('{"offsetSeconds": -86400}', environment))?.status).toBe(200);
  expect(stored).toEqual(['clock', '-86400']);
});
