import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followStream, retryAfter } from './live-stream';

const answers: (() => Response)[] = [];
const asked: number[] = [];
let abort: AbortController;

beforeEach(() => {
  abort = new AbortController();
  answers.length = 0;
  asked.length = 0;
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
  vi.stubGlobal('fetch', async () => {
    asked.push(Date.now());
    const answer = answers.shift();
    if (!answer) throw new TypeError('the network is gone');
    return answer();
  });
});
afterEach(() => {
  abort.abort();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function follow() {
  const heard: string[] = [];
  const states: string[] = [];
  void followStream(
    '/api/exchanges/first-401/attempt-1',
    {
      opened: () => states.push('opened'),
      event: ({ type, data }) => heard.push(`${type} ${data}`),
      lost: () => states.push('lost'),
    },
    abort.signal,
  );
  return { heard, states };
}

const gaps = () => asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
const refused = (status: number, headers = {}) => new Response('', { status, headers });
const stream = (text: string) => new Response(text);

it('asks again after a 502 of a proxy, with pauses that grow to half a minute', async () => {
  for (let count = 0; count < 8; count += 1) answers.push(() => refused(502));
  answers.push(() => stream('event: exchange\ndata: 1\n\n'));
  const { heard, states } = follow();
  await vi.advanceTimersByTimeAsync(240_000);
  expect(gaps().slice(0, 8)).toEqual([1, 2, 4, 8, 16, 30, 30, 30].map((seconds) => seconds * 1_000));
  expect(heard).toEqual(['exchange 1']);
  expect(states.slice(0, 9)).toEqual([...Array(8).fill('lost'), 'opened']);
});

it('waits as long as Retry-After asks', async () => {
  answers.push(() => refused(503, { 'Retry-After': '30' }));
  follow();
  await vi.advanceTimersByTimeAsync(29_000);
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(asked).toHaveLength(2);
});

it('comes back soon after a stream that ended, and begins with short pauses again', async () => {
  answers.push(
    () => refused(502),
    () => refused(502),
    () => stream('retry: 2000\n\nevent: bye\ndata: the server ends\n\n'),
    () => refused(502),
  );
  const { heard } = follow();
  await vi.advanceTimersByTimeAsync(8_000);
  expect(gaps().slice(0, 4)).toEqual([1_000, 2_000, 2_000, 2_000]);
  expect(heard).toEqual(['bye the server ends']);
});

it('asks at once where the browser is online again', async () => {
  const online = new EventTarget();
  vi.stubGlobal('addEventListener', online.addEventListener.bind(online));
  vi.stubGlobal('removeEventListener', online.removeEventListener.bind(online));
  follow();
  await vi.advanceTimersByTimeAsync(3_100);
  expect(asked).toHaveLength(3);
  online.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toHaveLength(4);
});

it('asks no more once it was stopped', async () => {
  follow();
  await vi.advanceTimersByTimeAsync(500);
  abort.abort();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(asked).toHaveLength(1);
});

it('reads events however they are cut and their lines end (HTML §9.2.6)', async () => {
  const parts = [
    ': hi\r',
    '\nevent: exch',
    'ange\r\ndata: a\ndata:b\r\n',
    '\r\ndata: é\n\n',
    'data: cut off',
  ];
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
      controller.close();
    },
  });
  answers.push(() => new Response(body));
  const { heard } = follow();
  await vi.advanceTimersByTimeAsync(10);
  expect(heard).toEqual(['exchange a\nb', 'message é']);
});

it('reads Retry-After as seconds or as a date, and never waits longer than five minutes', () => {
  const now = Date.UTC(2026, 0, 1);
  expect(retryAfter('7', now)).toBe(7_000);
  expect(retryAfter(new Date(now + 9_000).toUTCString(), now)).toBe(9_000);
  expect(retryAfter('86400', now)).toBe(300_000);
  expect([retryAfter(null), retryAfter('soon'), retryAfter('Thu, 01 Jan 1970 00:00:00 GMT')]).toEqual([
    0, 0, 0,
  ]);
});
