import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { decodeBase64url, encodeBase64url } from '@/lib/http-auth/base64';
import { claims, header, keys, other, refusal, signed, text, withClaims, withHeader } from './fixtures';

describe('jwtTokens refuses by its header', () => {
  it.each(['none', 'None', 'nOnE', 'NONE'])('alg %s with an empty signature (RFC 8725 §3.1)', async (alg) => {
    const last = await refusal(`${text({ ...header, alg })}.${text(claims)}.`);
    expect(last).toMatchObject({
      check: 'alg is the one of the key',
      saw: `alg ${alg}: no signature at all`,
    });
  });

  it('HS256 with the public key as its secret (RFC 8725 §2.1)', async () => {
    const secret = new TextEncoder().encode(await exportSPKI(keys.publicKey));
    const token = await new SignJWT(claims).setProtectedHeader({ ...header, alg: 'HS256' }).sign(secret);
    expect(await refusal(token)).toMatchObject({
      check: 'alg is the one of the key',
      saw: 'alg HS256: a secret is needed, a public key is none',
    });
  });

  it.each([
    ['the algorithm of another key', { alg: 'EdDSA' }, 'alg EdDSA'],
    ['another case', { alg: 'es256' }, 'alg es256'],
    ['no algorithm', { alg: undefined }, 'no alg'],
    ['an array of algorithms', { alg: ['ES256'] }, 'alg ["ES256"]'],
    ['a number', { alg: 256 }, 'alg 256'],
    ['a name that every object has', { alg: 'constructor', kid: undefined }, 'alg constructor'],
  ])('%s (RFC 8725 §3.1)', async (_title, change, saw) => {
    expect(await refusal(withHeader(change))).toMatchObject({ check: 'alg is the one of the key', saw });
  });

  it.each([
    ['an extension that is not known', { crit: ['exp'], exp: 1 }, 'crit ["exp"]'],
    ['an extension that jose would know', { crit: ['b64'], b64: true }, 'crit ["b64"]'],
    ['an empty list', { crit: [] }, 'crit []'],
  ])('%s in crit (RFC 7515 §4.1.11)', async (_title, change, saw) => {
    expect(await refusal(withHeader(change))).toMatchObject({ check: 'crit names nothing unknown', saw });
  });

  it.each([
    ['that nobody knows', 'k3', 'kid k3'],
    ['that climbs out of a folder', '../../etc/passwd', 'kid ../../etc/passwd'],
    ['that speaks SQL', "k1' OR '1'='1", "kid k1' OR '1'='1"],
    ['that every object has', '__proto__', 'kid __proto__'],
    ['that every map has', 'get', 'kid get'],
    ['in an array', ['k1'], 'kid is an array'],
    ['that is a number', 1, 'kid is a number'],
    ['that is null', null, 'kid is null'],
    ['that is missing while there are two keys', undefined, 'no kid'],
  ])('a kid %s (RFC 7515 §4.1.4)', async (_title, kid, saw) => {
    expect(await refusal(withHeader({ kid }))).toMatchObject({ check: 'kid names a key of the issuer', saw });
  });

  it('a signature by the key that the token brings (RFC 8725 §3.10)', async () => {
    const jwk = await exportJWK((await generateKeyPair('ES256', { extractable: true })).publicKey);
    expect(await refusal(signed({ ...header, jwk }, claims, other.privateKey))).toMatchObject({
      check: 'signature verifies',
    });
  });

  it.each([
    [
      'by another key',
      () => signed(header, claims, other.privateKey),
      'a signature of another key or of other bytes',
    ],
    [
      'over other claims',
      async () => {
        const [head, , signature] = (await withClaims({})).split('.');
        return `${head}.${text({ ...claims, sub: 'grace' })}.${signature}`;
      },
      'a signature of another key or of other bytes',
    ],
    ['that is empty', async () => `${text(header)}.${text(claims)}.`, 'an empty signature'],
    [
      'that was cut',
      async () => (await withClaims({})).slice(0, -6),
      'a signature of 60 bytes, where ES256 has 64',
    ],
    [
      'of zeros only',
      async () => `${text(header)}.${text(claims)}.${'A'.repeat(86)}`,
      'a signature of another key or of other bytes',
    ],
    [
      'in DER',
      async () => {
        const [head, body, signature] = (await withClaims({})).split('.');
        return `${head}.${body}.${encodeBase64url(der(decodeBase64url(signature ?? '') as Uint8Array))}`;
      },
      / bytes in DER, where ES256 has 64$/,
    ],
  ])('a signature %s (RFC 7515 §5.2)', async (_title, token, saw) => {
    const last = await refusal(token());
    expect(last).toMatchObject({ check: 'signature verifies', saw: expect.stringMatching(saw) });
  });

  it.each([
    ['of an ID token', { typ: 'JWT' }, 'typ JWT, as an ID token has it'],
    ['that is missing', { typ: undefined }, 'no typ'],
    ['of another token', { typ: 'dpop+jwt' }, 'typ dpop+jwt'],
    ['with another prefix', { typ: 'text/at+jwt' }, 'typ text/at+jwt'],
    ['that is no string', { typ: ['at+jwt'] }, 'typ ["at+jwt"]'],
  ])('a typ %s (RFC 9068 §4)', async (_title, change, saw) => {
    expect(await refusal(withHeader(change))).toMatchObject({ check: 'typ is that of an access token', saw });
  });
});

function der(raw: Uint8Array): Uint8Array {
  const integer = (part: Uint8Array) => [0x02, part.length + 1, 0x00, ...part];
  const body = [...integer(raw.slice(0, 32)), ...integer(raw.slice(32))];
  return Uint8Array.from([0x30, body.length, ...body]);
}
