/** The token endpoint of an authorization server: grants become access tokens (RFC 6749 §3.2, §5). */

import type { DpopNonces } from '@/lib/http-auth/schemes/dpop/nonce';
import { checkProof, endpointProofChecks, spendProof } from '@/lib/http-auth/schemes/dpop/proof';
import { type Check, failed, type Note, passed, type Step, withSkipped } from '../decision';
import { inert, masked } from '../evidence';
import { formatChallenge } from '../grammar';
import type { Field, Message } from '../message';
import type { Env } from '../scheme';
import { type Client, clientAuthentication, clientChecks } from './client-authentication';
import type { RefreshTokens } from './refresh-tokens';
import { type Form, formChecks, type OauthRefusal, readTokenForm, refused } from './token-form';

export interface TokenEndpoint {
  readonly realm: string;
  readonly clients: readonly Client[];
  /** Where given, the grant refresh_token is offered too, in the name of `subject`. */
  readonly refresh?: {
    readonly tokens: RefreshTokens;
    readonly subject: string;
    readonly scopes: readonly string[];
  };
  /** Where given, every request needs a proof, and tokens are bound to its key (RFC 9449 §5). */
  readonly nonces?: DpopNonces;
  /** The value of acr_values that makes the token tell of a strong login just now (RFC 9470 §5). */
  readonly strongLogin?: string;
  readonly lifeSeconds: number;
  sign(claims: Readonly<Record<string, unknown>>, call: TokenCall): Promise<string>;
}

export interface TokenCall {
  readonly message: Message;
  readonly env: Env;
  /** The absolute address of the resource, without trailing slash. */
  readonly resource: string;
}

export interface TokenReply {
  readonly status: number;
  readonly fields: readonly Field[];
  readonly content: Readonly<Record<string, unknown>>;
  readonly trace: readonly Step[];
}

type Granted = {
  readonly ok: true;
  readonly subject: string;
  readonly family?: Uint8Array;
};

const validGrant: Check = {
  stage: 'authorization',
  check: 'grant is valid',
  failure: 'the grant is not valid',
  rule: 'RFC 6749 §5.2',
};
const smallScope: Check = {
  stage: 'authorization',
  check: 'scope is within what was granted',
  failure: 'the scope is larger than what was granted',
  rule: 'RFC 6749 §3.3',
};

/** A function that answers token requests. Out comes JSON: a token, or an `error` with 400 or 401. */
export function tokenEndpoint(options: TokenEndpoint): (call: TokenCall) => Promise<TokenReply> {
  const { realm, clients, refresh, nonces, strongLogin, lifeSeconds, sign } = options;
  const authenticate = clientAuthentication(clients);
  const grants = ['client_credentials', ...(refresh ? ['refresh_token'] : [])];
  const checks = [
    ...formChecks,
    ...clientChecks,
    ...(nonces ? endpointProofChecks : []),
    smallScope,
    validGrant,
  ];

  const redeem = async (
    form: Form,
    client: Client,
    env: Env,
    note: Note,
  ): Promise<Granted | OauthRefusal> => {
    if (!refresh || form.get('grant_type') !== 'refresh_token') {
      note(passed(validGrant, 'the client’s own credentials'));
      return { ok: true, subject: client.id };
    }
    const token = form.get('refresh_token');
    if (token === undefined) {
      note(failed(validGrant, 'no refresh_token', 'the refresh token in the form'));
      return refused('invalid_request', 'The request needs a refresh_token');
    }
    const redeemed = await refresh.tokens.redeem(token, env);
    if (!redeemed.ok) {
      note(failed(validGrant, redeemed.saw, 'the latest refresh token, unused'));
      return refused('invalid_grant', 'The refresh token is not valid');
    }
    note(passed(validGrant, masked(token)));
    return { ok: true, subject: refresh.subject, family: redeemed.family };
  };

  const grant = async ({ message, env, resource }: TokenCall, note: Note) => {
    const read = readTokenForm(message, grants, note);
    if (!read.ok) return read;
    const { form } = read;
    const authenticated = await authenticate(message, form, note);
    if (!authenticated.ok) return authenticated;
    const proof = nonces && (await checkProof(message, { nonces }, env, note));
    if (proof && !proof.ok) return refused(proof.error, proof.description);
    if (proof && !(await spendProof(proof.jti, env, note))) {
      return refused('invalid_dpop_proof', 'The DPoP proof was used before');
    }
    const most =
      form.get('grant_type') === 'refresh_token' ? (refresh?.scopes ?? []) : authenticated.client.scopes;
    const asked = form.get('scope')?.split(' ') ?? most;
    if (!asked.every((scope) => most.includes(scope))) {
      note(failed(smallScope, `scope ${inert(asked.join(' '), 80)}`, `within ${most.join(' ')}`));
      return refused('invalid_scope', 'The scope is larger than what was granted, or unknown');
    }
    note(passed(smallScope, asked.join(' ')));
    // Last of all, so that a mistake elsewhere does not cost the refresh token.
    const redeemed = await redeem(form, authenticated.client, env, note);
    if (!redeemed.ok) return redeemed;

    const strong = strongLogin !== undefined && form.get('acr_values')?.split(' ').includes(strongLogin);
    const now = env.now();
    const iat = Math.floor(now.getTime() / 1000);
    const scope = asked.join(' ');
    const claims = {
      sub: redeemed.subject,
      client_id: authenticated.client.id,
      scope,
      iat,
      exp: iat + lifeSeconds,
      ...(proof && { cnf: { jkt: proof.jkt } }),
      ...(strong && { acr: strongLogin, auth_time: iat }),
    };
    const next = redeemed.family && (await refresh?.tokens.issue(now, redeemed.family));
    return {
      ok: true as const,
      content: {
        access_token: await sign(claims, { message, env, resource }),
        token_type: proof ? 'DPoP' : 'Bearer',
        expires_in: lifeSeconds,
        scope,
        ...(next && { refresh_token: next }),
      },
    };
  };

  return async (call) => {
    const trace: Step[] = [];
    const made = await grant(call, (step) => trace.push(step));
    const fields: Field[] = [
      ['Content-Type', 'application/json'],
      ['Pragma', 'no-cache'],
      ...(nonces ? [['DPoP-Nonce', await nonces.issue(call.env.now())] as const] : []),
    ];
    if (made.ok) return { status: 200, fields, content: made.content, trace };
    const steps = withSkipped(trace, checks);
    const content = { error: made.error, error_description: made.description };
    if (made.error !== 'invalid_client') return { status: 400, fields, content, trace: steps };
    // RFC 6749 §5.2 asks for the challenge where Authorization was used, RFC 9110 §15.5.2 with every 401.
    const challenge = formatChallenge({ scheme: 'Basic', params: [['realm', realm]] });
    return { status: 401, fields: [['WWW-Authenticate', challenge], ...fields], content, trace: steps };
  };
}
