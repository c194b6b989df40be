/** What a request that changes something owes beside its session, which a browser attaches by itself (RFC 6265 §8.2). */
import { isLeftover } from '@/lib/http-auth/authorization-field';
import { type Check, failed, passed } from '@/lib/http-auth/decision';
import { count, inert, masked } from '@/lib/http-auth/evidence';
import { fieldLines, type Message } from '@/lib/http-auth/message';
import { isFromHere, sameOrigin } from '@/lib/http-auth/origin';
import type { Policy } from '@/lib/http-auth/policies';
import { trimWhitespace } from '@/lib/http-auth/scanner';
import { lasted, type Sessions, sessionOf } from '../session/session';
import { readToken } from '../session/value';

const authorization = (check: string, rule: Check['rule'], failure: string): Check => ({
  stage: 'authorization',
  check,
  rule,
  failure,
});

const bound = authorization(
  'the CSRF token belongs to the session',
  'RFC 6265 §8.2',
  'the request has no CSRF token of this session',
);
const recent = authorization('the page has not expired', 'RFC 6265 §8.2', 'the CSRF token is too old');

/**
 * Asks for the CSRF token of the session in X-CSRF-Token before `inner` is asked. A foreign page and a wrong token get
 * 403, a token that is too old 419: no registry has that number, some frameworks answer it all the same.
 */
export function guarded(sessions: Sessions, inner: Policy, lifetimeSeconds = 600): Policy {
  return {
    ...inner,
    checks: [sameOrigin, bound, recent, ...inner.checks],
    async judge(principal, message, note, env) {
      if (!isFromHere(message, env, note)) return { granted: false };
      const lines = fieldLines(message, 'X-CSRF-Token').map(trimWhitespace);
      const [line = ''] = lines;
      const session = sessionOf(message);
      const token = readToken(line);
      const fits =
        lines.length === 1 && session && token
          ? await sessions.isToken(session.nonce, token.made, token.signature)
          : false;
      if (!fits || !token) {
        note(failed(bound, tokenFault(lines, message), 'X-CSRF-Token with what GET /csrf gave this session'));
        return { granted: false };
      }
      note(passed(bound, masked(line)));
      const age = Math.floor(env.now().getTime() / 1000) - token.made;
      if (age >= lifetimeSeconds) {
        const expectedToken = `a token of the last ${lasted(lifetimeSeconds)}, from GET /csrf`;
        note(
          failed(
            recent,
            `a token made ${lasted(age)} ago`,
            `${expectedToken}; 419 is in no registry, 403 would do`,
          ),
        );
        return { granted: false, status: 419 };
      }
      note(passed(recent, `made ${lasted(age)} ago`));
      return inner.judge(principal, message, note, env);
    },
  };
}

function tokenFault(lines: readonly string[], message: Message): string {
  const [line] = lines;
  if (line === undefined) {
    const alike = message.fields.find(([name]) => /^(?:x-)?(?:csrf|xsrf)(?:-?token)?$/i.test(name));
    return alike ? `the header ${inert(alike[0], 40)}, no X-CSRF-Token` : 'no X-CSRF-Token header';
  }
  if (lines.length > 1) return count(lines.length, 'X-CSRF-Token line');
  if (line === '') return 'an empty value';
  if (isLeftover(line)) return `the word ${line}: a variable was empty`;
  if (/^["']/.test(line)) return 'quotation marks around the token';
  if (/%[0-9a-f]{2}/i.test(line)) return 'a percent-encoded token: a header has it without encoding';
  if (sessionOf({ ...message, fields: [['Cookie', `__Host-sid=${line}`]] }))
    return 'the session itself: the browser sends its cookie automatically, so it proves no intent';
  if (!readToken(line)) return masked(line);
  return 'a token of another session, or one that was changed';
}
