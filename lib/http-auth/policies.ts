/** Authorization: may this principal do that (RFC 9110 §15.5.4)? One function for each rule of access. */
import { type Check, failed, type Note, type Principal, passed } from './decision';
import type { AuthParam } from './grammar';
import type { Message } from './message';

/** `params` are sent in a challenge beside the 403 (RFC 9110 §11.6.1, RFC 6750 §3.1). */
export type Verdict =
  | { readonly granted: true }
  | { readonly granted: false; readonly params?: readonly AuthParam[] };

/** The authorization rule of a resource. Where it conceals, every refusal looks like a missing resource. */
export interface Policy {
  readonly checks: readonly Check[];
  readonly conceals?: boolean;
  judge(principal: Principal, message: Message, note: Note): Verdict;
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
  const own: Check = { stage: 'authorization', ...check };
  return {
    checks: [own],
    judge(principal, message, note) {
      const { ok, saw, expected, params } = judge(principal, message);
      note(ok ? passed(own, saw) : failed(own, saw, expected));
      if (ok) return { granted: true };
      return params ? { granted: false, params } : { granted: false };
    },
  };
}

/** Whoever was recognised may pass. */
export const anyone: Policy = policy(
  { check: 'any recognised principal may pass', rule: 'RFC 9110 §11.4' },
  ({ name }) => ({ ok: true, saw: name, expected: 'a principal' }),
);

/** Only a principal that holds `role`; others get 403. */
export function requireRole(role: string): Policy {
  return policy({ check: `role ${role} is held`, rule: 'RFC 9110 §15.5.4' }, ({ name, roles = [] }) => ({
    ok: roles.includes(role),
    saw: roles.length ? `${name}: ${roles.join(', ')}` : `${name}: no role`,
    expected: role,
  }));
}

/** Only a token with every scope in `scope` (space-separated); others get 403 `insufficient_scope`. */
export function requireScope(scope: string): Policy {
  const wanted = scope.split(' ');
  return policy({ check: `scope ${scope} is granted`, rule: 'RFC 6750 §3.1' }, ({ scopes = [] }) => ({
    ok: wanted.every((one) => scopes.includes(one)),
    saw: scopes.length ? scopes.join(' ') : 'no scope',
    expected: scope,
    params: [
      ['error', 'insufficient_scope'],
      ['error_description', 'The access token is valid, its scope is too small'],
      ['scope', scope],
    ],
  }));
}

/** Only the owner of the object; others get 403, whoever they are. */
export function ownerOnly(owner: string): Policy {
  return policy({ check: 'the object belongs to the principal', rule: 'RFC 9110 §15.5.4' }, ({ name }) => ({
    ok: name === owner,
    saw: `asked by ${name}`,
    expected: `owned by ${owner}`,
  }));
}

/** Nobody may pass: what an unknown path is to a server that does not tell which paths exist. */
export const nobody: Policy = policy({ check: 'the resource exists', rule: 'RFC 9110 §15.5.5' }, () => ({
  ok: false,
  saw: 'no such resource',
  expected: 'a resource at this path',
}));

/** The same rule, but every refusal is answered as 404, so that the resource does not show (RFC 9110 §15.5.4). */
export function concealed(inner: Policy): Policy {
  return { ...inner, conceals: true };
}
