/** The messages of SCRAM: attributes of one letter, joined by commas (RFC 5802 §5, §7). */
import { decodeBase64, encodeBase64 } from '@/lib/http-auth/base64';
import { utf8 } from '@/lib/http-auth/evidence';

/** The first message of a client. */
export interface ClientFirst {
  /** All that stands before the user name: the flag for channel binding and an authorization identity. */
  readonly gs2: string;
  /** The message without it, as it is signed later. */
  readonly bare: string;
  readonly username: string;
  readonly nonce: string;
}

/** The second message of a client. */
export interface ClientFinal {
  readonly binding: string;
  readonly nonce: string;
  readonly proof: Uint8Array;
  /** The message without its proof, as it is signed. */
  readonly unproven: string;
}

/** Reads the first message, or says in words why it is none. */
export function readFirst(text: string): ClientFirst | string {
  const odd = oddity(text);
  if (odd) return odd;
  const parts = text.split(',');
  const [flag = '', identity = '', name = '', nonce = '', ...more] = parts;
  if (!/^(?:n|y|p=[A-Za-z0-9.-]+)$/.test(flag)) return 'a message that begins with none of n, y and p=';
  if (identity !== '' && !identity.startsWith('a=')) return 'no second comma after n,';
  if (name.startsWith('m=')) return 'the extension m, which nobody has defined';
  if (!name.startsWith('n=')) return 'no user name, n=…, in third place';
  if (!/^r=.+/.test(nonce)) return 'no nonce, r=…, in fourth place';
  if (more.some((part) => !/^[A-Za-z]=/.test(part)))
    return 'something after the nonce that is not an attribute';
  const written = name.slice(2);
  if (/=(?!2C|3D)/.test(written)) return 'an equals sign in the user name that is not written =3D';
  if (written === '') return 'an empty user name';
  const username = written.replace(/=2C/g, ',').replace(/=3D/g, '=');
  return { gs2: `${flag},${identity},`, bare: parts.slice(2).join(','), username, nonce: nonce.slice(2) };
}

/** Reads the second message, or says in words why it is none. */
export function readFinal(text: string): ClientFinal | string {
  const odd = oddity(text);
  if (odd) return odd;
  const [binding = '', nonce = ''] = text.split(',');
  if (!binding.startsWith('c=')) return 'a message that does not begin with c=';
  if (!/^r=.+/.test(nonce)) return 'no nonce, r=…, in second place';
  const at = text.lastIndexOf(',p=');
  if (at < 0) return 'no proof, p=…, at the end';
  const proof = decodeBase64(text.slice(at + 3));
  if (proof?.length !== 32) return 'a proof that is not 32 bytes in Base64';
  return { binding: binding.slice(2), nonce: nonce.slice(2), proof, unproven: text.slice(0, at) };
}

/** A user name as it stands in a message: comma and equals sign escaped (RFC 5802 §5.1). */
export function saslName(username: string): string {
  return username.replace(/=/g, '=3D').replace(/,/g, '=2C');
}

/** A message as it stands in the parameter data. */
export function encodeData(text: string): string {
  return encodeBase64(new TextEncoder().encode(text));
}

/** The text of the parameter data, or undefined where it is no Base64 of UTF-8. */
export function decodeData(data: string): string | undefined {
  const bytes = decodeBase64(data);
  return bytes && utf8(bytes);
}

function oddity(text: string): string | undefined {
  if (text.length > 600) return 'more than 600 characters';
  if (/\n$/.test(text))
    return 'a line feed at the end, as echo adds it and as the example in RFC 7804 §5 has it';
  return /[\0-\x1f\x7f]/.test(text) ? 'a control character' : undefined;
}
