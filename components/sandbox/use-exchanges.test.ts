/** What reached an attempt, from this page and from others: a real server keeps the log. */
import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Brief } from '@/lib/draft/exchange';
import { fetchBrief, fetchExchanges, herePath } from './brief';
import { send } from './send';
import { useExchanges } from './use-exchanges';

const newBrief = () => fetchBrief('first-401', globalThis.doorman.newAttempt(), new AbortController().signal);
/** What a terminal beside the page would send. */
const knock = (brief: Brief, path = '/') =>
  fetch(herePath(brief.urls.resource) + path, { cache: 'no-store' });

async function sent(brief: Brief) {
  const draft = { method: 'GET', path: '/', fields: [] };
  const outcome = await send({ draft }, brief, {
    controller: new AbortController(),
    credentials: 'omit',
    answered: async () => {},
  });
  if (outcome.kind !== 'exchange' || !outcome.logged) throw new Error('No answer came.');
  return { seen: outcome.exchange, logged: await outcome.logged };
}

test('without a brief nothing is asked', () => {
  const { result } = renderHook(() => useExchanges('first-401', 'sandbox', undefined));
  expect(result.current).toMatchObject({ list: [], log: 'asked', solved: false });
});

test('begins with what the log has, newest first, and shows the newest', async () => {
  const brief = await newBrief();
  await knock(brief, '/one');
  await knock(brief, '/two');
  const { result } = renderHook(() => useExchanges('first-401', 'sandbox', brief));
  await waitFor(() => expect(result.current.log).toBe('read'));
  const targets = result.current.list.map(({ request }) => request.target.split('/').at(-1));
  expect(targets).toEqual(['two', 'one']);
  expect(result.current.shown).toMatchObject({ by: 'other', seen: 'wire' });
  expect(result.current.before?.id).toBe(result.current.list[1]?.id);
});

test('an exchange of this page is there at once, and what the log has of it takes its place', async () => {
  const brief = await newBrief();
  const { result } = renderHook(() => useExchanges('first-401', 'sandbox', brief));
  await waitFor(() => expect(result.current.log).toBe('read'));
  const { seen, logged } = await sent(brief);
  act(() => result.current.add(seen));
  expect(result.current.newest.current()?.seen).toBe('fetch');
  await waitFor(() => expect(result.current.list).toHaveLength(1));
  act(() => result.current.replace(logged));
  await waitFor(() => expect(result.current.shown?.seen).toBe('wire'));
  expect(result.current.list).toHaveLength(1);
});

test('one that the stream brings is added once, however often it comes', async () => {
  const brief = await newBrief();
  const { result } = renderHook(() => useExchanges('first-401', 'sandbox', brief));
  await waitFor(() => expect(result.current.log).toBe('read'));
  await knock(brief);
  const [exchange] = await fetchExchanges(brief);
  if (!exchange) throw new Error('The log is empty.');
  let first = false;
  act(() => {
    first = result.current.hear(exchange);
  });
  expect([first, result.current.hear(exchange)]).toEqual([true, false]);
  await waitFor(() => expect(result.current.list).toHaveLength(1));
});

test('one that was chosen stays until another comes', async () => {
  const brief = await newBrief();
  await knock(brief, '/one');
  await knock(brief, '/two');
  const { result } = renderHook(() => useExchanges('first-401', 'sandbox', brief));
  await waitFor(() => expect(result.current.list).toHaveLength(2));
  const older = result.current.list[1]?.id ?? '';
  act(() => result.current.show(older));
  expect(result.current.shown?.id).toBe(older);
  const { seen } = await sent(brief);
  act(() => result.current.add(seen));
  await waitFor(() => expect(result.current.shown?.id).toBe(seen.id));
});

test('a log that does not answer is away, and is asked again', async () => {
  const brief = await newBrief();
  const { href } = window.location;
  globalThis.happyDOM.setURL('http://localhost:1/');
  const { result } = renderHook(() => useExchanges('first-401', 'sandbox', brief));
  await waitFor(() => expect(result.current.log).toBe('away'));
  globalThis.happyDOM.setURL(href);
  act(() => result.current.askAgain());
  await waitFor(() => expect(result.current.log).toBe('read'));
});
