import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { currentStore } from '@/lib/store/current';
import { exchangeStream, streamLimits } from './exchange-stream';
import type { OpenResource } from './open-resource';

const resource = (id: string) => ({ slug: 'open-basic', id }) as OpenResource;
let aborts: AbortController[] = [];

/** A stream with what it has sent so far. */
function open(id: string, address?: string) {
  const abort = new AbortController();
  aborts.push(abort);
  const response = exchangeStream(resource(id), abort.signal, address);
  const heard = { text: '', ended: false };
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) heard.text += decoder.decode(chunk as Uint8Array);
    heard.ended = true;
  };
  return { response, heard, read, abort };
}

beforeEach(() => {
  aborts = [];
  // What the stream uses, no more: pools of files before this one may set timers of their own, thousands in half an hour.
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
});
afterEach(() => {
  for (const abort of aborts) abort.abort();
  vi.useRealTimers();
});

it('beats while nothing comes, and ends after half an hour of it', async () => {
  const { heard, read } = open('quiet-attempt');
  void read();
  await vi.advanceTimersByTimeAsync(streamLimits.idle - 1_000);
  expect(heard.text.match(/^: still here$/gm)).toHaveLength(119);
  expect(heard.ended).toBe(false);
  await vi.advanceTimersByTimeAsync(streamLimits.heartbeat);
  expect(heard.ended).toBe(true);
});

it('goes on where an exchange came meanwhile', async () => {
  const { heard, read } = open('lively-attempt');
  void read();
  await vi.advanceTimersByTimeAsync(streamLimits.idle - 60_000);
  await currentStore().append('exchanges:open-basic:lively-attempt', '{"id":"1"}');
  await vi.advanceTimersByTimeAsync(streamLimits.idle - 60_000);
  expect(heard.ended).toBe(false);
  expect(heard.text).toContain('event: exchange\ndata: {"id":"1"}\n\n');
});

it('gives up on a client that does not read', async () => {
  const { response, heard, read } = open('deaf-attempt');
  for (let count = 0; count < 200; count += 1)
    await currentStore().append('exchanges:open-basic:deaf-attempt', String(count));
  expect(response.status).toBe(200);
  await read();
  expect(heard.ended).toBe(true);
  expect(heard.text.match(/^event: exchange$/gm)?.length).toBeLessThan(70);
});

it('holds six streams of an attempt, and makes room when one ends', () => {
  const streams = Array.from({ length: 6 }, () => open('six-attempt'));
  expect(open('six-attempt').response.status).toBe(429);
  streams[0]?.abort.abort();
  streams[0]?.abort.abort();
  expect(open('six-attempt').response.status).toBe(200);
  expect(open('six-attempt').response.status).toBe(429);
});

it('holds 200 streams of an address', () => {
  for (let count = 0; count < streamLimits.perAddress; count += 1)
    expect(open(`address-${count}`, '192.0.2.1').response.status).toBe(200);
  expect(open('address-last', '192.0.2.1').response.status).toBe(429);
  expect(open('address-last', '192.0.2.2').response.status).toBe(200);
});

it('holds 2,000 streams and refuses the next with a time to come again', () => {
  const streams = Array.from({ length: streamLimits.perProcess }, (_, count) => open(`process-${count}`));
  expect(streams.at(-1)?.response.status).toBe(200);
  const { response } = open('process-last');
  expect(response.status).toBe(503);
  expect(response.headers.get('Retry-After')).toBe('30');
  streams[0]?.abort.abort();
  expect(open('process-last').response.status).toBe(200);
});

it('leaves nothing behind where the client was gone at once', () => {
  const abort = new AbortController();
  abort.abort();
  for (let count = 0; count < 10; count += 1)
    expect(exchangeStream(resource('gone-attempt'), abort.signal).status).toBe(200);
});
