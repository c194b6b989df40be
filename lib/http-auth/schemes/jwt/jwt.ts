/** JWT access tokens: signed claims that the server checks without asking anybody (RFC 7519, RFC 9068). */
import { importJWK, type JWK } from 'jose';
import { failed, passed } from '@/lib/http-auth/decision';
import type { TokenCheck } from '../token';
import { claimRules, principalOf, thumbprintOf } from './claims';
import { headerRules } from './header';
import { type JwtRule, readJwt, type Terms } from './reading';

export interface JwtOptions {
  /** Compared to `iss` character by character. */
  readonly issuer: string;
  /** What `aud` must be or contain: the name of this server. */
  readonly audience: string;
  /** Public keys, or secrets for HS256. Each needs a `kid` of its own and the one `alg` it may be used with. */
  readonly keys: readonly JWK[];
  /** By how much clocks may differ: 30 where it is left out, 60 at most. */
  readonly skewSeconds?: number;
  /** The `typ` of the header; `at+jwt` where it is left out (RFC 9068 §4). */
  readonly type?: string;
  /** True where tokens must be bound to a key; where it is left out they must not be (RFC 9449 §7.2). */
  readonly bound?: boolean;
}

const rules: readonly JwtRule[] = [...headerRules, ...claimRules];

/**
 * Checks JWT access tokens, one step for each rule, in the order that keeps a forger from choosing anything.
 * Throws a TypeError where a key lacks `kid` or `alg` or shares its `kid`, a RangeError where the skew is too large.
 */
export function jwtTokens({
  issuer,
  audience,
  keys,
  skewSeconds = 30,
  type = 'at+jwt',
  bound = false,
}: JwtOptions): TokenCheck {
  if (!(skewSeconds >= 0 && skewSeconds <= 60))
    throw new RangeError('Clocks may differ by 60 seconds at most');
  const table: Terms['keys'] = new Map(
    keys.map((jwk) => {
      const { kid, alg } = jwk;
      if (!kid || !alg) throw new TypeError('A verification key needs a kid and an alg');
      let imported: ReturnType<typeof importJWK> | undefined;
      return [kid, { kid, alg, load: () => (imported ??= importJWK(jwk, alg)), proved: {} }];
    }),
  );
  if (table.size < keys.length) throw new TypeError('Each verification key needs a kid of its own');
  return {
    checks: rules.map(({ check }) => check),
    async verify(token, env, note) {
      const jwt = readJwt(token);
      const terms: Terms = {
        issuer,
        audience,
        type,
        bound,
        skewSeconds,
        keys: table,
        now: env.now().getTime() / 1000,
      };
      for (const { check, description, judge } of rules) {
        const { ok, saw, expected, failure } = await judge(jwt, terms);
        note(ok ? passed(check, saw) : failed(failure ? { ...check, failure } : check, saw, expected));
        if (!ok) return { ok: false, description };
      }
      const jkt = thumbprintOf(jwt.claims);
      return { ok: true, principal: principalOf(jwt.claims), ...(jkt !== undefined && { jkt }) };
    },
  };
}
