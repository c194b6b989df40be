/** The laws of a store, held by both implementations. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileStore } from './file';
import { memoryStore } from './memory';
import { type RedisStore, redisStore } from './redis';
import { hasRedis, newRedis } from './redis.fixtures';
import type { Store } from './store';

const soon = (milliseconds = 60_000) => new Date(Date.now() + milliseconds);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function laws(storeOf: () => Store): void {
  let count = 0;
  const name = () => {
    count += 1;
    return `name ${count} é:*?[`;
  };

  it('lets an id be used once, whoever comes first', async () => {
    const [store, id] = [storeOf(), name()];
    const uses = await Promise.all(Array.from({ length: 50 }, () => store.firstUse(id, soon())));
    expect(uses.filter(Boolean)).toHaveLength(1);
    expect(await store.firstUse(id, soon())).toBe(false);
    expect(await store.firstUse(name(), soon())).toBe(true);
  });

  it('lets an id be used again after its time', async () => {
    const [store, id] = [storeOf(), name()];
    expect(await store.firstUse(id, soon(40))).toBe(true);
    expect(await store.firstUse(id, soon())).toBe(false);
    await pause(80);
    expect(await store.firstUse(id, soon())).toBe(true);
  });

  it('takes a count only where it is higher than all before', async () => {
    const [store, id] = [storeOf(), name()];
    const given = [1, 2, 2, 1, 10, 9, 0xffff_ffff, 0xffff_fffe];
    const taken = [];
    for (const number of given) taken.push(await store.higher(id, number, soon()));
    expect(taken).toEqual([true, true, false, false, true, false, true, false]);
    expect(await store.higher(name(), 0, soon())).toBe(true);
  });

  it('takes one of many equal counts that come at once', async () => {
    const [store, id] = [storeOf(), name()];
    const taken = await Promise.all(Array.from({ length: 50 }, () => store.higher(id, 7, soon())));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('forgets a count after its time', async () => {
    const [store, id] = [storeOf(), name()];
    expect(await store.higher(id, 9, soon(300))).toBe(true);
    await pause(400);
    expect(await store.higher(id, 1, soon())).toBe(true);
  });

  it('keeps text until its time, and what was put last', async () => {
    const [store, id] = [storeOf(), name()];
    expect(await store.get(id)).toBeUndefined();
    await store.put(id, 'one', soon());
    await store.put(id, 'two é → \0 "', soon(400));
    expect(await store.get(id)).toBe('two é → \0 "');
    await store.put(id, '', soon(400));
    expect(await store.get(id)).toBe('');
    await pause(500);
    expect(await store.get(id)).toBeUndefined();
  });

  it('keeps nothing whose time has passed already', async () => {
    const [store, id] = [storeOf(), name()];
    await store.put(id, 'late', soon(-1_000));
    await pause(5);
    expect(await store.get(id)).toBeUndefined();
  });

  it('keeps uses, counts, texts and lists apart', async () => {
    const [store, id] = [storeOf(), name()];
    await store.append(id, 'entry');
    await store.put(id, 'text', soon());
    expect(await store.firstUse(id, soon())).toBe(true);
    expect(await store.higher(id, 1, soon())).toBe(true);
    expect(await store.get(id)).toBe('text');
    expect(await store.latest(id)).toEqual(['entry']);
  });

  it('keeps the latest 40 entries of a list, newest first', async () => {
    const [store, list] = [storeOf(), name()];
    for (let entry = 0; entry < 50; entry += 1) await store.append(list, String(entry));
    const entries = await store.latest(list);
    expect(entries).toEqual(Array.from({ length: 40 }, (_, index) => String(49 - index)));
    expect(await store.latest(name())).toEqual([]);
  });

  it('shows an entry to whoever asks after it was appended, without waiting', async () => {
    const [store, list] = [storeOf(), name()];
    const appended = store.append(list, 'entry');
    expect(await store.latest(list)).toEqual(['entry']);
    await appended;
  });

  it('tells all listeners of their own list until they stop', async () => {
    const [store, list, other] = [storeOf(), name(), name()];
    const heard: string[] = [];
    const stops = ['a', 'b'].map((who) => store.listen(list, (entry) => heard.push(who + entry)));
    await pause(50);
    await store.append(list, '1');
    await store.append(other, '2');
    await expect.poll(() => heard).toEqual(['a1', 'b1']);
    stops[0]?.();
    await store.append(list, '3');
    await expect.poll(() => heard).toEqual(['a1', 'b1', 'b3']);
    stops[1]?.();
    stops[1]?.();
    await store.append(list, '4');
    await pause(50);
    expect(heard).toEqual(['a1', 'b1', 'b3']);
  });

  it('hears again after it had stopped a moment before', async () => {
    const [store, list] = [storeOf(), name()];
    const heard: string[] = [];
    store.listen(list, () => heard.push('never'))();
    const stop = store.listen(list, (entry) => heard.push(entry));
    await pause(50);
    await store.append(list, 'entry');
    await expect.poll(() => heard).toEqual(['entry']);
    stop();
  });
}

describe('the store in memory', () => laws(() => memoryStore()));

describe('the store in memory and a file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'doorman-laws-'));
  const store = fileStore(path.join(folder, 'progress.jsonl'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  laws(() => store);
});

describe.skipIf(!hasRedis)('the store on redis-server', async () => {
  const redis = await newRedis();
  let store: RedisStore;
  beforeAll(async () => {
    await redis.start();
    store = redisStore(redis.url);
    const isThere = () =>
      store.check().then(
        () => true,
        () => false,
      );
    // On a machine that is busy the first connection may take longer than a store waits for one.
    while (!(await isThere()));
  });
  afterAll(async () => {
    store.close();
    await redis.kill();
  });
  laws(() => store);
});
