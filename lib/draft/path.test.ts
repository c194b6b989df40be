import { describe, expect, it } from 'vitest';
import { pathTrouble, readPath } from './path';

const place = { base: '/api/sandbox/first-401/AttemptAttempt', host: 'localhost:3000' };

describe('what is typed as a path', () => {
  it.each([
    ['/', '/'],
    ['archive', '/archive'],
    ['/a?next=http://b.example/', '/a?next=http://b.example/'],
    ['/a b', '/a b'],
    ['', '/'],
  ])('%j is the path %j, and nothing is said', (text, path) => {
    expect(readPath(text, place)).toEqual({ path });
    expect(pathTrouble(path, place)).toBeUndefined();
  });

  it.each([
    [`http://localhost:3000${place.base}`, '/'],
    [`http://localhost:3000${place.base}/room-7?a=b`, '/room-7?a=b'],
    [`  http://127.0.0.1:3000${place.base}/room-7  `, '/room-7'],
    [`/http://127.0.0.1:3000${place.base}/room-7#part`, '/room-7'],
    [`HTTPS://second.example${place.base}?a=b`, '/?a=b'],
    [`${place.base}/room-7`, '/room-7'],
  ])('the address %s of this attempt becomes the path %s, and that is said', (text, path) => {
    expect(readPath(text, place)).toEqual({ path, note: expect.stringContaining('localhost:3000') });
  });

  it.each([
    ['http://elsewhere.example/room', 'elsewhere.example'],
    ['https://', 'no host'],
    [`http://localhost:3000${place.base}X/room`, 'not of your attempt'],
    ['http://localhost:3000/api/sandbox/first-401/SomebodyElse/', 'not of your attempt'],
  ])('the address %s stays, and what is wrong is said', (text, reason) => {
    const { path, note } = readPath(text, place);
    expect(path).toBe(`/${text}`);
    expect(note).toBeUndefined();
    expect(pathTrouble(path, place)).toContain(reason);
  });
});
