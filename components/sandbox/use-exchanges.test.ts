/** What reached an attempt, from this page and from others: a real server keeps the log. */
import { act, renderHook, waitFor } from '@testing-library/react';
import { useReducer } from 'react';
import { expect, test } from 'vitest';
import type { Brief } from '@/lib/draft/exchange';
import { beginAttempt, reduceAttempt, shownOf } from './attempt-state';
import { fetchBrief, fetchExchanges, herePath } from './brief';
import { send } from './send';
import { useExchanges } from './use-exchanges';

const newBrief = () => fetchBrief('first-401', globalThis.doorman.newAttempt(), new AbortController().signal);
/** What a terminal beside the page would send. */
const knock = (brief: Brief, path = '/') =>
  fetch(herePath(brief.urls.resource) + path, { cache: 'no-store' });

const request = { method: 'GET', path: '/', fields: [] };

/** The state of an attempt, with what reaches it. */
function reaching(brief: Brief | undefined) {
  return renderHook(() => {
    const [state, dispatch] = useReducer(reduceAttempt, request, beginAttempt);
    const source = { slug: 'first-401', place: 'sandbox', brief, log: state.log };
    return { ...state, ...shownOf(state), dispatch, ...useExchanges(source, dispatch) };
  });
}

async function sent(brief: Brief) {
  const outcome = await send({ draft: request }, brief, {
    controller: new AbortController(),
    credentials: 'omit',
    answered: async () => {},
  });
  if (outcome.kind !== 'exchange' || !outcome.logged) throw new Error('No answer came.');
  return { seen: outcome.exchange, logged: await outcome.logged };
}

test('without a brief nothing is asked', () => {
  const { result } = reaching(undefined);
  expect(result.current).toMatchObject({ exchanges: [], log: 'asked' });
});

test('begins with what the log has, newest first, and shows the newest', async () => {
  const brief = await newBrief();
  await knock(brief, '/one');
  await knock(brief, '/two');
  const { result } = reaching(brief);
  await waitFor(() => expect(result.current.log).toBe('read'));
  const targets = result.current.exchanges.map(({ request }) => request.target.split('/').at(-1));
  expect(targets).toEqual(['two', 'one']);
  expect(result.current.shown).toMatchObject({ by: 'other', seen: 'wire' });
  expect(result.current.before?.id).toBe(result.current.exchanges[1]?.id);
});

test('an exchange of this page is there at once, and what the log has of it takes its place', async () => {
  const brief = await newBrief();
  const { result } = reaching(brief);
  await waitFor(() => expect(result.current.log).toBe('read'));
  const { seen, logged } = await sent(brief);
  act(() => result.current.came(seen, { draft: request }, null));
  expect(result.current.newest.current()?.seen).toBe('fetch');
  await waitFor(() => expect(result.current.exchanges).toHaveLength(1));
  act(() => result.current.logged(logged));
  await waitFor(() => expect(result.current.shown?.seen).toBe('wire'));
  expect(result.current.exchanges).toHaveLength(1);
});

test('one that the stream brings is added once, however often it comes', async () => {
  const brief = await newBrief();
  const { result } = reaching(brief);
  await waitFor(() => expect(result.current.log).toBe('read'));
  await knock(brief);
  const [exchange] = await fetchExchanges(brief);
  if (!exchange) throw new Error('The log is empty.');
  act(() => result.current.hear(exchange));
  act(() => result.current.hear(exchange));
  await waitFor(() => expect(result.current.exchanges).toHaveLength(1));
  expect(result.current.message).toMatchObject({ text: expect.stringMatching(/^From /), count: 1 });
});

test('one that was chosen stays until another comes', async () => {
  const brief = await newBrief();
  await knock(brief, '/one');
  await knock(brief, '/two');
  const { result } = reaching(brief);
  await waitFor(() => expect(result.current.exchanges).toHaveLength(2));
  const older = result.current.exchanges[1]?.id ?? '';
  act(() => result.current.dispatch({ type: 'chosen', id: older }));
  expect(result.current.shown?.id).toBe(older);
  const { seen } = await sent(brief);
  act(() => result.current.came(seen, { draft: request }, null));
  await waitFor(() => expect(result.current.shown?.id).toBe(seen.id));
});

test('a log that does not answer is away, and is asked again', async () => {
  const brief = await newBrief();
  const { href } = window.location;
  globalThis.happyDOM.setURL('http://localhost:1/');
  const { result } = reaching(brief);
  await waitFor(() => expect(result.current.log).toBe('away'));
  globalThis.happyDOM.setURL(href);
  act(() => result.current.dispatch({ type: 'log', log: 'asked' }));
  await waitFor(() => expect(result.current.log).toBe('read'));
});
