/** The DPoP scheme: a token that works only together with a key (RFC 9449 §7.1). */
import { authorizationField } from '@/lib/http-auth/authorization-field';
import { type Check, failed, passed } from '@/lib/http-auth/decision';
import { masked } from '@/lib/http-auth/evidence';
import { type AuthParam, isToken68 } from '@/lib/http-auth/grammar';
import { fieldLines, type Message } from '@/lib/http-auth/message';
import type { Scheme } from '@/lib/http-auth/scheme';
import { tokenFault } from '../bearer/bearer';
import { seenInstead } from '../look-alikes';
import type { TokenCheck } from '../token';
import type { DpopNonces } from './nonce';
import { checkProof, proofChecks, replayCheck, spendProof } from './proof';
import { algorithmNames, proofCheck } from './rules';

const oneToken: Check = {
  stage: 'syntax',
  check: 'DPoP is followed by one token',
  failure: 'the text after DPoP is not one token',
  rule: 'RFC 9449 §7.1',
};
const boundToKey = proofCheck(
  'token is bound to the key of the proof',
  'RFC 9449 §7.1',
  'the token belongs to another key than the proof',
);

const error = (code: string, description: string): AuthParam[] => [
  ['error', code],
  ['error_description', description],
];

export interface DpopOptions {
  /** Decides which token is valid, and tells the thumbprint of the key it is bound to. */
  readonly tokens: TokenCheck;
  readonly nonces: DpopNonces;
}

/**
 * The server's side of DPoP. Proofs must carry a nonce of this server; a 401 and a 200 bring one. The `jti` is
 * used up last of all, so that only a holder of a valid token can fill the memory of those that were seen.
 */
export function dpop({ tokens, nonces }: DpopOptions): Scheme {
  return {
    name: 'DPoP',
    registered: true,
    rule: 'RFC 9449 §7.1',
    field: 'Authorization',
    checks: [oneToken, ...proofChecks, ...tokens.checks, boundToKey, replayCheck],
    malformed: error('invalid_request', 'The request needs one Authorization header with one access token'),
    async challenge(realm) {
      return {
        scheme: 'DPoP',
        params: [
          ['realm', realm],
          ['algs', algorithmNames.join(' ')],
        ],
      };
    },
    accompany: async (_realm, env) => [['DPoP-Nonce', await nonces.issue(env.now())]],
    async verify(message, _realm, env, note) {
      const field = authorizationField(message);
      if (field?.scheme.toLowerCase() !== 'dpop') return { outcome: 'absent', saw: absence(message) };
      const token = field.rest;
      if (!isToken68(token) || token.toLowerCase() === 'dpop') {
        note(failed(oneToken, tokenFault(token, 'dpop'), 'DPoP, a space, then the token'));
        const params = error('invalid_request', 'DPoP must be followed by one access token');
        return { outcome: 'malformed', params };
      }
      note(passed(oneToken, masked(token)));

      const proof = await checkProof(message, { nonces, token }, env, note);
      if (!proof.ok) return { outcome: 'refused', params: error(proof.error, proof.description) };
      const verdict = await tokens.verify(token, env, note);
      if (!verdict.ok) return { outcome: 'refused', params: error('invalid_token', verdict.description) };
      const expectedBinding = `cnf.jkt ${proof.jkt}, the thumbprint of the key in the proof`;
      if (verdict.jkt !== proof.jkt) {
        note(
          failed(boundToKey, verdict.jkt ? 'another thumbprint in cnf.jkt' : 'no cnf.jkt', expectedBinding),
        );
        const params = error('invalid_token', 'The access token is bound to another key');
        return { outcome: 'refused', params };
      }
      note(passed(boundToKey, `cnf.jkt ${proof.jkt}`));
      if (!(await spendProof(proof.jti, env, note))) {
        const params = error('invalid_dpop_proof', 'The DPoP proof was used before');
        return { outcome: 'refused', params };
      }
      const fields = [['DPoP-Nonce', await nonces.issue(env.now())]] as const;
      return { outcome: 'authenticated', principal: verdict.principal, fields };
    },
  };
}

/** What a message holds that has no token behind the word DPoP. */
function absence(message: Message): string {
  const saw = seenInstead(message);
  return fieldLines(message, 'DPoP').length ? `${saw}; a proof in DPoP alone is no token` : saw;
}
