/** Sessions that a server looks up by their cookie, and the CSRF token that each of them has (RFC 6265 §8.2). */
import { cookieValues } from '@/lib/http-auth/cookies';
import { authenticationCheck, type Check, failed, type Principal, passed } from '@/lib/http-auth/decision';
import { count, masked } from '@/lib/http-auth/evidence';
import { fieldLines } from '@/lib/http-auth/message';
import { isFromHere, sameOrigin } from '@/lib/http-auth/origin';
import type { Policy } from '@/lib/http-auth/policies';
import type { Scheme } from '@/lib/http-auth/scheme';

/** A session as its server knows it; `csrf` is the token that a form of this session holds. */
export interface KnownSession {
  readonly principal: Principal;
  readonly csrf: string;
  readonly expired: boolean;
}

const sessionCheck = authenticationCheck(
  'the session is known',
  'RFC 9110 §11.4',
  'the server knows no session with this id',
);
const fresh = authenticationCheck('the session has not expired', 'RFC 9110 §11.4', 'the session has expired');
const bound: Check = {
  stage: 'authorization',
  check: 'the CSRF token belongs to the session',
  failure: 'the request has no CSRF token of this session',
  rule: 'RFC 6265 §8.2',
};

/** The methods that are not safe, so that a request of another site with one of them does harm (RFC 9110 §9.2.1). */
const unsafe = /^(?:POST|PUT|PATCH|DELETE)$/;

/** Reads the session id from the cookie called `cookie`. No RFC makes this a scheme: the name in the challenge is ours. */
export function sessionTable(cookie: string, table: ReadonlyMap<string, KnownSession>): Scheme {
  return {
    name: 'Session',
    registered: false,
    rule: 'RFC 6265 §4.2',
    field: 'Cookie',
    checks: [sessionCheck, fresh],
    malformed: [],
    async challenge(realm) {
      return { scheme: 'Session', params: [['realm', realm]] };
    },
    async verify(message, _realm, _env, note) {
      const [id] = cookieValues(message, cookie);
      if (id === undefined) {
        const isBeside = fieldLines(message, 'Cookie').length > 0;
        return { outcome: 'absent', saw: isBeside ? `no cookie called ${cookie}` : 'no Cookie header' };
      }
      const session = table.get(id);
      if (!session) {
        note(failed(sessionCheck, masked(id), 'the id of a session that this server began'));
        return { outcome: 'refused', params: [] };
      }
      note(passed(sessionCheck, `${masked(id)}: ${session.principal.name}`));
      if (session.expired) {
        note(failed(fresh, 'a session that ended an hour ago', 'a session that has not ended'));
        return { outcome: 'refused', params: [] };
      }
      note(passed(fresh, 'it still lasts'));
      return { outcome: 'authenticated', principal: session.principal };
    },
  };
}

/** Asks unsafe requests for the CSRF token of their session in `field`, and for an origin that is this server's. */
export function csrfGuarded(
  cookie: string,
  field: string,
  table: ReadonlyMap<string, KnownSession>,
  inner: Policy,
): Policy {
  return {
    ...inner,
    checks: [sameOrigin, bound, ...inner.checks],
    async judge(principal, message, note, env) {
      if (!unsafe.test(message.method)) return inner.judge(principal, message, note, env);
      if (!isFromHere(message, env, note)) return { granted: false };
      const lines = fieldLines(message, field);
      const [id = ''] = cookieValues(message, cookie);
      const [token] = lines;
      if (token === undefined || lines.length > 1 || token !== table.get(id)?.csrf) {
        const saw = lines.length > 1 ? count(lines.length, `${field} header`) : masked(token ?? '');
        note(failed(bound, token === undefined ? `no ${field} header` : saw, 'the token of this session'));
        return { granted: false };
      }
      note(passed(bound, masked(token)));
      return inner.judge(principal, message, note, env);
    },
  };
}
