/** Short ways to write the drafts of an exercise. */
import type { Draft } from '@/lib/http-auth/draft';
import type { Field } from '@/lib/http-auth/message';

/** A GET of `path` with these field lines. */
export function get(path: string, ...fields: Field[]): Draft {
  return { method: 'GET', path, fields };
}

/** Any other method without content. */
export function send(method: string, path: string, ...fields: Field[]): Draft {
  return { method, path, fields };
}

/** The field line in which credentials travel (RFC 9110 §11.6.2). */
export function authorization(credentials: string): Field {
  return ['Authorization', credentials];
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
