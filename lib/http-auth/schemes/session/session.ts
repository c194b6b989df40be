/** A session in a cookie (RFC 6265). No RFC makes it an auth-scheme: the name is ours, for the challenge of a 401. */
import { authorizationField, isLeftover, showableScheme } from '@/lib/http-auth/authorization-field';
import { encodeBase64url } from '@/lib/http-auth/base64';
import { cookiesOf, cookieValues } from '@/lib/http-auth/cookies';
import { authenticationCheck, type Check, failed, type Principal, passed } from '@/lib/http-auth/decision';
import { count, decoded, masked, shown, spelled } from '@/lib/http-auth/evidence';
import { type Field, fieldLines, type Message } from '@/lib/http-auth/message';
import type { Env, Scheme } from '@/lib/http-auth/scheme';
import { readSession, type SessionValue, sessionText, signer, tokenText } from './value';

export interface SessionOptions {
  /** Signs sessions and CSRF tokens; one for each attempt. */
  readonly key: Uint8Array;
  /** 8 letters of base64url that name the attempt, since one browser has one cookie for all of them. */
  readonly place: string;
  readonly principals: readonly Principal[];
  /** How long a login lasts; four hours where it is left out. */
  readonly lifetimeSeconds?: number;
}

/** Sessions of one attempt: the scheme that reads them, and what begins and ends them. */
export interface Sessions {
  readonly scheme: Scheme;
  /** A new cookie value. Nothing that a client sent goes into it, so no session can be planted (RFC 6265 §8.4). */
  begin(principal: Principal, env: Env): Promise<string>;
  /** The value of a session that began earlier, with a nonce of the caller's (22 letters of base64url). */
  earlier(principal: Principal, issued: number, nonce: string): Promise<string>;
  /** Ends the session that `message` carries; nothing happens where it carries none. */
  end(message: Message, env: Env): Promise<void>;
  /** A CSRF token for a session, made at `made` (seconds since 1970). */
  token(nonce: string, made: number): Promise<string>;
  isToken(nonce: string, made: number, signature: string): Promise<boolean>;
}

const sessionCookie = '__Host-sid';
const attributes = 'Secure; HttpOnly; SameSite=Lax; Path=/';

/** The field line that hands a session to a client. */
export function setSession(value: string): Field {
  return ['Set-Cookie', `${sessionCookie}=${value}; ${attributes}`];
}

/** The field line that takes the cookie away (RFC 6265 §3.1). */
export const dropSession: Field = ['Set-Cookie', `${sessionCookie}=; Max-Age=0; ${attributes}`];

/** The session that a message carries, not yet proved; undefined where there is not exactly one. */
export function sessionOf(message: Message): SessionValue | undefined {
  const [value, ...more] = cookieValues(message, sessionCookie);
  return value === undefined || more.length ? undefined : readSession(value);
}

const once: Check = {
  stage: 'syntax',
  check: 'the session cookie comes once',
  failure: 'the request does not have one Cookie header with one session cookie',
  rule: 'RFC 6265 §5.4',
};
const written = authenticationCheck(
  'the session id has the form that this server writes',
  'RFC 6265 §4.1.1',
  'the session cookie does not have the form that this server writes',
);
const here = authenticationCheck(
  'the session belongs to this attempt',
  'RFC 6265 §8.5',
  'the session belongs to another attempt',
);
const genuine = authenticationCheck(
  'the session was signed by this server',
  'RFC 6265 §8.3',
  'the session cookie was not signed by this server',
);
const fresh = authenticationCheck('the session has not expired', 'RFC 9110 §11.4', 'the session has expired');
const running = authenticationCheck('the session was not ended', 'RFC 9110 §11.4', 'the session was ended');

/** Sessions of one attempt. Throws a TypeError where a principal's name cannot stand in a cookie. */
export function sessions({ key, place, principals, lifetimeSeconds = 4 * 3600 }: SessionOptions): Sessions {
  if (!principals.every(({ name }) => /^[A-Za-z0-9-]{1,32}$/.test(name)))
    throw new TypeError('A name in a session is 1 to 32 letters, digits or hyphens');
  const principalsByName = new Map(principals.map((principal) => [principal.name, principal] as const));
  const { sign, isSigned } = signer(key);
  const refused = { outcome: 'refused', params: [] } as const;
  const ended = ({ nonce, issued }: SessionValue) => `session ended ${nonce} ${issued}`;

  const earlier = async ({ name }: Principal, issued: number, nonce: string) => {
    const text = sessionText({ name, issued, nonce, place });
    return `${text}.${await sign(text)}`;
  };
  const isCurrent = async (session: SessionValue) =>
    session.place === place && (await isSigned(sessionText(session), session.signature));

  const scheme: Scheme = {
    name: 'Session',
    registered: false,
    rule: 'RFC 6265 §4.2',
    field: 'Cookie',
    checks: [once, written, here, genuine, fresh, running],
    malformed: [],
    async challenge(realm) {
      return { scheme: 'Session', params: [['realm', realm]] };
    },
    async accompany(_realm, _env, message) {
      // Nothing was sent that could be taken away.
      if (!cookieValues(message, sessionCookie).length) return [];
      // The cookie of another attempt is left alone: it is still good there.
      const session = sessionOf(message);
      return session && session.place !== place ? [] : [dropSession];
    },
    async verify(message, _realm, env, note) {
      const values = cookieValues(message, sessionCookie);
      const lines = fieldLines(message, 'Cookie').length;
      if (values.length && (values.length > 1 || lines > 1)) {
        const saw = values.length > 1 ? `${values.length} cookies called ${sessionCookie}` : '';
        note(failed(once, saw || count(lines, 'Cookie header line'), 'one Cookie line with one such cookie'));
        return { outcome: 'malformed', params: [] };
      }
      const [value] = values;
      if (value === undefined) return { outcome: 'absent', saw: seenInsteadOf(message) };
      note(passed(once, `one cookie called ${sessionCookie}`));

      const session = readSession(value);
      if (!session) {
        note(failed(written, valueFault(value), 'the value of Set-Cookie up to its first semicolon'));
        return refused;
      }
      note(passed(written, masked(value)));

      if (session.place !== place) {
        const saw = 'a session of another attempt: a browser keeps one such cookie for all of them';
        note(failed(here, saw, 'a sign-in at this attempt; it takes the place of the other one'));
        return refused;
      }
      note(passed(here, 'this attempt'));

      if (!(await isCurrent(session))) {
        note(failed(genuine, 'a signature that does not fit', 'a cookie as the server set it, unchanged'));
        return refused;
      }
      note(passed(genuine, 'HMAC-SHA-256 over everything before it'));

      const age = Math.floor(env.now().getTime() / 1000) - session.issued;
      if (age >= lifetimeSeconds) {
        note(
          failed(
            fresh,
            `a session begun ${lasted(age)} ago`,
            `a sign-in of the last ${lasted(lifetimeSeconds)}`,
          ),
        );
        return refused;
      }
      note(passed(fresh, `a session begun ${lasted(age)} ago`));

      const principal = principalsByName.get(session.name);
      if (!principal || (await env.recall(ended(session)))) {
        note(failed(running, 'a session that a sign-out or a later sign-in ended', 'a new sign-in'));
        return refused;
      }
      note(passed(running, principal.name));
      return { outcome: 'authenticated', principal };
    },
  };

  return {
    scheme,
    earlier,
    begin: (principal, env) =>
      earlier(principal, Math.floor(env.now().getTime() / 1000), encodeBase64url(env.random(16))),
    async end(message, env) {
      const session = sessionOf(message);
      if (!session || !(await isCurrent(session))) return;
      await env.remember(ended(session), '1', new Date((session.issued + lifetimeSeconds) * 1000));
    },
    token: async (nonce, made) => `${made}.${await sign(tokenText(nonce, made))}`,
    isToken: (nonce, made, signature) => isSigned(tokenText(nonce, made), signature),
  };
}

/** A length of time in the largest unit that makes it 2 or more: `90 seconds`, `3 hours`. */
export function lasted(seconds: number): string {
  if (seconds >= 7200) return count(Math.floor(seconds / 3600), 'hour');
  return seconds >= 120 ? count(Math.floor(seconds / 60), 'minute') : count(seconds, 'second');
}

/** Why a value is none that this server wrote. */
function valueFault(value: string): string {
  if (value === '') return 'an empty value, as a deleted cookie has';
  if (isLeftover(value)) return `the word ${value}: a variable was empty`;
  if (/^["']|["']$/.test(value)) return 'quotation marks around the value: they count as part of it';
  if (value.includes('%')) return 'a percent sign: the value was escaped, and cookies are not unescaped';
  if (/^[<{[$]/.test(value)) return 'a placeholder that was not filled in';
  const at = value.search(/[^\w.-]/);
  if (at < 0) return masked(value);
  const [odd = ''] = decoded(value.slice(at));
  return `${spelled(odd)} at byte ${at + 1}${odd === ',' ? ': cookies are divided by semicolons' : ''}`;
}

const lookAlike = /^(?:__(?:host|secure)-)?(?:sid|session|session-?id|connect\.sid|phpsessid|jsessionid)$/i;

/** What the message holds in place of the cookie. */
function seenInsteadOf(message: Message): string {
  const cookies = cookiesOf(message);
  const alike = cookies.find(([name]) => lookAlike.test(name));
  if (alike) return `a cookie called ${shown(alike[0], 40)}, none called ${sessionCookie}`;
  if (cookies.length) return `${count(cookies.length, 'cookie')}, none called ${sessionCookie}`;
  if (fieldLines(message, 'Cookie').length) return 'a Cookie header without a name and an equals sign';
  const answered = fieldLines(message, 'Set-Cookie').length;
  if (answered) return 'no Cookie header; Set-Cookie is what a server sends';
  const scheme = showableScheme(authorizationField(message)?.scheme ?? '');
  return scheme ? `no Cookie header; Authorization with ${scheme} is not read here` : 'no Cookie header';
}
