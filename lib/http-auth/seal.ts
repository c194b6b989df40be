/** Texts that a server hands out and recognises again without storing them: octets with an HMAC (RFC 2104). */
import { decodeBase64url, encodeBase64url } from './base64';

const macLength = 16;

export interface Seal {
  /** The octets with their HMAC, as base64url. */
  close(payload: Uint8Array): Promise<string>;
  /** The octets of a text that `close` has made, or undefined for any other text. */
  open(text: string): Promise<Uint8Array | undefined>;
}

/** A seal over the octets of `key`; `purpose` keeps texts of one use from passing as those of another. */
export function seal(key: Uint8Array, purpose: string): Seal {
  const imported = crypto.subtle.importKey(
    'raw',
    new Uint8Array(key),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const head = new TextEncoder().encode(`${purpose}\n`);
  const mac = async (payload: Uint8Array) => {
    const made = await crypto.subtle.sign('HMAC', await imported, joined(head, payload));
    return new Uint8Array(made).slice(0, macLength);
  };
  return {
    async close(payload) {
      return encodeBase64url(joined(payload, await mac(payload)));
    },
    async open(text) {
      const bytes = text.length > 2048 ? undefined : decodeBase64url(text);
      if (!bytes || bytes.length < macLength) return undefined;
      const payload = bytes.slice(0, -macLength);
      return sameOctets(await mac(payload), bytes.slice(-macLength)) ? payload : undefined;
    },
  };
}

/** Octets one behind the other. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** True where both are the same octets, in a time that does not depend on where they differ. */
export function sameOctets(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index += 1) difference |= (a[index] ?? 0) ^ (b[index] ?? 0);
  return difference === 0;
}

/** How many octets `timeOctets` writes. */
export const timeLength = 4;

/** The seconds of `time`, for payloads that carry their age. */
export function timeOctets(time: Date): Uint8Array {
  const octets = new Uint8Array(timeLength);
  new DataView(octets.buffer).setUint32(0, Math.floor(time.getTime() / 1000));
  return octets;
}

/** The time that `timeOctets` wrote at the start of a payload; 1970 where the payload is shorter. */
export function timeOf(payload: Uint8Array): Date {
  if (payload.length < timeLength) return new Date(0);
  return new Date(new DataView(new Uint8Array(payload).buffer).getUint32(0) * 1000);
}
