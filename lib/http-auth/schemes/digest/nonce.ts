/** Nonces that need no memory: each holds the time of its end and a seal that only this server can make. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { decodeBase64, encodeBase64 } from '@/lib/http-auth/base64';
import type { Env } from '@/lib/http-auth/scheme';

const timeLength = 6;
const headLength = timeLength + 8;
const sealLength = 16;

/** What a nonce is good for; one that was made for something else is not recognised. */
export interface NoncePurpose {
  readonly key: Uint8Array;
  readonly algorithm: string;
  readonly realm: string;
}

/** A nonce that ends `seconds` from now: Base64 of time, random octets and HMAC (RFC 7616 §3.3, §5.4). */
export function issueNonce(purpose: NoncePurpose, seconds: number, env: Env): string {
  const head = new Uint8Array(headLength);
  let end = Math.max(0, env.now().getTime() + seconds * 1000);
  for (let at = timeLength - 1; at >= 0; at -= 1) {
    head[at] = end % 256;
    end = Math.floor(end / 256);
  }
  head.set(env.random(headLength - timeLength), timeLength);
  return encodeBase64(new Uint8Array([...head, ...sealOf(purpose, head)]));
}

/** When a nonce ends, or undefined where it was not issued for this purpose. */
export function nonceEnd(purpose: NoncePurpose, nonce: string): Date | undefined {
  const bytes = nonce.length === nonceLength ? decodeBase64(nonce) : undefined;
  if (!bytes) return undefined;
  const head = bytes.slice(0, headLength);
  const seal = sealOf(purpose, head);
  let difference = 0;
  for (const [at, octet] of seal.entries()) difference |= octet ^ (bytes[headLength + at] ?? 0);
  if (difference) return undefined;
  return new Date(head.slice(0, timeLength).reduce((sum, octet) => sum * 256 + octet, 0));
}

/** The length of every nonce in characters. */
const nonceLength = ((headLength + sealLength) / 3) * 4;

function sealOf({ key, algorithm, realm }: NoncePurpose, head: Uint8Array): Uint8Array {
  const what = new TextEncoder().encode(`\n${algorithm}\n${realm}`);
  return hmac(sha256, key, new Uint8Array([...head, ...what])).slice(0, sealLength);
}
