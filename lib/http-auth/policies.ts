/** Authorization: may this principal do that (RFC 9110 §15.5.4)? One function for each rule of access. */
import { type Check, failed, type Note, type Principal, passed } from './decision';
import { inert } from './evidence';
import type { AuthParam } from './grammar';
import type { Field, Message } from './message';
import type { Env } from './scheme';

/** `params` are sent in a challenge beside the 403 (RFC 9110 §11.6.1, RFC 6750 §3.1). */
export type Verdict =
  | { readonly granted: true }
  | {
      readonly granted: false;
      readonly params?: readonly AuthParam[];
      /** 403 where it is left out; 401 asks for another login of the same principal (RFC 9470 §3). */
      readonly status?: 401 | 419 | 429;
      readonly fields?: readonly Field[];
    };

/** The authorization rule of a resource. Where it conceals, every refusal looks like a missing resource. */
export interface Policy {
  readonly checks: readonly Check[];
  readonly conceals?: boolean;
  judge(principal: Principal, message: Message, note: Note, env: Env): Verdict | Promise<Verdict>;
}

type Judgement = {
  ok: boolean;
  saw: string;
  expected: string;
  params?: readonly AuthParam[];
};

function policy(
  check: Omit<Check, 'stage'>,
  judge: (principal: Principal, message: Message) => Judgement,
): Policy {
  const asked: Check = { stage: 'authorization', ...check };
  return {
    checks: [asked],
    judge(principal, message, note) {
      const { ok, saw, expected, params } = judge(principal, message);
      note(ok ? passed(asked, saw) : failed(asked, saw, expected));
      if (ok) return { granted: true };
      return params ? { granted: false, params } : { granted: false };
    },
  };
}

/** Whoever was recognised may pass. */
export const anyone: Policy = policy(
  { check: 'any recognised principal may pass', failure: 'nobody was recognised', rule: 'RFC 9110 §11.4' },
  ({ name }) => ({ ok: true, saw: name, expected: 'a principal' }),
);

/** Only a principal that holds `role`; others get 403. */
export function requireRole(role: string): Policy {
  return policy(
    { check: `role ${role} is held`, rule: 'RFC 9110 §15.5.4', failure: `the role ${role} is missing` },
    ({ name, roles = [] }) => ({
      ok: roles.includes(role),
      saw: roles.length ? `${name}: ${roles.join(', ')}` : `${name}: no role`,
      expected: `the role ${role}`,
    }),
  );
}

/** Only a token with every scope in `scope` (space-separated); others get 403 `insufficient_scope`. */
export function requireScope(scope: string): Policy {
  const needed = scope.split(' ');
  return policy(
    {
      check: `scope ${scope} is granted`,
      rule: 'RFC 6750 §3.1',
      failure: 'the scope of the token is too small',
    },
    ({ scopes = [] }) => ({
      ok: needed.every((needle) => scopes.includes(needle)),
      saw: scopes.length ? scopes.join(' ') : 'no scope',
      expected: scope,
      params: [
        ['error', 'insufficient_scope'],
        ['error_description', 'The access token is valid, its scope is too small'],
        ['scope', scope],
      ],
    }),
  );
}

/** Only the owner of the object; others get 403, whoever they are. The trace does not name the owner. */
export function ownerOnly(owner: string): Policy {
  return policy(
    {
      check: 'the object belongs to the principal',
      failure: 'the object belongs to somebody else',
      rule: 'RFC 9110 §15.5.4',
    },
    ({ name }) => ({
      ok: name === owner,
      saw: `a request by ${name}`,
      expected: 'the owner of the object',
    }),
  );
}

/** Nobody may pass: what an unknown path is to a server that does not tell which paths exist. */
export const nobody: Policy = policy(
  { check: 'the resource exists', failure: 'the resource does not exist', rule: 'RFC 9110 §15.5.5' },
  () => ({
    ok: false,
    saw: 'no such resource',
    expected: 'a resource at this path',
  }),
);

const strongLogin: Check = {
  stage: 'authentication',
  check: 'sign-in is strong enough',
  failure: 'the sign-in was not strong enough',
  rule: 'RFC 9470 §3',
};
const freshLogin: Check = {
  stage: 'authentication',
  check: 'sign-in is fresh enough',
  failure: 'the sign-in was too long ago',
  rule: 'RFC 9470 §3',
};

/** `acr` is the strength that the login must have had, `maxAge` how many seconds ago it may have been. */
export interface Login {
  readonly acr: string;
  readonly maxAge: number;
}

/** Asks for a new login where the one behind the token is too weak or too old (401), then for what `inner` asks. */
export function stepUp({ acr, maxAge }: Login, inner: Policy): Policy {
  const refused: Verdict = {
    granted: false,
    status: 401,
    params: [
      ['error', 'insufficient_user_authentication'],
      ['error_description', 'A stronger or more recent sign-in is needed'],
      ['acr_values', acr],
      ['max_age', String(maxAge)],
    ],
  };
  return {
    ...inner,
    checks: [strongLogin, freshLogin, ...inner.checks],
    judge(principal, message, note, env) {
      const saw = principal.acr === undefined ? 'no acr in the token' : `acr ${inert(principal.acr, 60)}`;
      const strong = principal.acr === acr;
      note(strong ? passed(strongLogin, saw) : failed(strongLogin, saw, `acr ${acr}`));
      if (!strong) return refused;
      const at = principal.authenticatedAt?.getTime() ?? Number.NaN;
      const age = Math.max(0, Math.floor((env.now().getTime() - at) / 1000));
      const fresh = age <= maxAge;
      const seen = Number.isNaN(age) ? 'no auth_time in the token' : `a sign-in ${age} s ago`;
      note(fresh ? passed(freshLogin, seen) : failed(freshLogin, seen, `a sign-in at most ${maxAge} s ago`));
      return fresh ? inner.judge(principal, message, note, env) : refused;
    },
  };
}

/** The same rule, but every refusal is answered as 404, so that the resource does not show (RFC 9110 §15.5.4). */
export function concealed(inner: Policy): Policy {
  return { ...inner, conceals: true };
}
