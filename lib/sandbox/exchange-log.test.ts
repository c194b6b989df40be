/** An exchange is asked for by its id and answered once it is logged. */
import { expect, test } from 'vitest';
import type { Exchange } from '@/lib/draft/exchange';
import { loadExercise } from '@/lib/exercises';
import type { Exercise } from '@/lib/exercises/exercise';
import type { Field } from '@/lib/http-auth/message';
import { memoryStore } from '@/lib/store/memory';
import { serverEnv } from './env';
import {
  exchangeOnceLogged,
  latestExchanges,
  lengthOfText,
  listenToExchanges,
  logExchange,
  logLater,
} from './exchange-log';
import { resourceOf } from './open-resource';
import { respond } from './respond';

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
  exchangeOnceLogged({ slug: 'first-401', id: attempt }, id, timeoutMs, signal);

test('an exchange that is logged already is answered at once', async () => {
  await logExchange({ slug: 'first-401', id: 'attempt-before' }, exchange('one'));
  expect(JSON.parse((await ask('attempt-before', 'one')) ?? '{}')).toMatchObject({ id: 'one' });
});

test('an exchange that is logged later is waited for, and no other is taken for it', async () => {
  const asked = ask('attempt-later', 'mine');
  await logExchange({ slug: 'first-401', id: 'attempt-later' }, exchange('another'));
  await logExchange({ slug: 'first-401', id: 'attempt-later' }, exchange('mine'));
  expect(JSON.parse((await asked) ?? '{}')).toMatchObject({ id: 'mine' });
});

test('what never comes is undefined, after the time or when the client has gone', async () => {
  expect(await ask('attempt-never', 'none', 20)).toBeUndefined();
  expect(await ask('attempt-never', 'none', 60_000, AbortSignal.abort())).toBeUndefined();
});

test('what is worded later reads as if it had been worded at once, and no sooner than somebody reads it', async () => {
  let made = 0;
  const make = () => {
    made += 1;
    return exchange('unread');
  };
  await logLater({ slug: 'first-401', id: 'attempt-unread' }, { length: 1_000, make });
  expect(made).toBe(0);
  await logExchange({ slug: 'first-401', id: 'attempt-read' }, exchange('unread'));
  const [text] = await latestExchanges({ slug: 'first-401', id: 'attempt-unread' });
  expect([text]).toEqual(await latestExchanges({ slug: 'first-401', id: 'attempt-read' }));
  expect(await latestExchanges({ slug: 'first-401', id: 'attempt-unread' })).toEqual([text]);
  expect(made).toBe(1);
});

test('what somebody listens for is worded at once, and so is what is long', async () => {
  const heard: string[] = [];
  const unlisten = listenToExchanges({ slug: 'first-401', id: 'attempt-heard' }, (json) => heard.push(json));
  await logLater(
    { slug: 'first-401', id: 'attempt-heard' },
    { length: 1_000, make: () => exchange('heard') },
  );
  unlisten();
  expect(heard.map((json) => JSON.parse(json).id)).toEqual(['heard']);
  let made = 0;
  const make = () => {
    made += 1;
    return exchange('long');
  };
  await logLater({ slug: 'first-401', id: 'attempt-long' }, { length: 100_000, make });
  expect(made).toBe(1);
});

test('the length of a text that is not made yet is about that of the text, so that budgets hold', async () => {
  const agent: Field = ['User-Agent', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0'];
  const requests: readonly [slug: string, fields: readonly Field[]][] = [
    ['open-basic', [['Host', 'localhost:3000']]],
    ['open-basic', [agent, ['Authorization', 'Basic YWRhOng='], ['Cookie', 'theme=dark; '.repeat(20)]]],
    ['open-bearer', [agent, ['Authorization', 'Bearer eyJ...']]],
    ['open-digest', [agent]],
  ];
  for (const [slug, fields] of requests) {
    const open = await resourceOf(
      slug,
      (await loadExercise(slug)) as Exercise,
      'attempt-1',
      'x',
      () => new Date(),
    );
    const message = { method: 'GET', target: `${open.base}/`, fields, body: new Uint8Array() };
    const env = serverEnv(memoryStore(), open.base, 'http://localhost:3000');
    const { trace, body, status, reason, fields: answered } = await respond(message, open, env);
    const { method, target } = message;
    const length = lengthOfText({ fields, trace, bodies: body.length });
    await logExchange(
      { slug, id: 'attempt-length' },
      {
        ...exchange(slug),
        request: { method, target, fields, body: '' },
        response: { status, reason, fields: answered, body },
        trace,
      },
    );
    const [text = ''] = await latestExchanges({ slug, id: 'attempt-length' });
    expect(length / text.length, `${slug}: ${length} for ${text.length}`).toBeGreaterThan(0.85);
    expect(length / text.length, `${slug}: ${length} for ${text.length}`).toBeLessThan(1.25);
  }
});
