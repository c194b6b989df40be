/** Checks the DPoP proof of a request: one step for each rule (RFC 9449 §4.3). */
import { type Check, failed, type Note, passed } from '@/lib/http-auth/decision';
import { count } from '@/lib/http-auth/evidence';
import { fieldLines, fromOctets, type Message } from '@/lib/http-auth/message';
import type { Env } from '@/lib/http-auth/scheme';
import { readJwt } from '../jwt/reading';
import { member } from '../strict-json';
import { proofClaimRules, proofWindow } from './claims';
import type { DpopNonces } from './nonce';
import {
  type ProofRule,
  type ProofTerms,
  proofCheck,
  proofHeaderRules,
  publicKey,
  thumbprint,
} from './rules';

const oneProof = proofCheck(
  'one DPoP header',
  'RFC 9449 §4.3',
  'the request does not have exactly one DPoP header',
);
const firstUse = proofCheck('jti was not used before', 'RFC 9449 §11.1', 'the proof was used before');
const withToken: readonly ProofRule[] = [...proofHeaderRules, ...proofClaimRules];
const withoutToken: readonly ProofRule[] = withToken.slice(0, -1);

/** The checks of `checkProof`, in order: those of a resource, and those of a token endpoint. */
export const proofChecks: readonly Check[] = [oneProof, ...withToken.map(({ check }) => check)];
export const endpointProofChecks: readonly Check[] = [
  oneProof,
  ...withoutToken.map(({ check }) => check),
  firstUse,
];
export const replayCheck = firstUse;

export type ProofVerdict =
  | { readonly ok: true; readonly jkt: string; readonly jti: string }
  | {
      readonly ok: false;
      readonly error: 'invalid_dpop_proof' | 'use_dpop_nonce';
      readonly description: string;
    };

/**
 * Judges the proof that came with `message`, all but its first use. `token` is the access token beside it,
 * left out at a token endpoint. Notes each check up to the first failure.
 */
export async function checkProof(
  message: Message,
  { nonces, token }: { readonly nonces: DpopNonces; readonly token?: string },
  env: Env,
  note: Note,
): Promise<ProofVerdict> {
  const [line = '', ...more] = fieldLines(message, 'DPoP');
  const lines = fieldLines(message, 'DPoP').length;
  const saw = lines ? count(lines, 'header line') : 'no DPoP header';
  note(lines === 1 ? passed(oneProof, saw) : failed(oneProof, saw, 'one DPoP header with one proof'));
  if (lines !== 1) {
    const description = more.length ? 'There is more than one DPoP proof' : 'There is no DPoP proof';
    return { ok: false, error: 'invalid_dpop_proof', description };
  }
  const proof = readJwt(line.trim());
  const url = env.origin + message.target;
  const terms: ProofTerms = { method: message.method, url, now: env.now(), nonces, ...(token && { token }) };
  for (const { check, description, error = 'invalid_dpop_proof', judge } of token
    ? withToken
    : withoutToken) {
    const { ok, saw, expected } = await judge(proof, terms);
    note(ok ? passed(check, saw) : failed(check, saw, expected));
    if (!ok) return { ok: false, error, description };
  }
  const jwk = publicKey(proof.header);
  if (!jwk) throw new Error('The rule about the key comes first');
  return { ok: true, jkt: await thumbprint(jwk), jti: member(proof.claims, 'jti') as string };
}

/** True the first time that a proof with this `jti` is used; its hash is kept while the proof could pass. */
export async function spendProof(jti: string, env: Env, note: Note): Promise<boolean> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(jti)));
  const until = new Date(env.now().getTime() + (proofWindow.past + proofWindow.future) * 1000);
  const first = await env.firstUse(`dpop ${btoa(fromOctets(hash))}`, until);
  note(
    first
      ? passed(firstUse, 'a jti that is new')
      : failed(firstUse, 'a jti that was used already', 'a new proof with a jti of its own for each request'),
  );
  return first;
}
