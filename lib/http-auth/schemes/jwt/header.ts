/** Rules about the form, the header and the signature of a JWT (RFC 7515, RFC 8725, RFC 9068 §4). */
import { compactVerify, errors } from 'jose';
import { placeholderFault } from '@/lib/http-auth/authorization-field';
import { count, inert, masked } from '@/lib/http-auth/evidence';
import { kindOf, member } from '../strict-json';
import { seenToken } from '../token';
import {
  type Finding,
  type Jwt,
  type JwtRule,
  jwtCheck,
  longest,
  type Terms,
  type VerificationKey,
} from './reading';

const parts = ['header', 'claims part', 'signature'];

/** In order: each rule may rely on those before it. Nothing that the token says chooses key or algorithm. */
export const headerRules: readonly JwtRule[] = [
  {
    check: jwtCheck('token is at most 8 KiB', 'RFC 9110 §17.5', 'the token is too long'),
    description: 'The access token is too long',
    judge: ({ token }) => ({
      ok: token.length <= longest,
      saw: count(token.length, 'byte'),
      expected: `at most ${longest} bytes`,
    }),
  },
  {
    check: jwtCheck('token has three segments', 'RFC 7515 §7.1', 'the token is not a signed JWT'),
    description: 'The access token is not a JWT',
    judge: ({ token, segments }) => ({
      ok: segments.length === 3,
      saw: segments.length === 3 ? masked(token) : segmentsFault(token, segments.length),
      expected: 'header.claims.signature',
    }),
  },
  {
    check: jwtCheck('segments are base64url', 'RFC 7515 §2', 'a part of the token is not base64url'),
    description: 'The access token is not a JWT',
    judge({ octets }) {
      const at = octets.indexOf(undefined);
      const saw = at < 0 ? 'three times base64url' : `a ${parts[at]} that is not base64url`;
      return { ok: at < 0, saw, expected: 'letters A–Z a–z 0–9 - _, no padding, nothing cut off' };
    },
  },
  {
    check: jwtCheck('header is a JSON object', 'RFC 7515 §4', 'the header of the token is not a JSON object'),
    description: 'The access token is not a JWT',
    judge: ({ headerReading: reading }) => ({
      ok: reading.ok,
      saw: reading.ok ? `an object with ${count(Object.keys(reading.object).length, 'member')}` : reading.saw,
      expected: 'a JSON object in which each name comes once',
    }),
  },
  {
    check: jwtCheck(
      'alg is the one of the key',
      'RFC 8725 §3.1',
      'the algorithm of the token is not allowed',
    ),
    description: 'The algorithm of the access token is not allowed',
    judge: judgeAlgorithm,
  },
  {
    check: jwtCheck(
      'crit names nothing unknown',
      'RFC 7515 §4.1.11',
      'the token needs an extension that this server does not have',
    ),
    description: 'The access token needs an extension that is not supported',
    judge({ header }) {
      const crit = member(header, 'crit');
      const saw = crit === undefined ? 'no crit' : `crit ${json(crit)}`;
      return { ok: crit === undefined, saw, expected: 'no crit: this server knows no extensions' };
    },
  },
  {
    check: jwtCheck(
      'kid names a key of the issuer',
      'RFC 7515 §4.1.4',
      'the token names no key of the issuer',
    ),
    description: 'The access token is signed with an unknown key',
    judge(jwt, { keys }) {
      const kid = member(jwt.header, 'kid');
      const ok = keyOf(jwt, keys) !== undefined;
      const names = `one of ${[...keys.keys()].join(', ')}`;
      if (kid === undefined) return { ok, saw: ok ? 'no kid, and one key only' : 'no kid', expected: names };
      return {
        ok,
        saw: typeof kid === 'string' ? `kid ${json(kid)}` : `kid is ${kindOf(kid)}`,
        expected: names,
      };
    },
  },
  {
    check: jwtCheck(
      'key comes from the server, not from the token',
      'RFC 8725 §3.10',
      'the token brings its key',
    ),
    description: 'The access token is not valid',
    judge({ header }) {
      const brought = ['jwk', 'jku', 'x5u', 'x5c'].filter((name) => member(header, name) !== undefined);
      const saw = brought.length ? `${brought.join(', ')} in the header: ignored` : 'no key in the header';
      return { ok: true, saw, expected: 'a key that the server holds' };
    },
  },
  {
    check: jwtCheck('signature verifies', 'RFC 7515 §5.2', 'the signature does not verify'),
    description: 'The signature of the access token does not verify',
    judge: judgeSignature,
  },
  {
    check: jwtCheck('typ is that of an access token', 'RFC 9068 §4', 'the token is not an access token'),
    description: 'The token is not an access token',
    judge({ header }, { type }) {
      const typ = member(header, 'typ');
      const ok = typeof typ === 'string' && mediaType(typ) === mediaType(type);
      const hint = typeof typ === 'string' && mediaType(typ) === 'jwt' ? ', as an ID token has it' : '';
      return {
        ok,
        saw: typ === undefined ? 'no typ' : `typ ${json(typ)}${ok ? '' : hint}`,
        expected: `typ ${type}`,
      };
    },
  },
];

function segmentsFault(token: string, number: number): string {
  const placeholder = placeholderFault(token);
  if (placeholder) return placeholder;
  if (number === 1) return `no dot: ${seenToken(token)}`;
  if (number === 2) return '2 segments: the signature is missing';
  return `${number} segments${number === 5 ? ', as an encrypted token has' : ''}`;
}

/** The key that `kid` names; without `kid`, the only key there is. Anything else finds none. */
function keyOf({ header }: Jwt, keys: Terms['keys']): VerificationKey | undefined {
  const kid = member(header, 'kid');
  if (kid === undefined) return keys.size === 1 ? [...keys.values()][0] : undefined;
  return typeof kid === 'string' ? keys.get(kid) : undefined;
}

function judgeAlgorithm(jwt: Jwt, { keys }: Terms): Finding {
  const alg = member(jwt.header, 'alg');
  const key = keyOf(jwt, keys);
  const allowed = key ? [key.alg] : [...new Set([...keys.values()].map((candidate) => candidate.alg))];
  const ok = typeof alg === 'string' && allowed.includes(alg);
  let saw = alg === undefined ? 'no alg' : `alg ${json(alg)}`;
  if (!ok && typeof alg === 'string' && alg.toLowerCase() === 'none') saw += ': no signature at all';
  if (!ok && typeof alg === 'string' && /^HS\d/.test(alg))
    saw += ': a secret is needed, a public key is none';
  return { ok, saw, expected: `alg ${allowed.join(' or ')}, which the server chose and not the token` };
}

async function judgeSignature(jwt: Jwt, { keys }: Terms): Promise<Finding> {
  const key = keyOf(jwt, keys);
  if (!key) throw new Error('The rule about kid comes first');
  const expected = `a signature by key ${key.kid} over header and claims as they were sent`;
  try {
    // The same octets by the same key: what was proved once needs no second proof.
    if (key.proved.token !== jwt.token) {
      await compactVerify(jwt.token, await key.load(), { algorithms: [key.alg] });
      key.proved.token = jwt.token;
    }
    return { ok: true, saw: `${key.alg} with key ${key.kid}`, expected };
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
    return { ok: false, saw: signatureFault(jwt.octets[2] ?? new Uint8Array(), key.alg), expected };
  }
}

const lengths: Readonly<Record<string, number>> = {
  ES256: 64,
  ES384: 96,
  ES512: 132,
  EdDSA: 64,
  Ed25519: 64,
  HS256: 32,
  HS384: 48,
  HS512: 64,
};

function signatureFault(signature: Uint8Array, alg: string): string {
  const expectedLength = lengths[alg];
  if (signature.length === 0) return 'an empty signature';
  if (expectedLength === undefined || signature.length === expectedLength)
    return 'a signature of another key or of other bytes';
  const der = alg.startsWith('ES') && signature[0] === 0x30 ? ' in DER' : '';
  return `a signature of ${count(signature.length, 'byte')}${der}, where ${alg} has ${expectedLength}`;
}

/** `typ` leaves out the prefix `application/` and is case-insensitive (RFC 7515 §4.1.9). */
export function mediaType(typ: string): string {
  return typ.toLowerCase().replace(/^application\/(?=[^/]+$)/, '');
}

function json(value: unknown): string {
  return inert(typeof value === 'string' ? value : JSON.stringify(value), 60);
}
