import fc from 'fast-check';
import { generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it, test } from 'vitest';
import { decide } from '@/lib/http-auth/decide';
import { duration, env, now, request } from '@/lib/http-auth/fixtures';
import type { Message } from '@/lib/http-auth/message';
import { challengesOf, lastOf } from '@/lib/http-auth/resources.fixtures';
import { scheme as bearerScheme, claims, header, seconds, signed } from '../jwt/fixtures';
import { tokenHash } from './client';
import {
  ask,
  asked,
  boundToken,
  dpopScheme,
  jktOf,
  nonces,
  otherKey,
  proofOf,
  refusal,
  room,
  token,
  withProofs,
} from './fixtures';
import { publicKey, thumbprint } from './rules';
import vectors from './vectors.json';

test(`${vectors.ath.rule}: ath`, async () => {
  expect(await tokenHash(vectors.ath.token)).toBe(vectors.ath.ath);
});

test.each(vectors.jkt)('$rule: jkt', async ({ jwk, alg, jkt }) => {
  expect(publicKey({ alg, jwk })).toEqual(jwk);
  expect(await thumbprint(jwk)).toBe(jkt);
});

describe('dpop lets in', () => {
  it('a bound token with its proof, and brings a nonce for the next one (RFC 9449 §9)', async () => {
    const decision = await ask(asked());
    expect(decision).toMatchObject({
      status: 200,
      principal: { name: 'ada', scopes: ['read', 'write'] },
      fields: [['DPoP-Nonce', await nonces.issue(now)]],
    });
    const checks = decision.trace.map(({ check }) => check);
    for (const { check } of dpopScheme.checks) expect(checks).toContain(check);
  });

  it('a proof by Ed25519', async () => {
    const { privateKey, publicKey: edKey } = await generateKeyPair('EdDSA', { extractable: true });
    const jwk = await crypto.subtle.exportKey('jwk', edKey);
    const bare = { kty: 'OKP', crv: 'Ed25519', x: jwk.x as string };
    const edwards = await boundToken({ cnf: { jkt: await thumbprint(bare) } });
    const proof = await new SignJWT({
      jti: 'one',
      htm: 'GET',
      htu: `${env.origin}/door`,
      iat: seconds,
      ath: await tokenHash(edwards),
      nonce: await nonces.issue(now),
    })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'dpop+jwt', jwk: bare })
      .sign(privateKey);
    expect((await ask(withProofs([proof], { token: edwards }))).status).toBe(200);
  });

  it.each([
    ['its host in capitals', 'HTTPS://DOORMAN.example/door'],
    ['the port that the scheme implies', 'https://doorman.example:443/door'],
    ['a letter in percents', 'https://doorman.example/%64oor'],
    ['a query', 'https://doorman.example/door?a=1'],
    ['a fragment', 'https://doorman.example/door#a'],
    ['dots', 'https://doorman.example/a/../door'],
  ])('an htu with %s (RFC 3986 §6.2)', async (_title, htu) => {
    expect((await ask(asked({ claims: { htu } }))).status).toBe(200);
  });

  it('a request with a query, which htu leaves out (RFC 9449 §4.3)', async () => {
    expect((await ask(asked({ message: { target: '/door?page=2' } }))).status).toBe(200);
  });

  it('the same nonce twice, under another jti (RFC 9449 §8)', async () => {
    const nonce = await nonces.issue(now);
    for (const jti of ['a', 'b']) expect((await ask(asked({ claims: { nonce, jti } }))).status).toBe(200);
  });

  it('the scheme word in any case', async () => {
    const message = request([
      ['authorization', `dpop ${token}`],
      ['dpop', await proofOf()],
    ]);
    expect((await ask(message)).status).toBe(200);
  });
});

describe('dpop asks', () => {
  it('without an error where nothing was sent, and brings one nonce (RFC 9449 §7.1)', async () => {
    const decision = await ask(request([]));
    expect(challengesOf(decision)).toEqual(['DPoP realm="lobby", algs="ES256 EdDSA"']);
    expect(decision).toMatchObject({ status: 401, fields: [['DPoP-Nonce', await nonces.issue(now)]] });
  });

  it('beside Bearer with a challenge each, and without an error in either (RFC 9449 §7.2)', async () => {
    const both = { ...room, schemes: [dpopScheme, bearerScheme] as const };
    const decision = await decide(request([]), both, env);
    expect(challengesOf(decision)).toEqual([
      'DPoP realm="lobby", algs="ES256 EdDSA"',
      'Bearer realm="lobby"',
    ]);
  });

  it('for a token where only a proof came', async () => {
    const { saw, status } = await refusal(request([['DPoP', await proofOf()]]));
    expect({ saw, status }).toEqual({
      status: 401,
      saw: 'no Authorization header; a proof in DPoP alone is no token',
    });
  });

  it('with a nonce whose letters are NQCHARs (RFC 9449 §8.1)', async () => {
    expect(await nonces.issue(now)).toMatch(/^[\x21\x23-\x5b\x5d-\x7e]+$/);
  });
});

describe('dpop refuses with use_dpop_nonce', () => {
  it.each([
    ['no nonce', undefined, 'no nonce'],
    ['a number', 5, 'nonce is a number'],
    ['a nonce of its own', 'sesame', 'a nonce that this server has not made'],
    ['an empty one', '', 'a nonce that this server has not made'],
  ])('%s (RFC 9449 §9)', async (_title, nonce, saw) => {
    expect(await refusal(asked({ claims: { nonce } }))).toMatchObject({
      status: 401,
      error: 'use_dpop_nonce',
      check: 'nonce is a fresh one of this server',
      saw,
      fields: [['DPoP-Nonce', await nonces.issue(now)]],
    });
  });

  it('a nonce that is too old (RFC 9449 §9)', async () => {
    const nonce = await nonces.issue(new Date(now.getTime() - 330_000));
    expect(await refusal(asked({ claims: { nonce } }))).toMatchObject({
      error: 'use_dpop_nonce',
      saw: 'a nonce that is 330 s old',
    });
  });
});

describe('dpop refuses with invalid_token', () => {
  it.each<[string, () => Promise<Message>, string]>([
    [
      'an expired token',
      async () => asked({ token: await boundToken({ exp: seconds - 100 }) }),
      'exp is still to come',
    ],
    ['a token that is no JWT', () => asked({ token: 'sesame' }), 'token has three segments'],
    [
      'a token of another key',
      async () => asked({ token: await boundToken({ cnf: { jkt: await jktOf(otherKey) } }) }),
      'token is bound to the key of the proof',
    ],
    ['the proof of another key', () => asked({ key: otherKey }), 'token is bound to the key of the proof'],
    [
      'a token that is bound to nothing (RFC 9449 §7.2)',
      async () => asked({ token: await signed(header, claims) }),
      'token is bound as its scheme wants',
    ],
    [
      'a cnf without jkt',
      async () => asked({ token: await boundToken({ cnf: { 'x5t#S256': 'x' } }) }),
      'token is bound as its scheme wants',
    ],
  ])('%s (RFC 9449 §7.1)', async (_title, message, check) => {
    expect(await refusal(message())).toMatchObject({ status: 401, error: 'invalid_token', check });
  });

  it('a bound token behind Bearer, on the scheme used (RFC 9449 §7.2)', async () => {
    const both = { ...room, schemes: [dpopScheme, bearerScheme] as const };
    const decision = await decide(request([['Authorization', `Bearer ${token}`]]), both, env);
    expect(decision.status).toBe(401);
    expect(challengesOf(decision)[0]).toBe('DPoP realm="lobby", algs="ES256 EdDSA"');
    expect(challengesOf(decision)[1]).toContain('error="invalid_token"');
    expect(lastOf(decision)).toMatchObject({
      check: 'token is bound as its scheme wants',
      saw: 'cnf with jkt: bound to a key',
    });
  });
});

describe('dpop and the other gates', () => {
  it('answers 403 insufficient_scope where the scope is too small (RFC 6750 §3.1)', async () => {
    expect(await refusal(asked({ token: await boundToken({ scope: 'write' }) }))).toMatchObject({
      status: 403,
      error: 'insufficient_scope',
    });
  });

  it('answers 400 to Bearer and DPoP in two field lines (RFC 9449 §7.2)', async () => {
    const message = await asked();
    const both = { ...message, fields: [...message.fields, ['Authorization', `Bearer ${token}`] as const] };
    expect(await refusal(both)).toMatchObject({ status: 400, error: 'invalid_request' });
  });

  it.each([
    ['the word alone', 'DPoP', 'the scheme word alone'],
    ['the word twice', `DPoP DPoP ${token}`, 'the scheme word twice'],
    ['quotation marks', `DPoP "${token}"`, 'quotation marks around the token'],
  ])('answers 400 to %s (RFC 9449 §7.1)', async (_title, value, saw) => {
    const message = request([
      ['Authorization', value],
      ['DPoP', await proofOf()],
    ]);
    expect(await refusal(message)).toMatchObject({ status: 400, error: 'invalid_request', saw });
  });
});

describe('whatever comes in', () => {
  const odd = fc.oneof(
    fc.string(),
    fc.constantFrom(undefined, null, 0, -1, 1e300, [], {}, true, '__proto__', 'http://[', '%', '\0'),
  );
  const names = fc.constantFrom('jti', 'htm', 'htu', 'iat', 'ath', 'nonce', 'x');
  const heads = fc.constantFrom('typ', 'alg', 'jwk', 'crit', 'kid', 'b64');

  test('one odd claim or member never throws and never passes for a good one', () =>
    fc.assert(
      fc.asyncProperty(fc.dictionary(names, odd), fc.dictionary(heads, odd), async (claims, head) => {
        const { status } = await ask(asked({ claims: claims, header: head }));
        expect([200, 401]).toContain(status);
      }),
      { numRuns: 150 },
    ));

  test('garbage in both fields is a 4xx', () =>
    fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (credentials, proof) => {
        const { status } = await ask(
          request([
            ['Authorization', `DPoP ${credentials}`],
            ['DPoP', proof],
          ]),
        );
        expect([400, 401]).toContain(status);
      }),
    ));

  it.each(['.', ',', '"', 'a', 'eyJ.', '='])('15 KiB of %s take less than 50 ms', async (piece) => {
    const long = piece.repeat(Math.ceil(15_360 / piece.length));
    const proof: [string, string][] = [
      ['Authorization', `DPoP ${token}`],
      ['DPoP', long],
    ];
    expect(await duration(() => ask(request(proof)))).toBeLessThan(50);
    expect(await duration(() => ask(request([['Authorization', `DPoP ${long}`]])))).toBeLessThan(50);
  });
});
