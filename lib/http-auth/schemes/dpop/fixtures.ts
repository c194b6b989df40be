/** A DPoP resource for tests: an issuer, keys, and requests that are right but for one change. */
import { exportJWK, generateKeyPair } from 'jose';
import { decide, type Resource } from '@/lib/http-auth/decide';
import { env, now, request } from '@/lib/http-auth/fixtures';
import type { Field, Message } from '@/lib/http-auth/message';
import { requireScope } from '@/lib/http-auth/policies';
import { challengesOf, lastOf } from '@/lib/http-auth/resources.fixtures';
import { audience, claims, header, issuer, keys, signed } from '../jwt/fixtures';
import { jwtTokens } from '../jwt/jwt';
import { type ProofKey, proofClaims, signProof } from './client';
import { dpop } from './dpop';
import { dpopNonces } from './nonce';
import { thumbprint } from './rules';

export const nonces = dpopNonces(new Uint8Array(32));
export const tokens = jwtTokens({
  issuer,
  audience,
  bound: true,
  keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'ES256' }],
});
export const dpopScheme = dpop({ tokens, nonces });
export const room: Resource = { realm: 'lobby', schemes: [dpopScheme], policy: requireScope('read') };

const pair = async () =>
  (await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey)) as ProofKey;
export const [proofKey, otherKey] = await Promise.all([pair(), pair()]);

export const jktOf = ({ kty, crv, x, y }: ProofKey) => thumbprint({ kty, crv, x, y });

/** A token bound to `proofKey`; `change` replaces claims. */
export const boundToken = async (change: object = {}) =>
  signed(header, { ...claims, cnf: { jkt: await jktOf(proofKey) }, ...change });

export const token = await boundToken();

export interface Change {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly key?: ProofKey;
  readonly token?: string;
  readonly message?: Partial<Message>;
}

/** A proof for a GET of the resource; `change` replaces what a good one says. */
export async function proofOf(change: Change = {}): Promise<string> {
  const claims = await proofClaims({
    method: 'GET',
    url: `${env.origin}/door`,
    now,
    token: change.token ?? token,
    nonce: await nonces.issue(now),
  });
  return signProof(change.key ?? proofKey, { ...claims, ...change.claims }, change.header);
}

/** A request with the token and these DPoP field lines. */
export function withProofs(proofs: readonly string[], change: Change = {}): Message {
  const lines: Field[] = proofs.map((proof) => ['DPoP', proof]);
  return request([['Authorization', `DPoP ${change.token ?? token}`], ...lines], change.message);
}

/** A request that is right but for `change`. */
export async function asked(change: Change = {}): Promise<Message> {
  return withProofs([await proofOf(change)], change);
}

/** What the room answers. */
export const ask = async (message: Message | Promise<Message>, at = now) =>
  decide(await message, room, { ...env, now: () => at });

/** Status, last check, and the `error` of the one challenge; throws where there are more. */
export async function refusal(message: Message | Promise<Message>) {
  const decision = await ask(message);
  const [challenge = '', ...others] = challengesOf(decision);
  if (others.length) throw new Error(`More than one challenge: ${others.join(' · ')}`);
  return {
    status: decision.status,
    error: /error="([^"]*)"/.exec(challenge)?.[1],
    check: lastOf(decision).check,
    saw: lastOf(decision).saw,
    fields: 'fields' in decision ? decision.fields : undefined,
  };
}
