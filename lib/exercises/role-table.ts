/** Which role may use which methods, as one rule of access (RFC 9110 §15.5.4). */
import { type Check, failed, passed } from '@/lib/http-auth/decision';
import { inert } from '@/lib/http-auth/evidence';
import type { Policy } from '@/lib/http-auth/policies';

const allowed: Check = {
  stage: 'authorization',
  check: 'a role is held that allows this method',
  failure: 'no role of the principal allows this method',
  rule: 'RFC 9110 §15.5.4',
};

/** Grants a method to whoever holds a role that has it in `table`; HEAD counts as GET. Others get 403. */
export function roleTable(table: Readonly<Record<string, readonly string[]>>): Policy {
  return {
    checks: [allowed],
    judge({ name, roles = [] }, { method }, note) {
      const asked = method === 'HEAD' ? 'GET' : method;
      const granted = Object.keys(table).filter((role) => table[role]?.includes(asked));
      const saw = `${name}: ${roles.join(', ') || 'no role'}, asking for ${inert(asked, 20)}`;
      if (roles.some((role) => granted.includes(role))) {
        note(passed(allowed, saw));
        return { granted: true };
      }
      note(failed(allowed, saw, granted.join(' or ') || 'no role has this method'));
      return { granted: false };
    },
  };
}
