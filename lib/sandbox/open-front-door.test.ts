import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { openFrontDoor } from './open-front-door';

test('a server that was made before is taken over at once, not with its first request', async () => {
  const key = Symbol.for('doorman.server');
  const server = createServer();
  Object.assign(globalThis, { [key]: server });
  await openFrontDoor();
  expect(server.listenerCount('request')).toBeGreaterThan(0);
  expect(server.listenerCount('clientError')).toBe(1);
  Reflect.deleteProperty(globalThis, key);
  Reflect.deleteProperty(globalThis, Symbol.for('doorman.front-door'));
});
