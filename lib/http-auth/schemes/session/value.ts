/** What a session cookie and a CSRF token hold: facts that are signed, so that the server keeps no list of them. */
import { encodeBase64url } from '@/lib/http-auth/base64';
import { fromOctets } from '@/lib/http-auth/message';

/** A session as its cookie tells it: `name.issued.nonce.place.signature`. */
export interface SessionValue {
  readonly name: string;
  /** Seconds since 1970. */
  readonly issued: number;
  /** Random, new at every login. */
  readonly nonce: string;
  /** The attempt for which it was signed. */
  readonly place: string;
  readonly signature: string;
}

const spelling = /^([A-Za-z0-9-]{1,32})\.([1-9]\d{0,11})\.([\w-]{22})\.([\w-]{8})\.([\w-]{43})$/;

/** The parts of a cookie value, not yet proved; undefined where it does not have the form. */
export function readSession(value: string): SessionValue | undefined {
  const parts = spelling.exec(value);
  if (!parts) return undefined;
  const [, name = '', issued = '', nonce = '', place = '', signature = ''] = parts;
  return { name, issued: Number(issued), nonce, place, signature };
}

const tokenSpelling = /^([1-9]\d{0,11})\.([\w-]{43})$/;

/** The parts of a CSRF token, not yet proved. */
export function readToken(token: string): { made: number; signature: string } | undefined {
  const [, made, signature] = tokenSpelling.exec(token) ?? [];
  return made && signature ? { made: Number(made), signature } : undefined;
}

/** Signs texts under one key and compares in a time that tells nothing (HMAC, RFC 2104 §2). */
export interface Signer {
  sign(text: string): Promise<string>;
  isSigned(text: string, signature: string): Promise<boolean>;
}

/** A signer with HMAC-SHA-256; signatures are base64url without padding. */
export function signer(key: Uint8Array): Signer {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = crypto.subtle.importKey('raw', new Uint8Array(key), algorithm, false, ['sign']);
  const mac = async (text: string) =>
    new Uint8Array(await crypto.subtle.sign('HMAC', await imported, new TextEncoder().encode(text)));
  return {
    sign: async (text) => encodeBase64url(await mac(text)),
    async isSigned(text, signature) {
      // Both are signed once more, so that where they part says nothing about the right one.
      const [right, given] = await Promise.all([mac(encodeBase64url(await mac(text))), mac(signature)]);
      return fromOctets(right) === fromOctets(given);
    },
  };
}

/** Text of a session that is signed. */
export function sessionText({ name, issued, nonce, place }: Omit<SessionValue, 'signature'>): string {
  return [name, issued, nonce, place].join('.');
}

/** Text of a CSRF token that is signed: it holds for one session. */
export function tokenText(nonce: string, made: number): string {
  return `csrf ${nonce} ${made}`;
}
