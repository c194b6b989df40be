import { calculateJwkThumbprint, SignJWT } from 'jose';
import { describe, expect, it, test } from 'vitest';
import { encodeBase64url } from '@/lib/http-auth/base64';
import { authorized, verified } from '@/lib/http-auth/fixtures';
import { isRule } from '@/lib/http-auth/rule';
import { bearer } from '../bearer/bearer';
import {
  audience,
  claims,
  edwards,
  header,
  issuer,
  keys,
  lastStep,
  refusal,
  scheme,
  seconds,
  signed,
  text,
  verify,
  withClaims,
  withHeader,
} from './fixtures';
import { type JwtOptions, jwtTokens } from './jwt';
import vectors from './vectors.json';

describe('jwtTokens recognises', () => {
  it('a token that keeps every rule, and takes each step once, in order', async () => {
    const { authentication, steps } = await verify(await withClaims({}));
    expect(authentication).toEqual({
      outcome: 'authenticated',
      principal: { name: 'ada', scopes: ['read', 'write'] },
    });
    expect(steps.map(({ check }) => check)).toEqual(scheme.checks.map(({ check }) => check));
  });

  it('a token written by jose', async () => {
    const token = await new SignJWT(claims).setProtectedHeader(header).sign(keys.privateKey);
    expect((await verify(token)).authentication.outcome).toBe('authenticated');
  });

  it.each([
    ['an audience among others (RFC 7519 §4.1.3)', { aud: ['https://other.example', audience] }],
    ['no scope: then it grants none (RFC 9068 §2.2.3)', { scope: undefined }],
    ['no nbf and no iat', { iat: undefined }],
    ['an end that lies within the grace (RFC 7519 §4.1.4)', { exp: seconds - 29 }],
    ['a start that lies within the grace (RFC 7519 §4.1.5)', { nbf: seconds + 30 }],
    ['a time with a fraction (RFC 7519 §2)', { exp: seconds + 0.5 }],
    ['an end beyond all dates', { exp: 1e300 }],
  ])('%s', async (_title, change) => {
    expect((await verify(await withClaims(change))).authentication.outcome).toBe('authenticated');
  });

  it.each(['AT+JWT', 'application/at+jwt', 'Application/At+Jwt'])('typ %s (RFC 7515 §4.1.9)', async (typ) => {
    expect((await verify(await withHeader({ typ }))).authentication.outcome).toBe('authenticated');
  });

  it('a token of the second key, by the algorithm of that key', async () => {
    const token = await signed({ ...header, alg: 'EdDSA', kid: 'k2' }, claims, edwards.privateKey);
    expect((await verify(token)).authentication.outcome).toBe('authenticated');
  });

  it('a token that brings a key, by the key of the server (RFC 8725 §3.10)', async () => {
    const { authentication, steps } = await verify(
      await withHeader({ jku: 'https://evil.example/keys', x5c: ['MII'] }),
    );
    expect(authentication.outcome).toBe('authenticated');
    expect(steps.map(({ saw }) => saw)).toContain('jku, x5c in the header: ignored');
  });
});

describe('jwtTokens refuses by its form', () => {
  it.each([
    ['the word undefined', 'undefined', 'no dot: the word undefined: a variable was empty'],
    ['a token without dots', 'toy-token-of-ada', 'no dot: toy-… (16 bytes)'],
    [
      'a token without its signature',
      `${text(header)}.${text(claims)}`,
      '2 segments: the signature is missing',
    ],
    ['an encrypted token', 'a.b.c.d.e', '5 segments, as an encrypted token has'],
    ['an abbreviated token', 'eyJhbGciOi...', 'a placeholder: an ellipsis in place of the rest'],
  ])('%s (RFC 7515 §7.1)', async (_title, token, saw) => {
    expect(await refusal(token)).toMatchObject({ check: 'token has three segments', saw });
  });

  it('a token above 8 KiB (RFC 9110 §17.5)', async () => {
    expect(await refusal(withClaims({ junk: 'x'.repeat(8192) }))).toMatchObject({
      check: 'token is at most 8 KiB',
    });
  });

  it.each([
    ['Base64 with padding', `${text({ ...header, a: 1 })}=.e30.x`, 'a header that is not base64url'],
    ['the letters of plain Base64', 'e30.Pz8/.AAAA', 'a claims part that is not base64url'],
    ['a length that never occurs', `${text(header)}.e30.AAAAA`, 'a signature that is not base64url'],
    ['leftover bits', `${text(header)}.e30.AB`, 'a signature that is not base64url'],
  ])('%s (RFC 7515 §2)', async (_title, token, saw) => {
    // Padding inside a token breaks RFC 6750 §2.1 first, so that case goes past the scheme.
    const step = await lastStep(token);
    expect(step).toMatchObject({ check: 'segments are base64url', outcome: 'failed', saw });
  });

  it.each([
    ['text that is not JSON', 'hello', 'text that is not JSON'],
    ['nothing', '', 'text that is not JSON'],
    ['an array', '[]', 'an array in place of an object'],
    ['null', 'null', 'null in place of an object'],
    ['a string', '"ES256"', 'a string in place of an object'],
    ['a name that comes twice', '{"alg":"ES256","kid":"k1","alg":"none"}', 'the name alg twice'],
    ['a name that comes twice, once escaped', '{"alg":"ES256","\\u0061lg":"none"}', 'the name alg twice'],
    [
      'a name that comes twice further down',
      '{"alg":"ES256","x":[{"a":1,"b":{"a":2},"a":3}]}',
      'the name a twice',
    ],
    [
      'too deep',
      `{"alg":${'['.repeat(2900)}${']'.repeat(2900)}}`,
      'objects or arrays in each other, more than 16 deep',
    ],
    ['a byte order mark', '\ufeff{"alg":"ES256"}', 'text that is not JSON'],
  ])('a header that is %s (RFC 7515 §4)', async (_title, json, saw) => {
    expect(await refusal(`${text(json)}.${text(claims)}.AAAA`)).toMatchObject({
      check: 'header is a JSON object',
      saw,
    });
  });

  it('a header that is not UTF-8 (RFC 7515 §4)', async () => {
    const latin1 = encodeBase64url(Uint8Array.from('{"alg":"ES256","x":"\xe4"}', (c) => c.charCodeAt(0)));
    expect(await refusal(`${latin1}.e30.AAAA`)).toMatchObject({ saw: 'bytes that are not UTF-8' });
  });

  it('no header for a value that only looks like a name twice', async () => {
    const token = await signed(
      '{"alg":"ES256","kid":"k1","typ":"at+jwt","x":["alg","alg",":"],"y":"alg\\":"}',
      claims,
    );
    expect((await verify(token)).authentication.outcome).toBe('authenticated');
  });
});

describe('published examples', () => {
  test.each(vectors.signatures)('$rule: refused first by: $fails', async ({ rule, key, token, fails }) => {
    expect(isRule(rule)).toBe(true);
    const scheme = bearer({ tokens: jwtTokens({ issuer: 'joe', audience, keys: [key] }) });
    const { steps, last } = await verified(
      scheme,
      authorized(`Bearer ${token}`),
      new Date('2011-01-01T00:00:00Z'),
    );
    expect(last).toMatchObject({ check: fails, outcome: 'failed' });
    const signature = steps.find(({ check }) => check === 'signature verifies');
    expect(signature?.outcome).toBe(rule === 'RFC 7515 §A.5' ? undefined : 'passed');
  });

  test.each(vectors.thumbprints)('$rule: $thumbprint', async ({ key, thumbprint }) => {
    expect(await calculateJwkThumbprint(key)).toBe(thumbprint);
  });
});

describe('programmers’ errors', () => {
  const options = (change: Partial<JwtOptions>) => () => jwtTokens({ issuer, audience, keys: [], ...change });

  it('throws where a key lacks kid or alg, or shares its kid', () => {
    expect(options({ keys: [{ kty: 'oct', k: 'AA', kid: 'a' }] })).toThrow(TypeError);
    expect(options({ keys: [{ kty: 'oct', k: 'AA', alg: 'HS256' }] })).toThrow(TypeError);
    const key = { kty: 'oct', k: 'AA', kid: 'a', alg: 'HS256' };
    expect(options({ keys: [key, key] })).toThrow(TypeError);
  });

  it('throws where clocks may differ by more than a minute', () => {
    expect(options({ skewSeconds: 61 })).toThrow(RangeError);
    expect(options({ skewSeconds: Number.NaN })).toThrow(RangeError);
  });
});
