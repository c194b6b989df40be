/** The state of an attempt, event by event. */
import { expect, test } from 'vitest';
import {
  type AttemptEvent,
  type AttemptState,
  beginAttempt,
  outcomeOf,
  parcelOf,
  reduceAttempt,
  shownOf,
} from './attempt-state';
import type { Shown } from './send';

const get = (path: string) => ({ method: 'GET', path, fields: [] });
const opening = get('/');
const first = beginAttempt(opening);
const after = (...events: readonly AttemptEvent[]) => events.reduce(reduceAttempt, first);

const exchange = (id: string, status = 401, more: Partial<Shown> = {}): Shown => ({
  id,
  at: '2026-01-31T09:00:00.000Z',
  client: 'curl/8.5.0',
  request: { method: 'GET', target: '/', fields: [], body: '' },
  response: { status, reason: status === 401 ? 'Unauthorized' : 'OK', fields: [], body: '' },
  trace: [],
  solved: false,
  milliseconds: 1,
  by: 'page',
  seen: 'fetch',
  ...more,
});
const came = (id: string, sent = opening, expected: number | null | undefined = undefined) =>
  ({ type: 'came', exchange: exchange(id), sent: { draft: sent }, expected }) as const;
const ids = ({ exchanges }: AttemptState) => exchanges.map(({ id }) => id);

test('begins with the opening, nothing sent and nothing announced', () => {
  expect(first).toMatchObject({ tab: 'request', draft: opening, busy: false, exchanges: [], log: 'asked' });
  expect(first.begin).toBeUndefined();
  expect(first.message.text).toBe('');
});

test('given: the request has the credentials, and the attempt begins with it', () => {
  const draft = get('/given');
  expect(after({ type: 'given', draft })).toMatchObject({ draft, begin: draft });
});

test('edited: only the request changes', () => {
  const draft = get('/edited');
  expect(after({ type: 'edited', draft })).toEqual({ ...first, draft });
});

test('replaced: another request is there, as rows, and the response that is shown is of the one before', () => {
  const draft = get('/replaced');
  const state = after({ type: 'typed', raw: { broken: 'GET' } }, { type: 'replaced', draft });
  expect(state).toMatchObject({ draft, isOld: true });
  expect(state.raw).toBeUndefined();
});

test('loaded: the request comes to the front with a note, and a prediction is due for it', () => {
  const draft = get('/loaded');
  const note = 'A shared request was loaded.';
  const state = after(
    { type: 'opened', tab: 'help' },
    { type: 'predicted', status: 403 },
    { type: 'typed', raw: {} },
    { type: 'loaded', draft, note },
  );
  expect(state).toMatchObject({ tab: 'request', draft, note, loads: 1, isLoaded: true, isOld: true });
  expect([state.raw, state.expected]).toEqual([undefined, undefined]);
  expect(state.message.text).toBe(`${note} Nothing is sent yet.`);
});

test('refused: the reason is shown and announced, and the request stays', () => {
  const state = after({ type: 'opened', tab: 'help' }, { type: 'refused', note: 'The link is broken.' });
  expect(state).toMatchObject({ tab: 'request', draft: opening, note: 'The link is broken.', loads: 0 });
  expect(state.message.text).toBe('The link is broken.');
});

test('typed: what cannot be read as a request is sent as it is', () => {
  expect(parcelOf(first)).toEqual({ draft: opening });
  expect(parcelOf(after({ type: 'typed', raw: { text: 'GET / HTTP/1.1' } }))).toEqual({ draft: opening });
  expect(parcelOf(after({ type: 'typed', raw: { broken: 'GET' } }))).toEqual({ raw: 'GET' });
});

test('asked: the sentence is announced, each time anew', () => {
  const state = after({ type: 'asked' }, { type: 'asked' });
  expect(state.isAsked).toBe(true);
  expect(state.message).toEqual({
    text: 'First choose the status that you expect, or just send.',
    count: 2,
  });
});

test('pressed: Send waits for the credentials, until it does no longer', () => {
  expect(after({ type: 'pressed', just: false }).pressed).toBe(false);
  expect(
    after({ type: 'pressed', just: true }, { type: 'pressed', just: undefined }).pressed,
  ).toBeUndefined();
});

const failure = { kind: 'failed', reason: 'network', text: 'refused' } as const;
const withheld = { parcel: { draft: opening }, expected: 401, reason: 'a GitHub token' };

test('sent: busy, without what was wrong with the press before', () => {
  const state = after({ type: 'failed', failure }, { type: 'withheld', withheld }, { type: 'sent' });
  expect(state.busy).toBe(true);
  expect([state.failure, state.withheld]).toEqual([undefined, undefined]);
});

test('withheld: nothing is on its way, and it can be dropped', () => {
  const state = after({ type: 'failed', failure }, { type: 'withheld', withheld });
  expect(state).toMatchObject({ busy: false, withheld });
  expect(state.failure).toBeUndefined();
  expect(reduceAttempt(state, { type: 'withheld', withheld: undefined }).withheld).toBeUndefined();
});

test('failed: no response came, and what was predicted stays', () => {
  const state = after({ type: 'predicted', status: 401 }, { type: 'sent' }, { type: 'failed', failure });
  expect(state).toMatchObject({ busy: false, failure, arrivals: 1, expected: 401 });
  expect(state.message.text).toBe('No response. refused');
});

test('came: the newest is shown, and compared with what was predicted', () => {
  const state = after({ type: 'predicted', status: 403 }, { type: 'sent' }, came('a', opening, 403));
  expect(state).toMatchObject({ busy: false, arrivals: 1, isOld: false });
  expect(shownOf(state).shown?.id).toBe('a');
  expect(state.expected).toBeUndefined();
  expect(outcomeOf(state, undefined)).toEqual({ expected: 403, came: 401 });
  expect(state.message.text).toBe('401 Unauthorized. Refused at authentication. You predicted 403.');
});

test('came without a prediction: none is announced', () => {
  const state = after({ type: 'sent' }, came('a'));
  expect(outcomeOf(state, undefined)).toEqual({ expected: null, came: 401 });
  expect(state.message.text).toBe('401 Unauthorized. Refused at authentication.');
});

test('came to a request that another one replaced meanwhile: the prediction for that one stays', () => {
  const draft = get('/loaded');
  const state = after(
    { type: 'sent' },
    { type: 'loaded', draft, note: 'Loaded.' },
    { type: 'predicted', status: 200 },
    came('a', opening, 401),
  );
  expect(state).toMatchObject({ expected: 200, isLoaded: true });
  expect(outcomeOf(state, undefined)).toBeUndefined();
});

test('what an earlier visit predicted belongs to the request that the attempt begins with', () => {
  const stored = { expected: 401, came: 401 };
  expect(outcomeOf(first, stored)).toBeUndefined();
  const given = after({ type: 'given', draft: get('/given') });
  expect(outcomeOf(given, stored)).toBe(stored);
  expect(outcomeOf(reduceAttempt(given, { type: 'edited', draft: opening }), stored)).toBeUndefined();
});

test('logged: the exchange of the log takes the place of what the page saw of it', () => {
  const logged = exchange('a', 401, { seen: 'wire' });
  const state = after(came('a'), came('b'), { type: 'logged', exchange: logged });
  expect(state.exchanges).toEqual([exchange('b'), logged]);
});

test('heard: what another client sent is shown, and no prediction is compared with it', () => {
  const state = after(came('a'), { type: 'heard', exchange: exchange('b', 200, { by: 'other' }) });
  expect(ids(state)).toEqual(['b', 'a']);
  expect(state).toMatchObject({ arrivals: 1, isOld: false });
  expect(state.compared?.prediction.came).toBe(401);
  expect(state.message.text).toMatch(/^From curl\/8\.5\.0: 200 OK\. /);
});

test('chosen: it is shown beside the one before it, until the next comes', () => {
  const events = [came('a'), came('b'), came('c'), { type: 'chosen', id: 'b' }] as const;
  const { shown, before } = shownOf(after(...events));
  expect([shown?.id, before?.id]).toEqual(['b', 'a']);
  expect(shownOf(after(...events, came('d'))).shown?.id).toBe('d');
});

test('log: what it has stands behind what came meanwhile, and 20 are kept', () => {
  const old = Array.from({ length: 30 }, (_, at) => exchange(`old-${at}`));
  const state = after(came('a'), { type: 'log', log: 'read', exchanges: old });
  expect(state.log).toBe('read');
  expect(ids(state).slice(0, 2)).toEqual(['a', 'old-0']);
  expect(state.exchanges).toHaveLength(20);
});

test('log: it can be away, and is asked again', () => {
  const away = after({ type: 'log', log: 'away' });
  expect(away.log).toBe('away');
  expect(reduceAttempt(away, { type: 'log', log: 'asked' }).log).toBe('asked');
});

test('opened: a tab comes to the front, and stays in the document', () => {
  const state = after(
    { type: 'opened', tab: 'help' },
    { type: 'opened', tab: 'terminal' },
    { type: 'opened', tab: 'help' },
  );
  expect(state).toMatchObject({ tab: 'help', opened: ['help', 'terminal'] });
});

test('announced: the same sentence twice is read out twice', () => {
  const text = 'A new attempt, with new credentials.';
  expect(after({ type: 'announced', text }, { type: 'announced', text }).message).toEqual({ text, count: 2 });
});
