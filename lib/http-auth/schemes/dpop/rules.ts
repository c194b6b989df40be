/** The form of the rules that judge a DPoP proof, and those about its form, its header and its key. */
import { calculateJwkThumbprint, compactVerify, errors, importJWK, type JWK } from 'jose';
import { decodeBase64url } from '@/lib/http-auth/base64';
import type { Check } from '@/lib/http-auth/decision';
import { count, inert } from '@/lib/http-auth/evidence';
import { mediaType } from '../jwt/header';
import type { Finding, Jwt } from '../jwt/reading';
import { type JsonObject, kindOf, member } from '../strict-json';
import type { DpopNonces } from './nonce';

/** What the server demands of the proof that came with one request. */
export interface ProofTerms {
  readonly method: string;
  /** The address to which the request went, by the server's own name of itself. */
  readonly url: string;
  readonly now: Date;
  readonly nonces: DpopNonces;
  /** The access token that came with it; undefined at a token endpoint, where none comes. */
  readonly token?: string;
}

/** One rule. `description` becomes `error_description`, so it holds nothing that a client sent. */
export interface ProofRule {
  readonly check: Check;
  readonly description: string;
  /** `invalid_dpop_proof` where it is left out. */
  readonly error?: 'use_dpop_nonce';
  judge(proof: Jwt, terms: ProofTerms): Finding | Promise<Finding>;
}

/** A check of a proof (RFC 9449 §4.3); `failure` says what is wrong where it is not met. */
export function proofCheck(check: string, rule: Check['rule'], failure: string): Check {
  return { stage: 'authentication', check, rule, failure };
}

/** The algorithms that are offered, each with the kind of key it needs. */
const algorithms: Readonly<Record<string, { kty: string; crv: string; octets: readonly string[] }>> = {
  ES256: { kty: 'EC', crv: 'P-256', octets: ['x', 'y'] },
  EdDSA: { kty: 'OKP', crv: 'Ed25519', octets: ['x'] },
};

export const algorithmNames = Object.keys(algorithms);

const longestProof = 4096;

/** In order: each rule may rely on those before it. */
export const proofHeaderRules: readonly ProofRule[] = [
  {
    check: proofCheck('proof is at most 4 KiB', 'RFC 9110 §17.5', 'the proof is too long'),
    description: 'The DPoP proof is too long',
    judge: ({ token }) => ({
      ok: token.length <= longestProof,
      saw: count(token.length, 'byte'),
      expected: `at most ${longestProof} bytes`,
    }),
  },
  {
    check: proofCheck('proof has three segments', 'RFC 7515 §7.1', 'the proof is not a signed JWT'),
    description: 'The DPoP proof is not a JWT',
    judge: ({ token, segments }) => ({
      ok: segments.length === 3,
      saw: segmentsSeen(token, segments.length),
      expected: 'one JWT: header.claims.signature',
    }),
  },
  {
    check: proofCheck('proof segments are base64url', 'RFC 7515 §2', 'a part of the proof is not base64url'),
    description: 'The DPoP proof is not a JWT',
    judge({ octets }) {
      const at = octets.indexOf(undefined);
      const saw = at < 0 ? 'three times base64url' : `segment ${at + 1} is not base64url`;
      return { ok: at < 0, saw, expected: 'letters A–Z a–z 0–9 - _, no padding, nothing cut off' };
    },
  },
  {
    check: proofCheck(
      'proof header and claims are JSON objects',
      'RFC 9449 §4.2',
      'the proof does not contain two JSON objects',
    ),
    description: 'The DPoP proof is not a JWT',
    judge({ headerReading, claimsReading }) {
      const bad = headerReading.ok ? claimsReading : headerReading;
      const saw = bad.ok ? 'two objects' : `${headerReading.ok ? 'claims' : 'header'}: ${bad.saw}`;
      return { ok: bad.ok, saw, expected: 'two JSON objects in which each name comes once' };
    },
  },
  {
    check: proofCheck('proof typ is dpop+jwt', 'RFC 9449 §4.2', 'the proof does not have the type dpop+jwt'),
    description: 'The typ of the DPoP proof is not dpop+jwt',
    judge({ header }) {
      const typ = member(header, 'typ');
      const ok = typeof typ === 'string' && mediaType(typ) === 'dpop+jwt';
      const hint = typ === 'at+jwt' ? ': the access token in place of the proof' : '';
      return { ok, saw: seenMember('typ', typ) + hint, expected: 'typ dpop+jwt' };
    },
  },
  {
    check: proofCheck(
      'proof alg is one that is offered',
      'RFC 9449 §4.3',
      'the algorithm of the proof is not offered here',
    ),
    description: 'The algorithm of the DPoP proof is not supported',
    judge({ header }) {
      const alg = member(header, 'alg');
      const ok = typeof alg === 'string' && Object.hasOwn(algorithms, alg);
      let saw = seenMember('alg', alg);
      if (typeof alg === 'string' && alg.toLowerCase() === 'none') saw += ': no signature at all';
      if (typeof alg === 'string' && /^HS\d/.test(alg)) saw += ': a shared secret, which proves no key';
      return { ok, saw, expected: `alg ${algorithmNames.join(' or ')}` };
    },
  },
  {
    check: proofCheck(
      'proof crit names nothing unknown',
      'RFC 7515 §4.1.11',
      'the proof needs an extension that this server does not have',
    ),
    description: 'The DPoP proof needs an extension that is not supported',
    judge({ header }) {
      const crit = member(header, 'crit');
      return { ok: crit === undefined, saw: seenMember('crit', crit), expected: 'no crit' };
    },
  },
  {
    check: proofCheck(
      'proof brings the public key for its alg',
      'RFC 9449 §4.2',
      'the proof lacks a public key for its algorithm',
    ),
    description: 'The DPoP proof has no key that fits its algorithm',
    judge({ header }) {
      const alg = member(header, 'alg') as string;
      const { kty, crv } = algorithms[alg] ?? { kty: '', crv: '' };
      return {
        ok: publicKey(header) !== undefined,
        saw: keySeen(member(header, 'jwk')),
        expected: `a jwk with kty ${kty} and crv ${crv}, its coordinates of 32 bytes`,
      };
    },
  },
  {
    check: proofCheck('proof shows no private key', 'RFC 9449 §4.3', 'the proof shows a private key'),
    description: 'The DPoP proof contains a private key',
    judge({ header }) {
      const shown = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'].filter(
        (name) => member(member(header, 'jwk') as JsonObject, name) !== undefined,
      );
      return {
        ok: shown.length === 0,
        saw: shown.length
          ? `jwk with ${shown.join(', ')}: the secret half, now known to all`
          : 'public members only',
        expected: 'the public members alone: kty, crv, x and for EC y',
      };
    },
  },
  {
    check: proofCheck(
      'proof signature verifies',
      'RFC 9449 §4.3',
      'the signature of the proof does not verify',
    ),
    description: 'The signature of the DPoP proof does not verify',
    judge: judgeSignature,
  },
];

/** The public key in the header, cut down to the members that RFC 7638 §3.2 counts; undefined where it is none. */
export function publicKey(header: JsonObject): JWK | undefined {
  const jwk = member(header, 'jwk');
  const alg = member(header, 'alg');
  if (kindOf(jwk) !== 'an object' || typeof alg !== 'string' || !Object.hasOwn(algorithms, alg))
    return undefined;
  const { kty, crv, octets } = algorithms[alg] as (typeof algorithms)[string];
  const memberOf = (name: string) => member(jwk as JsonObject, name);
  const coordinate = (name: string) => {
    const value = memberOf(name);
    return typeof value === 'string' && value.length === 43 && decodeBase64url(value) !== undefined;
  };
  if (memberOf('kty') !== kty || memberOf('crv') !== crv || !octets.every(coordinate)) return undefined;
  return { kty, crv, ...Object.fromEntries(octets.map((name) => [name, memberOf(name)])) };
}

/** The thumbprint of a public key (RFC 7638 §3). */
export function thumbprint(jwk: JWK): Promise<string> {
  return calculateJwkThumbprint(jwk, 'sha256');
}

async function judgeSignature({ token, header, octets }: Jwt): Promise<Finding> {
  const alg = member(header, 'alg') as string;
  const expected = 'a signature by the key in jwk, over header and claims as they were sent';
  try {
    await compactVerify(token, await importJWK(publicKey(header) as JWK, alg), { algorithms: [alg] });
    return { ok: true, saw: `${alg} with the key in jwk`, expected };
  } catch (error) {
    // Web Crypto says DOMException for a point that is not on the curve.
    if (!(error instanceof errors.JOSEError || error instanceof DOMException)) throw error;
    const length = octets[2]?.length ?? 0;
    const saw =
      length === 64
        ? 'a signature of another key or of other bytes'
        : `a signature of ${count(length, 'byte')}${length ? '' : ': empty'}, where ${alg} has 64`;
    return { ok: false, saw, expected };
  }
}

function segmentsSeen(token: string, number: number): string {
  if (/,\s/.test(token)) return 'two values joined by a comma';
  if (number === 3) return `a JWT of ${count(token.length, 'byte')}`;
  return token === '' ? 'an empty value' : count(number, 'segment');
}

function keySeen(jwk: unknown): string {
  if (kindOf(jwk) !== 'an object') return jwk === undefined ? 'no jwk' : `jwk is ${kindOf(jwk)}`;
  const named = ['kty', 'crv'].map((name) => seenMember(name, member(jwk as JsonObject, name)));
  return `a jwk with ${named.join(', ')}`;
}

/** A member of header or claims as evidence. */
export function seenMember(name: string, value: unknown): string {
  if (value === undefined) return `no ${name}`;
  return `${name} ${inert(typeof value === 'string' ? value : JSON.stringify(value), 120)}`;
}
