import { calculateJwkThumbprint, exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { decodeBase64url, encodeBase64url } from '../base64';
import { authorized, now, outcomeOf, verified } from '../fixtures';
import { isRule } from '../rule';
import type { Scheme } from '../scheme';
import { bearer } from './bearer';
import { type JwtOptions, jwtTokens } from './jwt';
import vectors from './jwt.vectors.json';

const issuer = 'https://issuer.example';
const audience = 'https://drafts.example';
const seconds = now.getTime() / 1000;
const claims = {
  iss: issuer,
  aud: audience,
  sub: 'ada',
  scope: 'read write',
  iat: seconds - 60,
  exp: seconds + 300,
};
const header = { alg: 'ES256', kid: 'k1', typ: 'at+jwt' };

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;
let keys: Keys;
let other: Keys;
let edwards: Keys;
let scheme: Scheme;
let pem: string;

beforeAll(async () => {
  [keys, other, edwards] = await Promise.all([
    generateKeyPair('ES256', { extractable: true }),
    generateKeyPair('ES256'),
    generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true }),
  ]);
  pem = await exportSPKI(keys.publicKey);
  const jwks = [
    { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'ES256' },
    { ...(await exportJWK(edwards.publicKey)), kid: 'k2', alg: 'EdDSA' },
  ];
  scheme = bearer({ tokens: jwtTokens({ issuer, audience, keys: jwks }) });
});

const text = (value: unknown) =>
  encodeBase64url(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)));

/** A token signed over exactly these texts: a JSON text may be one that no library would write. */
async function signed(headerValue: unknown, claimsValue: unknown, key: CryptoKey = keys.privateKey) {
  const input = `${text(headerValue)}.${text(claimsValue)}`;
  const algorithm = key.algorithm.name === 'ECDSA' ? { name: 'ECDSA', hash: 'SHA-256' } : key.algorithm.name;
  const signature = await crypto.subtle.sign(algorithm, key, new TextEncoder().encode(input));
  return `${input}.${encodeBase64url(new Uint8Array(signature))}`;
}

const withClaims = (change: object) => signed(header, { ...claims, ...change });
const withHeader = (change: object) => signed({ ...header, ...change }, claims);
const verify = (token: string, of = scheme) => verified(of, authorized(`Bearer ${token}`));

async function refusal(token: string | Promise<string>) {
  const { found, last, steps } = await verify(await token);
  expect(outcomeOf(found)).toBe('refused: invalid_token');
  expect(steps.filter(({ outcome }) => outcome === 'failed')).toEqual([last]);
  expect(last?.expected).toBeTruthy();
  return last;
}

describe('jwtTokens recognises', () => {
  it('a token that keeps every rule, and takes each step once, in order', async () => {
    const { found, steps } = await verify(await withClaims({}));
    expect(found).toEqual({
      outcome: 'authenticated',
      principal: { name: 'ada', scopes: ['read', 'write'] },
    });
    expect(steps.map(({ check }) => check)).toEqual(scheme.checks.map(({ check }) => check));
  });

  it('a token written by jose', async () => {
    const token = await new SignJWT(claims).setProtectedHeader(header).sign(keys.privateKey);
    expect((await verify(token)).found.outcome).toBe('authenticated');
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
    expect((await verify(await withClaims(change))).found.outcome).toBe('authenticated');
  });

  it.each(['AT+JWT', 'application/at+jwt', 'Application/At+Jwt'])('typ %s (RFC 7515 §4.1.9)', async (typ) => {
    expect((await verify(await withHeader({ typ }))).found.outcome).toBe('authenticated');
  });

  it('a token of the second key, by the algorithm of that key', async () => {
    const token = await signed({ ...header, alg: 'EdDSA', kid: 'k2' }, claims, edwards.privateKey);
    expect((await verify(token)).found.outcome).toBe('authenticated');
  });

  it('a token that brings a key, by the key of the server (RFC 8725 §3.10)', async () => {
    const { found, steps } = await verify(
      await withHeader({ jku: 'https://evil.example/keys', x5c: ['MII'] }),
    );
    expect(found.outcome).toBe('authenticated');
    expect(steps.map(({ saw }) => saw)).toContain('jku, x5c in the header: ignored');
  });
});

describe('jwtTokens refuses by its form', () => {
  it.each([
    ['the word undefined', 'undefined', 'no dot: the word undefined: a variable was empty'],
    ['a token without dots', 'toy-token-of-ada', 'no dot: toy-… (16 octets)'],
    [
      'a token without its signature',
      `${text(header)}.${text(claims)}`,
      '2 segments: the signature is missing',
    ],
    ['an encrypted token', 'a.b.c.d.e', '5 segments, as an encrypted token has'],
    ['an abbreviated token', 'eyJhbGciOi...', '4 segments'],
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
    const found = await jwtStep(token);
    expect(found).toMatchObject({ check: 'segments are base64url', outcome: 'failed', saw });
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
    expect(await refusal(`${latin1}.e30.AAAA`)).toMatchObject({ saw: 'octets that are not UTF-8' });
  });

  it('no header for a value that only looks like a name twice', async () => {
    const token = await signed(
      '{"alg":"ES256","kid":"k1","typ":"at+jwt","x":["alg","alg",":"],"y":"alg\\":"}',
      claims,
    );
    expect((await verify(token)).found.outcome).toBe('authenticated');
  });
});

/** The last step of the token check itself, for tokens that the scheme would not let through. */
async function jwtStep(token: string) {
  const steps: { check: string; outcome: string; saw: string }[] = [];
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'ES256' };
  const tokens = jwtTokens({ issuer, audience, keys: [jwk] });
  const { env } = await import('../fixtures');
  await tokens.verify(token, env, (step) => steps.push(step));
  return steps.at(-1);
}

describe('jwtTokens refuses by its header', () => {
  it.each(['none', 'None', 'nOnE', 'NONE'])('alg %s with an empty signature (RFC 8725 §3.1)', async (alg) => {
    const last = await refusal(`${text({ ...header, alg })}.${text(claims)}.`);
    expect(last).toMatchObject({
      check: 'alg is the one of the key',
      saw: `alg ${alg}: no signature at all`,
    });
  });

  it('HS256 with the public key as its secret (RFC 8725 §2.1)', async () => {
    const secret = new TextEncoder().encode(pem);
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
      'a signature of another key or of other octets',
    ],
    [
      'over other claims',
      async () => {
        const [head, , signature] = (await withClaims({})).split('.');
        return `${head}.${text({ ...claims, sub: 'grace' })}.${signature}`;
      },
      'a signature of another key or of other octets',
    ],
    ['that is empty', async () => `${text(header)}.${text(claims)}.`, 'an empty signature'],
    [
      'that was cut',
      async () => (await withClaims({})).slice(0, -6),
      'a signature of 60 octets, where ES256 has 64',
    ],
    [
      'of zeros only',
      async () => `${text(header)}.${text(claims)}.${'A'.repeat(86)}`,
      'a signature of another key or of other octets',
    ],
    [
      'in DER',
      async () => {
        const [head, body, signature] = (await withClaims({})).split('.');
        return `${head}.${body}.${encodeBase64url(der(decodeBase64url(signature ?? '') as Uint8Array))}`;
      },
      / octets in DER, where ES256 has 64$/,
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

const clock = 'server clock 2026-11-23T10:00:00Z';

describe('jwtTokens refuses by its claims', () => {
  it.each([
    ['that are an array', '[]', 'an array in place of an object'],
    ['with a name twice', `{"exp":${seconds + 300},"exp":${seconds + 900}}`, 'the name exp twice'],
    ['that are no JSON', 'hello', 'text that is not JSON'],
  ])('claims %s (RFC 7519 §7.2)', async (_title, json, saw) => {
    expect(await refusal(signed(header, json))).toMatchObject({ check: 'claims are a JSON object', saw });
  });

  it.each([
    ['that is missing', undefined, 'no exp'],
    ['that has passed', seconds - 180, `expired 3 min ago (2026-11-23T09:57:00Z); ${clock}`],
    [
      'that has passed by the grace to the second',
      seconds - 30,
      `expired 30 s ago (2026-11-23T09:59:30Z); ${clock}`,
    ],
    ['that has passed long ago', seconds - 5 * 86_400, `expired 5 days ago (2026-11-18T10:00:00Z); ${clock}`],
    ['that is a string', String(seconds + 300), 'exp is a string'],
    ['that is null', null, 'exp is null'],
    ['that is true', true, 'exp is a boolean'],
    ['before all dates', -1e300, expect.stringContaining(clock)],
  ])('an exp %s (RFC 7519 §4.1.4)', async (_title, exp, saw) => {
    expect(await refusal(withClaims({ exp }))).toMatchObject({ check: 'exp is still to come', saw });
  });

  it('an exp that no number can hold (RFC 7519 §2)', async () => {
    expect(await refusal(signed(header, `{"exp":1e999}`))).toMatchObject({
      saw: 'exp is not a finite number',
    });
  });

  it.each([
    ['that is still to come', seconds + 3 * 3600, `starts in 3 h (2026-11-23T13:00:00Z); ${clock}`],
    ['that is a string', '0', 'nbf is a string'],
  ])('an nbf %s (RFC 7519 §4.1.5)', async (_title, nbf, saw) => {
    expect(await refusal(withClaims({ nbf }))).toMatchObject({ check: 'nbf has come', saw });
  });

  it.each([
    ['in the future', seconds + 90, `time of issue: in 90 s (2026-11-23T10:01:30Z); ${clock}`],
    ['that is an object', {}, 'iat is an object'],
  ])('an iat %s (RFC 7519 §4.1.6)', async (_title, iat, saw) => {
    expect(await refusal(withClaims({ iat }))).toMatchObject({ check: 'iat is not in the future', saw });
  });

  it.each([
    ['that is missing', undefined, 'no iss'],
    ['with a slash more', `${issuer}/`, `iss ${issuer}/`],
    ['in another case', issuer.toUpperCase(), `iss ${issuer.toUpperCase()}`],
    ['in an array', [issuer], `iss ["${issuer}"]`],
  ])('an iss %s (RFC 7519 §4.1.1)', async (_title, iss, saw) => {
    expect(await refusal(withClaims({ iss }))).toMatchObject({
      check: 'iss is the issuer that is trusted here',
      saw,
    });
  });

  it.each([
    ['that is missing', undefined, 'no aud'],
    ['of another server', 'https://other.example', 'aud https://other.example'],
    ['of a longer name', `${audience}.evil.example`, `aud ${audience}.evil.example`],
    ['of other servers', ['https://other.example'], 'aud ["https://other.example"]'],
    ['that is an empty list', [], 'aud []'],
    ['with a number beside the name', [audience, 1], `aud ["${audience}",1]`],
    ['that is an object', { [audience]: true }, `aud {"${audience}":true}`],
  ])('an aud %s (RFC 7519 §4.1.3)', async (_title, aud, saw) => {
    expect(await refusal(withClaims({ aud }))).toMatchObject({ check: 'aud contains this server', saw });
  });

  it('scopes in an array (RFC 9068 §2.2.3)', async () => {
    const last = await refusal(withClaims({ scope: ['read', 'write'] }));
    expect(last).toMatchObject({ check: 'scope is one string', saw: 'scope ["read","write"]' });
  });

  it.each([
    ['that is missing', undefined, 'no sub'],
    ['that is empty', '', 'sub '],
    ['that is a number', 7, 'sub 7'],
  ])('a sub %s (RFC 7519 §4.1.2)', async (_title, sub, saw) => {
    expect(await refusal(withClaims({ sub }))).toMatchObject({ check: 'sub names the principal', saw });
  });

  it('nothing with the whole token in its words, and nothing that acts', async () => {
    const token = await withClaims({ iss: '\u202e<svg onload=alert(1)>\n\0' });
    const { steps } = await verify(token);
    expect(JSON.stringify(steps)).not.toContain(token.slice(0, 24));
    expect(steps.at(-1)?.saw).toBe('iss \\u202e<svg onload=alert(1)>\\n\\u0000');
  });
});

describe('published examples', () => {
  test.each(vectors.signatures)('$rule: refused first by: $fails', async ({ rule, key, token, fails }) => {
    expect(isRule(rule)).toBe(true);
    const own = bearer({ tokens: jwtTokens({ issuer: 'joe', audience, keys: [key] }) });
    const { steps, last } = await verified(
      own,
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
