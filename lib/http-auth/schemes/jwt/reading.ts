/** A JWT taken apart, and the form of the rules that judge it (RFC 7515 §5.2, RFC 7519 §7.2). */
import type { importJWK } from 'jose';
import { decodeBase64url } from '@/lib/http-auth/base64';
import type { Check } from '@/lib/http-auth/decision';
import { type JsonObject, type JsonReading, readJsonObject } from '../strict-json';

/** The longest token that is taken apart. */
export const longest = 8192;

/** A token in pieces. What could not be read is undefined or empty; the rule that meets it first refuses it. */
export interface Jwt {
  readonly token: string;
  readonly segments: readonly string[];
  readonly octets: readonly (Uint8Array | undefined)[];
  readonly headerReading: JsonReading;
  readonly claimsReading: JsonReading;
  readonly header: JsonObject;
  readonly claims: JsonObject;
}

export interface VerificationKey {
  readonly kid: string;
  /** The only algorithm that this key is used with, whatever a token says. */
  readonly alg: string;
  load(): ReturnType<typeof importJWK>;
  /** The newest token whose signature it verified. */
  readonly proved: { token?: string };
}

/** What the server demands. `now` is in seconds since 1970. */
export interface Terms {
  readonly issuer: string;
  readonly audience: string;
  readonly type: string;
  readonly bound: boolean;
  readonly skewSeconds: number;
  readonly keys: ReadonlyMap<string, VerificationKey>;
  readonly now: number;
}

export interface Finding {
  readonly ok: boolean;
  readonly saw: string;
  readonly expected: string;
  /** What is wrong, where the words of the check do not fit. */
  readonly failure?: string;
}

/** One rule. `description` becomes `error_description`, so it holds nothing that a client sent. */
export interface JwtRule {
  readonly check: Check;
  readonly description: string;
  judge(jwt: Jwt, terms: Terms): Finding | Promise<Finding>;
}

/** Takes a token apart without judging it. One that is too long stays whole. */
export function readJwt(token: string): Jwt {
  const segments = token.length > longest ? [] : token.split('.');
  const octets = segments.map(decodeBase64url);
  const headerReading = readJsonObject(octets[0] ?? new Uint8Array());
  const claimsReading = readJsonObject(octets[1] ?? new Uint8Array());
  return {
    token,
    segments,
    octets,
    headerReading,
    claimsReading,
    header: headerReading.ok ? headerReading.object : {},
    claims: claimsReading.ok ? claimsReading.object : {},
  };
}

/** A check of a JWT (RFC 7519 §7.2); `failure` says what is wrong where it is not met. */
export function jwtCheck(check: string, rule: Check['rule'], failure: string): Check {
  return { stage: 'authentication', check, rule, failure };
}
