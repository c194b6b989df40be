/** An exchange is asked for by its id and answered once it is logged. */
import { expect, test } from 'vitest';
import type { Exchange } from '@/lib/draft/exchange';
import { exchangeOnceLogged, logExchange } from './exchange-log';

const exchange = (id: string): Exchange => ({
  id,
  at: '2026-01-01T00:00:00.000Z',
  client: 'curl',
  request: { method: 'GET', target: '/', fields: [], body: '' },
  response: { status: 401, reason: 'Unauthorized', fields: [], body: '' },
  trace: [],
  solved: false,
  milliseconds: 1,
});
const open = new AbortController().signal;
const ask = (attempt: string, id: string, timeoutMs = 1_000, signal = open) =>
  exchangeOnceLogged('first-401', attempt, id, timeoutMs, signal);

test('an exchange that is logged already is answered at once', async () => {
  await logExchange('first-401', 'attempt-before', exchange('one'));
  expect(JSON.parse((await ask('attempt-before', 'one')) ?? '{}')).toMatchObject({ id: 'one' });
});

test('an exchange that is logged later is waited for, and no other is taken for it', async () => {
  const asked = ask('attempt-later', 'mine');
  await logExchange('first-401', 'attempt-later', exchange('another'));
  await logExchange('first-401', 'attempt-later', exchange('mine'));
  expect(JSON.parse((await asked) ?? '{}')).toMatchObject({ id: 'mine' });
});

test('what never comes is undefined, after the time or when the client has gone', async () => {
  expect(await ask('attempt-never', 'none', 20)).toBeUndefined();
  expect(await ask('attempt-never', 'none', 60_000, AbortSignal.abort())).toBeUndefined();
});
