import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { decide } from '@/lib/http-auth/decide';
import { env, now } from '@/lib/http-auth/fixtures';
import type { Message } from '@/lib/http-auth/message';
import { challengesOf, lastOf } from '@/lib/http-auth/resources.fixtures';
import { memoryStore } from '@/lib/store/memory';
import { seconds, text } from '../jwt/fixtures';
import {
  asked,
  boundToken,
  nonces,
  otherKey,
  proofKey,
  proofOf,
  refusal,
  room,
  token,
  withProofs,
} from './fixtures';
import vectors from './vectors.json';

describe('dpop refuses with invalid_dpop_proof', () => {
  const proofs =
    (...make: (string | Promise<string>)[]) =>
    async () =>
      withProofs(await Promise.all(make));
  const secret = new TextEncoder().encode('a secret that is long enough to be one');
  const claimsOf = async () => ({ nonce: await nonces.issue(now), iat: seconds });

  it.each<[string, () => Promise<Message>, string, string]>([
    ['no proof', proofs(), 'one DPoP header', 'no DPoP header'],
    ['two field lines', proofs(proofOf(), proofOf()), 'one DPoP header', '2 header lines'],
    [
      'two proofs in one line',
      async () => withProofs([`${await proofOf()}, ${await proofOf()}`]),
      'proof has three segments',
      'two values joined by a comma',
    ],
    ['what is no JWT', proofs('sesame'), 'proof has three segments', '1 segment'],
    ['an empty proof', proofs(''), 'proof has three segments', 'an empty value'],
    ['too long a proof', proofs('a'.repeat(4097)), 'proof is at most 4 KiB', '4097 bytes'],
    ['what is not base64url', proofs('a=.b.c'), 'proof segments are base64url', 'segment 1 is not base64url'],
    [
      'a header that is no object',
      proofs(`${text([])}.${text({})}.AAAA`),
      'proof header and claims are JSON objects',
      'header: an array in place of an object',
    ],
    [
      'claims with a name twice',
      proofs(`${text({})}.${text('{"jti":"a","jti":"b"}')}.AAAA`),
      'proof header and claims are JSON objects',
      'claims: the name jti twice',
    ],
    [
      'the access token in its place',
      proofs(token),
      'proof typ is dpop+jwt',
      'typ at+jwt: the access token in place of the proof',
    ],
    ['another typ', () => asked({ header: { typ: 'JWT' } }), 'proof typ is dpop+jwt', 'typ JWT'],
    ['no typ', () => asked({ header: { typ: undefined } }), 'proof typ is dpop+jwt', 'no typ'],
    [
      'alg none',
      proofs(`${text({ typ: 'dpop+jwt', alg: 'none' })}.${text({})}.`),
      'proof alg is one that is offered',
      'alg none: no signature at all',
    ],
    [
      'a shared secret',
      async () =>
        withProofs([
          await new SignJWT(await claimsOf())
            .setProtectedHeader({ typ: 'dpop+jwt', alg: 'HS256' })
            .sign(secret),
        ]),
      'proof alg is one that is offered',
      'alg HS256: a shared secret, which proves no key',
    ],
    [
      'another alg',
      () => asked({ header: { alg: 'ES384' } }),
      'proof alg is one that is offered',
      'alg ES384',
    ],
    [
      'an alg that every object has',
      () => asked({ header: { alg: 'constructor' } }),
      'proof alg is one that is offered',
      'alg constructor',
    ],
    ['crit', () => asked({ header: { crit: ['b64'] } }), 'proof crit names nothing unknown', 'crit ["b64"]'],
    [
      'no key',
      () => asked({ header: { jwk: undefined } }),
      'proof brings the public key for its alg',
      'no jwk',
    ],
    [
      'the key of another alg',
      () => asked({ header: { alg: 'EdDSA' } }),
      'proof brings the public key for its alg',
      'a jwk with kty EC, crv P-256',
    ],
    [
      'a symmetric key',
      () => asked({ header: { jwk: { kty: 'oct', k: 'AAAA' } } }),
      'proof brings the public key for its alg',
      'a jwk with kty oct, no crv',
    ],
    [
      'the private key',
      () => asked({ header: { jwk: proofKey } }),
      'proof shows no private key',
      'jwk with d: the secret half, now known to all',
    ],
    [
      'the signature of another key',
      async () => {
        const { kty, crv, x, y } = otherKey;
        return asked({ header: { jwk: { kty, crv, x, y } } });
      },
      'proof signature verifies',
      'a signature of another key or of other bytes',
    ],
    [
      'a point that is not on the curve',
      () => asked({ header: { jwk: { kty: 'EC', crv: 'P-256', x: proofKey.x, y: proofKey.x } } }),
      'proof signature verifies',
      'a signature of another key or of other bytes',
    ],
    [
      'an empty signature',
      async () => withProofs([(await proofOf()).replace(/[^.]*$/, '')]),
      'proof signature verifies',
      'a signature of 0 bytes: empty, where ES256 has 64',
    ],
    ['no jti', () => asked({ claims: { jti: undefined } }), 'proof has jti, htm, htu and iat', 'no jti'],
    ['an iat in a string', () => asked({ claims: { iat: '1' } }), 'proof has jti, htm, htu and iat', 'iat 1'],
    [
      'another method',
      () => asked({ claims: { htm: 'POST' } }),
      'htm is the method of the request',
      'htm POST',
    ],
    [
      'the method in small letters (RFC 9110 §9.1)',
      () => asked({ claims: { htm: 'get' } }),
      'htm is the method of the request',
      'htm get',
    ],
    [
      'another path',
      () => asked({ claims: { htu: 'https://doorman.example/doors' } }),
      'htu is the address of the request',
      'htu https://doorman.example/doors',
    ],
    [
      'another origin',
      () => asked({ claims: { htu: 'https://evil.example/door' } }),
      'htu is the address of the request',
      'htu https://evil.example/door',
    ],
    [
      'http in place of https',
      () => asked({ claims: { htu: 'http://doorman.example/door' } }),
      'htu is the address of the request',
      'htu http://doorman.example/door',
    ],
    [
      'a path alone',
      () => asked({ claims: { htu: '/door' } }),
      'htu is the address of the request',
      'htu /door',
    ],
    [
      'a user in the address',
      () => asked({ claims: { htu: 'https://a@doorman.example/door' } }),
      'htu is the address of the request',
      'htu https://a@doorman.example/door',
    ],
    [
      'an iat of the past (RFC 9449 §11.1)',
      () => asked({ claims: { iat: seconds - 301 } }),
      'iat is recent',
      'a proof made 301 s ago',
    ],
    [
      'an iat of the future (RFC 9449 §11.1)',
      () => asked({ claims: { iat: seconds + 61 } }),
      'iat is recent',
      'a proof made 61 s in the future',
    ],
    [
      'an exp that has passed (RFC 7519 §4.1.4)',
      () => asked({ claims: { exp: seconds - 60 } }),
      'iat is recent',
      'exp 60 s ago',
    ],
    [
      'an nbf that is to come (RFC 7519 §4.1.5)',
      () => asked({ claims: { nbf: seconds + 61 } }),
      'iat is recent',
      'nbf 61 s ahead',
    ],
    ['an exp in a string', () => asked({ claims: { exp: '1' } }), 'iat is recent', 'exp 1'],
    ['no ath', () => asked({ claims: { ath: undefined } }), 'ath is the hash of the token', 'no ath'],
    [
      'the ath of another token',
      () => asked({ claims: { ath: vectors.ath.ath } }),
      'ath is the hash of the token',
      'the hash of something else',
    ],
  ])('%s (RFC 9449 §4.3)', async (_title, message, check, saw) => {
    expect(await refusal(message())).toMatchObject({
      status: 401,
      error: 'invalid_dpop_proof',
      check,
      saw,
      fields: [['DPoP-Nonce', await nonces.issue(now)]],
    });
  });

  it('a jti that came before (RFC 9449 §11.1)', async () => {
    const store = memoryStore(() => now.getTime());
    const storing = { ...env, firstUse: store.firstUse };
    const message = await asked();
    expect((await decide(message, room, storing)).status).toBe(200);
    const again = await decide(message, room, storing);
    expect(again.status).toBe(401);
    expect(lastOf(again)).toMatchObject({
      check: 'jti was not used before',
      saw: 'a jti that was used already',
    });
    expect(challengesOf(again)[0]).toContain('error="invalid_dpop_proof"');
  });

  it('no jti of a request that was refused for another reason', async () => {
    const used: string[] = [];
    const counting = { ...env, firstUse: async (id: string) => used.push(id) > 0 };
    await decide(await asked({ token: await boundToken({ exp: seconds - 100 }) }), room, counting);
    expect(used).toEqual([]);
  });
});
