/** A badge that can be checked: a JWS with what was solved and when, signed with a key of the attempt (RFC 7515). */
import { importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import type { Attempt } from './exercise';
import { toyPrivateKey } from './issuer';

/** One incident as a badge has it; `solved` is ISO 8601. */
export interface Evidence {
  readonly path: string;
  readonly cause: string;
  readonly solved: string;
}

export interface BadgePress {
  /** The public key, with `kid` and `alg`. */
  readonly jwk: JWK;
  /** The JWS in compact form. `resource` is the address of the exam, which is the issuer. */
  press(resource: string, evidence: readonly Evidence[], at: Date): Promise<string>;
  /** The claims of a badge of this attempt, or undefined for any other text. */
  read(badge: string, resource: string): Promise<Readonly<Record<string, unknown>> | undefined>;
}

const type = 'doorman-badge+jwt';
const alg = 'ES256';

/** Presses the badges of one attempt. */
export async function badgePress(attempt: Attempt): Promise<BadgePress> {
  const key = await toyPrivateKey(attempt, 'badge key');
  const { kty = '', crv = '', x = '', y = '' } = await crypto.subtle.exportKey('jwk', key);
  const kid = `badge-${attempt.id.slice(0, 8)}`;
  const jwk: JWK = { kty, crv, x, y, kid, alg, use: 'sig' };
  const open = await importJWK(jwk, alg);
  return {
    jwk,
    press: (resource, incidents, at) =>
      new SignJWT({ incidents })
        .setProtectedHeader({ alg, typ: type, kid })
        .setIssuer(resource)
        .setSubject(attempt.id)
        .setIssuedAt(at)
        .sign(key),
    async read(badge, resource) {
      const terms = { algorithms: [alg], typ: type, issuer: resource, subject: attempt.id };
      // jose throws for whatever is not a badge of ours: that is an answer here.
      return jwtVerify(badge, open, terms).then(
        ({ payload }) => payload,
        () => undefined,
      );
    },
  };
}
