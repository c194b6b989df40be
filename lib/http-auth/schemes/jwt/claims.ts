/** Rules about the claims of a JWT whose signature holds (RFC 7519 §4.1, RFC 9068 §2.2). */
import type { Principal } from '@/lib/http-auth/decision';
import { count, inert } from '@/lib/http-auth/evidence';
import { type JsonObject, kindOf, member } from '../strict-json';
import { type JwtRule, jwtCheck, type Terms } from './reading';

/** In order: form, times, who issued it, for whom, what it allows, about whom. */
export const claimRules: readonly JwtRule[] = [
  {
    check: jwtCheck(
      'claims are a JSON object',
      'RFC 7519 §7.2',
      'the claims of the token are not a JSON object',
    ),
    description: 'The claims of the access token are not a JSON object',
    judge: ({ claimsReading: reading }) => ({
      ok: reading.ok,
      saw: reading.ok ? count(Object.keys(reading.object).length, 'claim') : reading.saw,
      expected: 'a JSON object in which each name comes once',
    }),
  },
  {
    check: jwtCheck('exp is still to come', 'RFC 7519 §4.1.4', 'the token has expired'),
    description: 'The access token expired',
    judge({ claims }, terms) {
      const exp = member(claims, 'exp');
      const expected = `exp as a number, after the server clock (${terms.skewSeconds} s of grace)`;
      if (!isTime(exp)) {
        return {
          ok: false,
          saw: noTime('exp', exp),
          expected,
          failure: 'the token does not say when it expires',
        };
      }
      const ok = terms.now < exp + terms.skewSeconds;
      return {
        ok,
        saw: `a token that ${ok && terms.now < exp ? 'expires' : 'expired'} ${when(exp, terms)}`,
        expected,
      };
    },
  },
  {
    check: jwtCheck('nbf has come', 'RFC 7519 §4.1.5', 'the token is not valid yet'),
    description: 'The access token is not valid yet',
    judge({ claims }, terms) {
      const nbf = member(claims, 'nbf');
      const expected = `no nbf, or one before the server clock (${terms.skewSeconds} s of grace)`;
      if (nbf === undefined) return { ok: true, saw: 'no nbf', expected };
      if (!isTime(nbf)) return { ok: false, saw: noTime('nbf', nbf), expected };
      return {
        ok: terms.now >= nbf - terms.skewSeconds,
        saw: `a token that ${terms.now < nbf ? 'starts' : 'started'} ${when(nbf, terms)}`,
        expected,
      };
    },
  },
  {
    check: jwtCheck(
      'iat is not in the future',
      'RFC 7519 §4.1.6',
      'the time of issue of the token is not in the past',
    ),
    description: 'The access token was issued in the future',
    judge({ claims }, terms) {
      const iat = member(claims, 'iat');
      const expected = `no iat, or one before the server clock (${terms.skewSeconds} s of grace)`;
      if (iat === undefined) return { ok: true, saw: 'no iat', expected };
      if (!isTime(iat)) return { ok: false, saw: noTime('iat', iat), expected };
      return {
        ok: terms.now >= iat - terms.skewSeconds,
        saw: `a token issued ${when(iat, terms)}`,
        expected,
      };
    },
  },
  {
    check: jwtCheck(
      'iss is the issuer that is trusted here',
      'RFC 7519 §4.1.1',
      'the token does not come from the issuer that is trusted here',
    ),
    description: 'The access token has another issuer',
    judge({ claims }, { issuer }) {
      const iss = member(claims, 'iss');
      return { ok: iss === issuer, saw: seen('iss', iss), expected: `iss ${issuer}, to the character` };
    },
  },
  {
    check: jwtCheck('aud contains this server', 'RFC 7519 §4.1.3', 'the token is not meant for this server'),
    description: 'The access token is for another audience',
    judge({ claims }, { audience }) {
      const aud = member(claims, 'aud');
      const list = Array.isArray(aud) ? aud : [aud];
      const ok = list.every((entry) => typeof entry === 'string') && list.includes(audience);
      return { ok, saw: seen('aud', aud), expected: `aud ${audience}, or an array of strings with it` };
    },
  },
  {
    check: jwtCheck('scope is one string', 'RFC 9068 §2.2.3', 'the scope of the token is not a string'),
    description: 'The scope of the access token is not a string',
    judge({ claims }) {
      const scope = member(claims, 'scope');
      const ok = scope === undefined || typeof scope === 'string';
      return { ok, saw: seen('scope', scope), expected: 'scopes in one string, with spaces between them' };
    },
  },
  {
    check: jwtCheck('sub names the principal', 'RFC 7519 §4.1.2', 'the token does not say whom it is about'),
    description: 'The access token names no subject',
    judge({ claims }) {
      const sub = member(claims, 'sub');
      return {
        ok: typeof sub === 'string' && sub !== '',
        saw: seen('sub', sub),
        expected: 'sub as a string',
      };
    },
  },
  {
    check: jwtCheck(
      'token is bound as its scheme wants',
      'RFC 9449 §7.2',
      'the token does not fit this scheme',
    ),
    description: 'The access token does not belong to this scheme',
    judge({ claims }, { bound }) {
      const key = thumbprintOf(claims) !== undefined;
      const none = member(claims, 'cnf') === undefined;
      return {
        ok: bound ? key : none,
        saw: key ? 'cnf with jkt: bound to a key' : none ? 'no cnf: bound to no key' : 'cnf without jkt',
        expected: bound
          ? 'cnf with jkt; a token without it goes after Bearer'
          : 'no cnf; a bound token goes after DPoP, with a proof',
      };
    },
  },
];

/** Whom claims that keep the rules are about. */
export function principalOf(claims: JsonObject): Principal {
  const [scope, acr, time] = ['scope', 'acr', 'auth_time'].map((name) => member(claims, name));
  return {
    name: member(claims, 'sub') as string,
    scopes: typeof scope === 'string' ? scope.split(' ').filter(Boolean) : [],
    ...(typeof acr === 'string' && { acr }),
    ...(isTime(time) && { authenticatedAt: new Date(time * 1000) }),
  };
}

/** The thumbprint of the key that a token is bound to, or undefined (RFC 9449 §6.1). */
export function thumbprintOf(claims: JsonObject): string | undefined {
  const cnf = member(claims, 'cnf');
  const jkt = kindOf(cnf) === 'an object' ? member(cnf as JsonObject, 'jkt') : undefined;
  return typeof jkt === 'string' ? jkt : undefined;
}

/** A NumericDate is a number of seconds, never a string (RFC 7519 §2). */
function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function noTime(name: string, value: unknown): string {
  if (value === undefined) return `no ${name}`;
  return `${name} is ${typeof value === 'number' ? 'not a finite number' : kindOf(value)}`;
}

function seen(name: string, value: unknown): string {
  if (value === undefined) return `no ${name}`;
  return `${name} ${inert(typeof value === 'string' ? value : JSON.stringify(value), 120)}`;
}

/** `3 min ago, at 10:00; server clock 10:03`, in full and in UTC. */
function when(seconds: number, { now }: Terms): string {
  const distance = Math.abs(now - seconds);
  const [unit, size] = units.find(([, from]) => distance >= 2 * from) ?? ['s', 1];
  const far = `${Math.round(distance / size)} ${unit}`;
  return `${seconds > now ? `in ${far}` : `${far} ago`} (${utc(seconds)}); server clock ${utc(now)}`;
}

const units = [
  ['days', 86_400],
  ['h', 3600],
  ['min', 60],
] as const;

/** Dates that JavaScript cannot hold stay numbers. */
function utc(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? `${seconds}` : date.toISOString().replace('.000', '');
}
