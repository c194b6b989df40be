import { createClient } from 'redis';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RedisStore, redisStore } from './redis';
import { hasRedis, newRedis } from './redis.fixtures';
import { listLimits } from './store';

const soon = () => new Date(Date.now() + 60_000);
const budget = { entries: 0, size: 0, ownerEntries: 20, ownerSize: 20_000 };

describe.skipIf(!hasRedis)('the budget of an address on redis-server', async () => {
  const redis = await newRedis();
  const client = createClient({ url: redis.url });
  let first: RedisStore;
  let other: RedisStore;
  beforeAll(async () => {
    await redis.start();
    await client.connect();
    first = redisStore(redis.url, () => {}, { lists: budget, texts: budget });
    other = redisStore(redis.url, () => {}, { lists: budget, texts: budget });
  });
  beforeEach(() => client.flushAll());
  afterAll(async () => {
    first.close();
    other.close();
    client.destroy();
    await redis.kill();
  });

  /** The names of entries of a kind that are there, and their octets, counted without the accounts. */
  async function stored(kind: 'text' | 'list') {
    const keys = await client.keys(`doorman:${kind}:*`);
    const values = await Promise.all(
      keys.map((key) => (kind === 'text' ? client.get(key) : client.lRange(key, 0, -1))),
    );
    const octets = keys.join('').length + values.flat().join('').length;
    return { names: keys.map((key) => key.split(':')[2]).sort(), octets };
  }

  it('takes from who writes too much, and from nobody else', async () => {
    await first.put('theirs', 'x'.repeat(5_000), soon(), '192.0.2.1');
    await first.append('theirs', 'x'.repeat(5_000), '192.0.2.1');
    for (let at = 0; at < 60; at += 1) {
      await first.put(`mine-${at}`, 'x'.repeat(900), soon(), '192.0.2.2');
      await first.append(`mine-${at}`, 'x'.repeat(2_900), '192.0.2.2');
    }
    const [texts, lists] = [await stored('text'), await stored('list')];
    expect(texts.names).toContain('theirs');
    expect(texts.names).toContain('mine-59');
    expect(texts.names).not.toContain('mine-30');
    expect(texts.names).toHaveLength(21);
    expect(lists.names).toEqual(['mine-54', 'mine-55', 'mine-56', 'mine-57', 'mine-58', 'mine-59', 'theirs']);
    expect(await first.latest('theirs')).toHaveLength(1);
  });

  it('stays within it where processes write at the same time', async () => {
    const writes = Array.from({ length: 400 }, (_, at) => {
      const store = at % 2 ? first : other;
      const name = `name-${at % 50}`;
      const text = 'x'.repeat(100 + ((at * 37) % 3_000));
      return [store.put(name, text, soon(), '192.0.2.3'), store.append(name, text, '192.0.2.3')];
    });
    await Promise.all(writes.flat());
    for (const kind of ['text', 'list'] as const) {
      const { names, octets } = await stored(kind);
      expect(octets).toBeLessThanOrEqual(budget.ownerSize);
      expect(octets).toBeGreaterThan(budget.ownerSize / 2);
      expect(names.length).toBeLessThanOrEqual(budget.ownerEntries);
      expect(await sumOf(kind, '192.0.2.3')).toBe(octets);
    }
  });

  const sumOf = async (kind: string, owner: string) =>
    Number(await client.hGet(`doorman:account:${kind}:${owner}:sizes`, ''));

  it('counts an entry once, for whoever wrote it last', async () => {
    for (let at = 0; at < 50; at += 1) {
      await first.append('shared', 'x'.repeat(400), at % 2 ? '192.0.2.4' : '192.0.2.5');
      await first.put('shared', 'x'.repeat(4_000 + at), soon(), at % 2 ? '192.0.2.4' : '192.0.2.5');
    }
    expect(await sumOf('list', '192.0.2.4')).toBe((await stored('list')).octets);
    expect(await sumOf('text', '192.0.2.4')).toBe((await stored('text')).octets);
    expect(await sumOf('list', '192.0.2.5')).toBe(0);
    expect(await sumOf('text', '192.0.2.5')).toBe(0);
    // What is somebody else's by now is not taken away from them.
    for (let at = 0; at < 30; at += 1) await first.append(`own-${at}`, 'x'.repeat(900), '192.0.2.5');
    expect(await first.latest('shared')).toHaveLength(listLimits.entries);
    // And what nobody pays for counts for nobody.
    await first.append('shared', 'x');
    expect(await sumOf('list', '192.0.2.4')).toBe(0);
  });

  it('does not count what has ended', async () => {
    for (let at = 0; at < 19; at += 1) {
      await first.put(`short-${at}`, 'x', new Date(Date.now() + 50), '192.0.2.6');
    }
    await first.put('long', 'x'.repeat(15_000), soon(), '192.0.2.6');
    await new Promise((resolve) => setTimeout(resolve, 80));
    await first.put('late', 'x'.repeat(4_500), soon(), '192.0.2.6');
    expect((await stored('text')).names).toEqual(['late', 'long']);
    expect(await sumOf('text', '192.0.2.6')).toBe((await stored('text')).octets);
  });

  it('mends an account of which Redis has dropped a part', async () => {
    for (const lost of ['written', 'ends', 'sizes']) {
      const owner = `192.0.2.${lost.length}0`;
      for (let at = 0; at < 15; at += 1) await first.put(`${lost}-${at}`, 'x'.repeat(900), soon(), owner);
      await client.del(`doorman:account:text:${owner}:${lost}`);
      for (let at = 15; at < 80; at += 1) await first.put(`${lost}-${at}`, 'x'.repeat(900), soon(), owner);
      const stays = async () => (await stored('text')).names.filter((name) => name?.startsWith(`${lost}-`));
      // What was written before may have been lost sight of, but not what came after.
      expect(await stays()).toContain(`${lost}-79`);
      expect((await stays()).length).toBeLessThanOrEqual(budget.ownerEntries + 15);
      expect(await sumOf('text', owner)).toBeLessThanOrEqual(budget.ownerSize);
      await client.flushAll();
    }
  });

  it('cuts a list at its octets, keeps the latest entry whatever its size, and lets nothing stay for good', async () => {
    const half = 'x'.repeat(listLimits.octets / 2);
    for (let at = 0; at < 4; at += 1) await first.append('large', half);
    expect(await first.latest('large')).toHaveLength(1);
    await first.append('large', half, '192.0.2.7');
    expect(await first.latest('large')).toHaveLength(1);
    const keys = await client.keys('*');
    const lives = await Promise.all(keys.map((key) => client.pTTL(key)));
    expect(keys.length).toBeGreaterThan(4);
    expect(Math.min(...lives)).toBeGreaterThan(0);
  });
});
