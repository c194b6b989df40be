/** Short ways to write the drafts of an exercise. */
import { writeAnswerText, writeNamedAnswers } from '@/lib/http-auth/answer-text';
import type { Draft } from '@/lib/http-auth/draft';
import type { Field } from '@/lib/http-auth/message';
import { basicCredentials } from '@/lib/http-auth/schemes/basic/basic';

/** A GET of `path` with these field lines. */
export function get(path: string, ...fields: Field[]): Draft {
  return { method: 'GET', path, fields };
}

/** Any other method without content. */
export function send(method: string, path: string, ...fields: Field[]): Draft {
  return { method, path, fields };
}

/** A POST of JSON to `path`. */
export function sendJson(path: string, content: object, ...fields: Field[]): Draft {
  const body = JSON.stringify(content);
  return { method: 'POST', path, fields: [['Content-Type', 'application/json'], ...fields], body };
}

/** A POST of text to `path`: a proposal as it is written, without quotes to escape. */
export function propose(path: string, text: string, ...fields: Field[]): Draft {
  return { method: 'POST', path, fields: [['Content-Type', 'text/plain'], ...fields], body: text };
}

/** A POST of a proposed answer to `path`: a status line and header lines. */
export function proposeAnswer(path: string, status: number, ...fields: Field[]): Draft {
  return propose(path, writeAnswerText({ status: String(status), fields }));
}

/** A POST of proposed answers by name, each with a status and its challenges. */
export function proposeAnswers(
  path: string,
  answers: Readonly<Record<string, readonly [status: number, ...challenges: string[]]>>,
): Draft {
  const named = Object.entries(answers).map(([name, [status, ...challenges]]) => ({
    name,
    status: String(status),
    fields: challenges.map((value): Field => ['WWW-Authenticate', value]),
  }));
  return propose(path, writeNamedAnswers(named));
}

/** The Cookie field line that answers the Set-Cookie of a response (RFC 6265 §4.2). */
export function cookieFrom({ fields }: { readonly fields: readonly Field[] }): Field {
  const set = fields.find(([name]) => name.toLowerCase() === 'set-cookie')?.[1] ?? '';
  return ['Cookie', set.split(';')[0] ?? ''];
}

/** The field line in which credentials travel (RFC 9110 §11.6.2). */
export function authorization(credentials: string): Field {
  return ['Authorization', credentials];
}

/** The line with which `who` answers Basic, by `who-username` and `who-password` of the wallet (RFC 7617 §2). */
export function basicLine<N extends string>(
  wallet: Readonly<Record<`${N}-username` | `${N}-password`, string>>,
  who: N,
): Field {
  return authorization(basicCredentials(wallet[`${who}-username`], wallet[`${who}-password`]));
}

/** A JWT whose claims were edited and whose signature was left as it was. */
export function tampered(token: string, claims: Record<string, unknown>): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const decoded = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))) as object;
  return [header, base64url({ ...decoded, ...claims }), signature].join('.');
}

/** A JWT that claims to need no signature (RFC 7519 §6). */
export function unsigned(token: string): string {
  const [, payload = ''] = token.split('.');
  return [base64url({ alg: 'none', typ: 'at+jwt' }), payload, ''].join('.');
}

function base64url(json: object): string {
  return btoa(JSON.stringify(json)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
