/** Access tokens: how a resource server tells a valid one (RFC 6750 §3.1), and the opaque kind. */
import { isLeftover, placeholderFault } from '../authorization-field';
import { type Check, failed, type Note, type Principal, passed } from '../decision';
import { masked } from '../evidence';
import { octets } from '../message';
import type { Env } from '../scheme';
import { entriesOf, secretTable } from './secret-table';

/** `description` is a fixed text that may stand in `error_description` (RFC 6750 §3). */
export type TokenVerdict =
  | {
      readonly ok: true;
      readonly principal: Principal;
      /** The thumbprint of the key that the token is bound to (RFC 9449 §6.1). */
      readonly jkt?: string;
    }
  | { readonly ok: false; readonly description: string };

/** Checks one kind of access token. The token has the syntax of RFC 6750 §2.1 already. */
export interface TokenCheck {
  /** Every check that `verify` may note, in order. */
  readonly checks: readonly Check[];
  verify(token: string, env: Env, note: Note): Promise<TokenVerdict>;
}

/** What the server knows about an opaque token. */
export interface OpaqueToken {
  readonly principal: Principal;
  readonly expires?: Date;
  readonly revoked?: boolean;
}

const isKnownCheck: Check = {
  stage: 'authentication',
  check: 'token is known',
  failure: 'the token is not known',
  rule: 'RFC 6750 §3.1',
};
const unrevoked: Check = {
  stage: 'authentication',
  check: 'token is not revoked',
  failure: 'the token was revoked',
  rule: 'RFC 6750 §3.1',
};
const unexpired: Check = {
  stage: 'authentication',
  check: 'token has not expired',
  failure: 'the token has expired',
  rule: 'RFC 6750 §3.1',
};

/** Tokens that mean nothing in themselves: the server looks them up in `table`. */
export function opaqueTokens(
  table: ReadonlyMap<string, OpaqueToken> | Readonly<Record<string, OpaqueToken>>,
): TokenCheck {
  const find = secretTable(entriesOf(table));
  return {
    checks: [isKnownCheck, unrevoked, unexpired],
    async verify(token, env, note) {
      const record = await find(octets(token));
      if (!record) {
        note(failed(isKnownCheck, seenToken(token), 'a token that this server has issued'));
        return { ok: false, description: 'The access token is not known' };
      }
      note(passed(isKnownCheck, masked(token)));
      if (record.revoked) {
        note(failed(unrevoked, 'a revoked token', 'a token that is still in force'));
        return { ok: false, description: 'The access token was revoked' };
      }
      note(passed(unrevoked, 'in force'));
      const now = env.now();
      const clock = `server clock ${now.toISOString()}`;
      if (record.expires && now >= record.expires) {
        note(
          failed(
            unexpired,
            `a token that expired at ${record.expires.toISOString()}; ${clock}`,
            'a token that has not expired',
          ),
        );
        return { ok: false, description: 'The access token expired' };
      }
      note(
        passed(
          unexpired,
          record.expires ? `expires at ${record.expires.toISOString()}; ${clock}` : 'never expires',
        ),
      );
      return { ok: true, principal: record.principal };
    },
  };
}

/** A token as evidence: masked, and named where it is a word that a program left in its place. */
export function seenToken(token: string): string {
  if (isLeftover(token)) return `the word ${token}: a variable was empty`;
  return placeholderFault(token) ?? masked(token);
}
