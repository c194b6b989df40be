/** The client's side of HTTP Message Signatures: field lines for a request (RFC 9421 §3.1, RFC 9530 §2). */
import type { Field, Message } from '@/lib/http-auth/message';
import { octets } from '@/lib/http-auth/message';
import { bareItem, type InnerList, serializeMember } from '@/lib/http-auth/structured-fields';
import { signatureBase } from './base';
import { type KeyMaterial, signOctets } from './keys';

export interface Signing {
  readonly label?: string;
  /** Names of components, in the order in which they are signed. */
  readonly components: readonly string[];
  /** The parameters of the signature, in the order in which they are written: created, keyid, nonce and others. */
  readonly params: Readonly<Record<string, string | number>>;
  readonly key: KeyMaterial;
}

/**
 * Signature-Input and Signature for a request that goes to `origin`.
 * Throws a TypeError where the message lacks a component, and where the key cannot sign.
 */
export async function signMessage(message: Message, origin: string, signing: Signing): Promise<Field[]> {
  const { label = 'sig1', components, params, key } = signing;
  const input: InnerList = {
    items: components.map((name) => ({ bare: bareItem(name), params: new Map() })),
    params: new Map(Object.entries(params).map(([name, value]) => [name, bareItem(value)])),
  };
  const base = signatureBase(message, origin, input);
  if (!base.ok) throw new TypeError(`${base.component}: ${base.why}`);
  const signature = await signOctets(key, octets(base.text));
  const value = serializeMember({ bare: bareItem(signature), params: new Map() });
  return [
    ['Signature-Input', `${label}=${serializeMember(input)}`],
    ['Signature', `${label}=${value}`],
  ];
}

/** The value of Content-Digest over `content`, by SHA-256 (RFC 9530 §2). */
export async function contentDigest(content: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(content));
  return `sha-256=${serializeMember({ bare: bareItem(new Uint8Array(hash)), params: new Map() })}`;
}
