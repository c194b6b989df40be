/** The canonical request of AWS Signature Version 4 and the key that signs it. No RFC defines them; AWS documents do. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { fieldLines, type Message, octets, rawQuery } from '@/lib/http-auth/message';

/** Where and when a signature is valid: the end of a Credential. */
export interface Scope {
  /** YYYYMMDD. */
  readonly day: string;
  readonly region: string;
  readonly service: string;
}

/** The line that a scope makes. */
export const scopeText = ({ day, region, service }: Scope) => `${day}/${region}/${service}/aws4_request`;

/**
 * The canonical request over the raw target: method, path, sorted query, the `signed` fields (names in lower case) and
 * the hash of the content. `host` stands in where the message has no Host field. All services but S3 encode the path
 * once more.
 */
export function canonicalRequest(
  message: Message,
  signed: readonly string[],
  hash: string,
  { host, service }: { readonly host: string; readonly service: string },
): string {
  const path = message.target.split('?')[0] || '/';
  const lines = signed.map((name) => {
    const values = fieldLines(message, name).map((value) => value.trim().replace(/ +/g, ' '));
    return `${name}:${name === 'host' && !values.length ? host : values.join(',')}`;
  });
  return [
    message.method,
    service === 's3' ? path : path.split('/').map(encoded).join('/'),
    canonicalQuery(rawQuery(message) ?? ''),
    ...lines,
    '',
    signed.join(';'),
    hash,
  ].join('\n');
}

/** The parameters, each decoded and encoded in one way, sorted by name and then by value. */
export function canonicalQuery(query: string): string {
  const pairs = query
    .split('&')
    .filter(Boolean)
    .map((pair): [string, string] => {
      const at = pair.indexOf('=');
      const [name, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
      return [encoded(unescaped(name)), encoded(unescaped(value))];
    });
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return pairs
    .sort(([a, x], [b, y]) => order(a, b) || order(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** The signature over a canonical request made at `time` (YYYYMMDDTHHMMSSZ), in hexadecimal. */
export async function sigV4(secret: string, time: string, scope: Scope, canonical: string): Promise<string> {
  const text = ['AWS4-HMAC-SHA256', time, scopeText(scope), await sha256Hex(octets(canonical))].join('\n');
  let key: Uint8Array = new TextEncoder().encode(`AWS4${secret}`);
  for (const part of [scope.day, scope.region, scope.service, 'aws4_request', text])
    key = hmac(sha256, key, octets(part));
  return bytesToHex(key);
}

/** The SHA-256 of octets, in hexadecimal. */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  return bytesToHex(sha256(bytes));
}

/** A time as X-Amz-Date has it: YYYYMMDDTHHMMSSZ. */
export function amzDate(time: Date): string {
  return `${time.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** Octets with all but unreserved letters percent-encoded (RFC 3986 §2.3). */
function encoded(text: string): string {
  return text.replace(
    /[^A-Za-z0-9._~-]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

function unescaped(text: string): string {
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_all, pair: string) =>
    String.fromCharCode(Number.parseInt(pair, 16)),
  );
}
