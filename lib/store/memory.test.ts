import { describe, expect, it } from 'vitest';
import { memoryStore } from './memory';

describe('the store in memory', () => {
  it('lets an id be used once until its time has passed', async () => {
    let now = 1_000;
    const store = memoryStore(() => now);
    expect(await store.firstUse('a', new Date(2_000))).toBe(true);
    expect(await store.firstUse('a', new Date(9_000))).toBe(false);
    expect(await store.firstUse('b', new Date(2_000))).toBe(true);
    now = 2_001;
    expect(await store.firstUse('a', new Date(3_000))).toBe(true);
  });

  it('keeps the latest 40 entries of a list, newest first', async () => {
    const store = memoryStore();
    for (let count = 0; count < 50; count += 1) await store.append('list', String(count));
    const entries = await store.latest('list');
    expect(entries).toHaveLength(40);
    expect(entries[0]).toBe('49');
    expect(await store.latest('another')).toEqual([]);
  });

  it('tells listeners of their own list until they stop', async () => {
    const store = memoryStore();
    const heard: string[] = [];
    const stop = store.listen('list', (entry) => heard.push(entry));
    await store.append('list', 'one');
    await store.append('another', 'two');
    stop();
    await store.append('list', 'three');
    expect(heard).toEqual(['one']);
  });

  it('stays bounded when 50,000 attempts leave something behind', async () => {
    const store = memoryStore();
    for (let count = 0; count < 50_000; count += 1) await store.append(`list ${count}`, 'x'.repeat(2_000));
    expect(await store.latest('list 0')).toEqual([]);
    expect(await store.latest('list 49999')).toHaveLength(1);
  });

  it('20,000 proof ids are remembered, and a great many more leave the store bounded', async () => {
    const store = memoryStore();
    const until = new Date(Date.now() + 60_000);
    const use = (count: number) => store.firstUse(`proof ${count}`, until);
    for (let count = 0; count < 20_000; count += 1) expect(await use(count)).toBe(true);
    for (let count = 0; count < 20_000; count += 1) expect(await use(count)).toBe(false);
    for (let count = 20_000; count < 150_000; count += 1) await use(count);
    expect(await use(149_999)).toBe(false);
    // The first ones had to go, so the store keeps no more than it may.
    expect(await use(0)).toBe(true);
  });

  it('lets no address push out the logs of a class, however much it writes', async () => {
    const store = memoryStore();
    const pupils = Array.from({ length: 60 }, (_, pupil) => `exchanges:first-401:pupil-${pupil}`);
    for (const pupil of pupils) {
      for (let count = 0; count < 10; count += 1) await store.append(pupil, 'x'.repeat(3_000), '192.0.2.1');
    }
    // 200 MiB, in as many attempts as there are requests.
    for (let count = 0; count < 3_500; count += 1)
      await store.append(`exchanges:first-401:hostile-${count}`, 'y'.repeat(30_000), '198.51.100.7');
    for (const pupil of pupils) expect(await store.latest(pupil)).toHaveLength(10);
    expect(await store.latest('exchanges:first-401:hostile-3499')).toHaveLength(1);
  });

  it('lets no address push out what a class has solved, however much it writes', async () => {
    const store = memoryStore();
    const until = new Date(Date.now() + 3_600_000);
    await store.put('pupil', 'solved', until, '192.0.2.1');
    for (let count = 0; count < 60_000; count += 1)
      await store.put(`hostile ${count}`, 'y', until, '198.51.100.7');
    expect(await store.get('pupil')).toBe('solved');
    expect(await store.get('hostile 59999')).toBe('y');
  });

  it('keeps fewer entries of a list where they are long', async () => {
    const store = memoryStore();
    for (let count = 0; count < 40; count += 1) await store.append('list', String(count).padEnd(120_000));
    const entries = await store.latest('list');
    expect(entries.length).toBeLessThan(6);
    expect(entries[0]?.trim()).toBe('39');
  });
});
