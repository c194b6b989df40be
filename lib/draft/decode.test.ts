import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeToken, readBase64 } from './decode';

const now = new Date('2026-11-23T12:00:00Z');
const seconds = now.getTime() / 1000;
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('Base64 for people', () => {
  it('shows what is inside, control characters too', () => {
    expect(readBase64('YWRhOm9wZW4gc2VzYW1lCg==')).toBe('ada:open sesame\\n');
    expect(readBase64('em/DqzrihpIb')).toBe('zoë:→\\x1b');
  });

  it('says when it is not UTF-8', () => {
    expect(readBase64(btoa('zoë'))).toBe('zoë (not UTF-8: read as ISO-8859-1)');
  });

  it('says when it is no Base64', () => {
    expect(readBase64('“a”')).toContain('not Base64');
  });
});

describe('a token for people', () => {
  it('is header and claims, with times spelled out (RFC 7519 §4.1)', () => {
    const claims = { sub: 'ada', exp: seconds + 7200, nbf: seconds - 30, scope: ['a'] };
    expect(decodeToken(`${part({ alg: 'ES256' })}.${part(claims)}.c2ln`, now)).toEqual([
      { name: 'Header', members: [{ key: 'alg', value: 'ES256' }] },
      {
        name: 'Claims, not verified',
        members: [
          { key: 'sub', value: 'ada' },
          { key: 'exp', value: String(seconds + 7200), note: '2026-11-23T14:00:00Z, in 2 h' },
          { key: 'nbf', value: String(seconds - 30), note: '2026-11-23T11:59:30Z, 30 s ago' },
          { key: 'scope', value: '["a"]' },
        ],
      },
    ]);
  });

  it.each([
    ['abc', 'this has 1'],
    [`${part({})}.${part({})}`, 'this has 2'],
    ['a.b.c.d', 'this has 4'],
    [`x.${part({})}.y`, 'Header'],
    [`${part({})}.${part([1])}.y`, 'Claims'],
  ])('says why %s is none', (token, reason) => {
    expect(decodeToken(token, now)).toContain(reason);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void [readBase64(text), decodeToken(text, now)]));
    expect(decodeToken(`${part({})}.${part({ exp: 1e300 })}.`, now)).toHaveLength(2);
  });
});
