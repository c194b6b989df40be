/** What the cookie exercises share: sessions of this attempt, and the routes that begin, end and guard them. */

import { encodeBase64url } from '@/lib/http-auth/base64';
import type { Check, Principal, Step } from '@/lib/http-auth/decision';
import { failed, passed } from '@/lib/http-auth/decision';
import { count, shown } from '@/lib/http-auth/evidence';
import { formatChallenge } from '@/lib/http-auth/grammar';
import { fieldValue, type Message } from '@/lib/http-auth/message';
import { isFromHere } from '@/lib/http-auth/origin';
import { anyone } from '@/lib/http-auth/policies';
import { guarded } from '@/lib/http-auth/schemes/csrf/csrf';
import { secretTable } from '@/lib/http-auth/schemes/secret-table';
import {
  dropSession,
  type Sessions,
  sessionOf,
  sessions,
  setSession,
} from '@/lib/http-auth/schemes/session/session';
import { member, readJsonObject } from '@/lib/http-auth/schemes/strict-json';
import type { Attempt, Call, Reply, Route } from './exercise';
import type { Person } from './people';

export interface Member extends Person {
  readonly principal: Principal;
}

export interface CookieLogin {
  readonly sessions: Sessions;
  /** `/login`, `/logout` and `/csrf`. */
  readonly routes: Readonly<Record<'/login' | '/logout' | '/csrf', Route>>;
  /** The Cookie field value of a session that `who` began so many seconds ago, for a wallet. */
  begun(who: Member, secondsAgo: number): Promise<string>;
  /** A CSRF token for that session, made so many seconds ago. */
  token(who: Member, secondsAgo: number): Promise<string>;
}

const step = (stage: Check['stage'], check: string, rule: Check['rule'], failure: string): Check => ({
  stage,
  check,
  rule,
  failure,
});
const readable = step(
  'syntax',
  'the sign-in is a form or JSON',
  'RFC 9110 §15.5.16',
  'the sign-in cannot be read as a form or as JSON',
);
const complete = step(
  'syntax',
  'user name and password are there, once each',
  'RFC 9110 §15.5.1',
  'the sign-in does not have one user name and one password',
);
const matches = step(
  'authentication',
  'user name and password belong together',
  'RFC 9110 §11.4',
  'the user name or the password is wrong',
);

/** Sessions of `attempt` for `members`, in the realm of its resource. */
export async function cookieLogin(
  attempt: Attempt,
  realm: string,
  members: readonly Member[],
): Promise<CookieLogin> {
  const place = encodeBase64url(await attempt.derive('place of sessions', 6));
  const key = await attempt.derive('key of sessions', 32);
  const sessionScheme = sessions({ key, place, principals: members.map(({ principal }) => principal) });
  const find = secretTable(
    members.map(({ username, password, principal }) => [JSON.stringify([username, password]), principal]),
  );
  const at = (secondsAgo: number) => Math.floor(attempt.now().getTime() / 1000) - secondsAgo;
  const nonce = async ({ username }: Member) =>
    encodeBase64url(await attempt.derive(`session of ${username}`, 16));

  const login = async ({ message, env }: Call): Promise<Reply> => {
    const trace: Step[] = [];
    const note = (step: Step) => trace.push(step);
    const read = readLogin(message, trace);
    if (typeof read === 'number') return { status: read, trace };
    const principal = await find(new TextEncoder().encode(JSON.stringify(read)));
    if (!principal) {
      note(failed(matches, 'a pair that is not known', 'a user name that is known, with its own password'));
      const challenge = formatChallenge(await sessionScheme.scheme.challenge(realm, env));
      return { status: 401, fields: [['WWW-Authenticate', challenge]], trace };
    }
    note(passed(matches, principal.name));
    if (!isFromHere(message, env, note)) return { status: 403, trace };
    // A login never goes on with the session that came along: that one ends (RFC 6265 §8.4).
    await sessionScheme.end(message, env);
    return {
      status: 200,
      fields: [setSession(await sessionScheme.begin(principal, env))],
      content: { message: 'You are signed in. The cookie is your session.', principal: principal.name },
      trace,
    };
  };

  return {
    sessions: sessionScheme,
    begun: async (who, secondsAgo) =>
      `__Host-sid=${await sessionScheme.earlier(who.principal, at(secondsAgo), await nonce(who))}`,
    token: async (who, secondsAgo) => sessionScheme.token(await nonce(who), at(secondsAgo)),
    routes: {
      '/login': { policy: anyone, methods: ['POST'], open: true, handle: login },
      '/logout': {
        policy: guarded(sessionScheme, anyone),
        methods: ['POST'],
        async handle({ message, env }) {
          await sessionScheme.end(message, env);
          return { status: 200, fields: [dropSession], content: { message: 'The session has ended.' } };
        },
      },
      '/csrf': {
        policy: anyone,
        async handle({ message, env }) {
          const made = Math.floor(env.now().getTime() / 1000);
          const csrf = await sessionScheme.token(sessionOf(message)?.nonce ?? '', made);
          return { status: 200, content: { csrf, field: 'X-CSRF-Token', expiresInSeconds: 600 } };
        },
      },
    },
  };
}

/** User name and password of a login as JSON or a form, or the status that refuses it. */
function readLogin(message: Message, trace: Step[]): readonly [string, string] | 400 | 415 {
  const type = fieldValue(message, 'Content-Type')?.split(';')[0]?.trim().toLowerCase();
  const mediaTypes = 'application/json or application/x-www-form-urlencoded';
  const values = type === 'application/json' ? fromJson(message) : fromForm(message, type);
  if (values === undefined) {
    trace.push(failed(readable, type ? shown(type, 60) : 'no Content-Type header', mediaTypes));
    return 415;
  }
  if (typeof values === 'string') {
    trace.push(failed(readable, values, 'one JSON object: {"username": "…", "password": "…"}'));
    return 400;
  }
  trace.push(passed(readable, type ?? ''));
  const [username, password] = values;
  if (username?.length !== 1 || password?.length !== 1) {
    const [name, many] = username?.length === 1 ? ['password', password] : ['username', username];
    const saw = many?.length ? `${count(many.length, name as string)}` : `no text called ${name}`;
    trace.push(failed(complete, saw, 'username and password'));
    return 400;
  }
  trace.push(passed(complete, 'both'));
  return [username[0] ?? '', password[0] ?? ''];
}

type Values = readonly [username: readonly string[], password: readonly string[]];

function fromJson({ body }: Message): Values | string {
  const read = readJsonObject(body);
  if (!read.ok) return read.saw;
  const text = (name: string) => {
    const value = member(read.object, name);
    return typeof value === 'string' ? [value] : [];
  };
  return [text('username'), text('password')];
}

function fromForm({ body }: Message, type: string | undefined): Values | undefined {
  if (type !== 'application/x-www-form-urlencoded') return undefined;
  const form = new URLSearchParams(new TextDecoder().decode(body));
  return [form.getAll('username'), form.getAll('password')];
}
