import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasRedis, newRedis } from './redis.fixtures';
import { redisTrouble } from './redis-trouble';

const password = 'hunter2secret';

it.each([
  [`redis://user:${password}@127.0.0.1:99999`, 'is no address'],
  [`redis://user:${password}#x@127.0.0.1:6379`, 'is no address'],
  [`redis://user:${password}/x@127.0.0.1:6379`, 'is no address'],
  [`127.0.0.1:6379:${password}`, 'is no address'],
  [`http://user:${password}@127.0.0.1:6379`, 'must begin with redis://'],
  [`redis://user:${password}@redis.invalid:6379`, 'host name'],
  [`redis://user:${password}@127.0.0.1:1`, 'over the network (ECONNREFUSED)'],
])('names the trouble with an address, and no password', async (url, words) => {
  const trouble = await redisTrouble(url);
  expect(trouble).toContain(words);
  expect(trouble).not.toContain('hunter2');
});

it('says that a Redis with TLS needs another scheme where the connection is closed at once', async () => {
  const server = createServer((socket) => socket.once('data', () => socket.destroy())).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  expect(await redisTrouble(`redis://127.0.0.1:${port}`)).toContain('needs rediss://');
  server.close();
});

describe.skipIf(!hasRedis)('with redis-server', async () => {
  const redis = await newRedis();
  beforeAll(() => redis.start());
  afterAll(() => redis.kill());

  it('has nothing to say where Redis answers', async () => {
    expect(await redisTrouble(redis.url)).toBeUndefined();
  });

  it('names TLS where Redis has none', async () => {
    expect(await redisTrouble(redis.url.replace('redis:', 'rediss:'))).toContain('TLS with Redis failed');
  }, 15_000);

  it('names the password where it is wrong or missing', async () => {
    const client = createClient({ url: redis.url });
    await client.connect();
    await client.configSet('requirepass', 'right');
    const wrong = redis.url.replace('//', `//default:${password}@`);
    expect(await redisTrouble(wrong)).toBe('Redis refuses the user name or the password in REDIS_URL.');
    expect(await redisTrouble(redis.url)).toBe('Redis refuses the user name or the password in REDIS_URL.');
    expect(await redisTrouble(redis.url.replace('//', '//default:right@'))).toBeUndefined();
    client.destroy();
  });
});
