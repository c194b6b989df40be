import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RedisStore, redisStore } from './redis';
import { hasRedis, newRedis } from './redis.fixtures';
import { isStoreUnavailable } from './store';

const soon = () => new Date(Date.now() + 60_000);

describe.skipIf(!hasRedis)('the store on redis-server', async () => {
  const redis = await newRedis();
  const sentences: string[] = [];
  let first: RedisStore;
  let other: RedisStore;
  beforeAll(async () => {
    await redis.start();
    first = redisStore(redis.url, (sentence) => sentences.push(sentence));
    other = redisStore(redis.url);
  });
  afterAll(async () => {
    first.close();
    other.close();
    await redis.kill();
  });

  /** How long a method takes to reject, in milliseconds. */
  async function refusal(work: () => Promise<unknown>): Promise<number> {
    const began = performance.now();
    const error = await work().then(
      () => undefined,
      (cause: unknown) => cause,
    );
    expect(isStoreUnavailable(error)).toBe(true);
    return performance.now() - began;
  }

  it('is the same for two processes', async () => {
    expect(await first.firstUse('shared', soon())).toBe(true);
    expect(await other.firstUse('shared', soon())).toBe(false);
    expect(await first.higher('shared', 5, soon())).toBe(true);
    expect(await other.higher('shared', 5, soon())).toBe(false);
    await first.put('shared', 'text', soon());
    expect(await other.get('shared')).toBe('text');
    const heard: string[] = [];
    const stop = other.listen('shared', (entry) => heard.push(entry));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await first.append('shared', 'entry');
    await expect.poll(() => heard).toEqual(['entry']);
    stop();
  });

  it('leaves no key without an end', async () => {
    await first.append('list', 'entry');
    const client = createClient({ url: redis.url });
    await client.connect();
    const keys = await client.keys('*');
    const lives = await Promise.all(keys.map((key) => client.pTTL(key)));
    client.destroy();
    expect(keys.length).toBeGreaterThan(4);
    expect(keys.every((key) => key.startsWith('doorman:'))).toBe(true);
    expect(Math.min(...lives)).toBeGreaterThan(0);
  });

  it('refuses at once while Redis is away, and recovers by itself', async () => {
    const heard: string[] = [];
    const stop = other.listen('mended', (entry) => heard.push(entry));
    await redis.kill();
    await expect.poll(() => sentences).toEqual(['Redis is away: what needs it is refused until it is back.']);
    expect(await refusal(() => first.firstUse('away', soon()))).toBeLessThan(200);
    expect(await refusal(() => first.higher('away', 1, soon()))).toBeLessThan(200);
    expect(await refusal(() => first.put('away', '', soon()))).toBeLessThan(200);
    expect(await refusal(() => first.get('away'))).toBeLessThan(200);
    expect(await refusal(() => first.append('away', ''))).toBeLessThan(200);
    expect(await refusal(() => first.latest('away'))).toBeLessThan(200);
    const late: string[] = [];
    const stopLate = other.listen('late', (entry) => late.push(entry));
    await redis.start();
    await expect.poll(() => sentences, { timeout: 5_000 }).toHaveLength(2);
    expect(await first.firstUse('away', soon())).toBe(true);
    // The other connections come back in their own time.
    const entry = () => first.append('mended', 'entry').then(() => first.append('late', 'entry'));
    await expect.poll(() => entry().then(() => heard.length && late.length), { timeout: 5_000 }).toBeTruthy();
    stop();
    stopLate();
  });

  it('gives up on a Redis that hangs after a second, then at once, and recovers by itself', async () => {
    const heard: string[] = [];
    const stop = other.listen('thawed', (entry) => heard.push(entry));
    redis.freeze();
    try {
      const waited = await refusal(() => first.firstUse('frozen', soon()));
      expect(waited).toBeGreaterThan(900);
      expect(waited).toBeLessThan(1_500);
      await expect
        .poll(() => refusal(() => first.get('frozen')), { timeout: 12_000, interval: 500 })
        .toBeLessThan(200);
    } finally {
      redis.thaw();
    }
    const use = () => first.firstUse('thawed', soon()).catch(() => undefined);
    await expect.poll(use, { timeout: 20_000 }).toBe(true);
    const entry = () => first.append('thawed', 'entry').catch(() => {});
    await expect.poll(() => entry().then(() => heard.length), { timeout: 20_000 }).toBeGreaterThan(0);
    stop();
  }, 60_000);
});

it('refuses where nothing ever listened, and does not keep the process alive to do so', async () => {
  const store = redisStore('redis://127.0.0.1:1');
  await expect(store.firstUse('id', soon())).rejects.toSatisfy(isStoreUnavailable);
  store.listen('list', () => {})();
  store.close();
});
