/** What the signature exercises share: keys of this attempt, and drafts that sign with them. */

import { decodeBase64, encodeBase64 } from '@/lib/http-auth/base64';
import type { Principal } from '@/lib/http-auth/decision';
import type { Draft } from '@/lib/http-auth/draft';
import { draftMessage } from '@/lib/http-auth/draft';
import { fieldValue } from '@/lib/http-auth/message';
import { contentDigest, signMessage } from '@/lib/http-auth/schemes/signature/client';
import { ed25519Jwk, type KeyMaterial, type VerificationKey } from '@/lib/http-auth/schemes/signature/keys';
import { parseDictionary } from '@/lib/http-auth/structured-fields';
import type { Ask, Attempt, WalletEntry } from './exercise';
import { toyWords } from './people';

/** A key as the wallet hands it out, and as the server knows it. */
export interface SigningKey {
  readonly keyid: WalletEntry;
  readonly secret: WalletEntry;
  readonly verification: VerificationKey;
}

/** An Ed25519 key of this attempt: the wallet has the private JWK, the server the public half. */
export async function ed25519Key(attempt: Attempt, principal: Principal): Promise<SigningKey> {
  const keyid = `ed25519-${await toyWords(attempt, 'name of the Ed25519 key')}`;
  const jwk = await ed25519Jwk(await attempt.derive('Ed25519 key', 32));
  const { kty, crv, x } = jwk;
  return {
    keyid: { label: 'keyid of the Ed25519 key', value: keyid },
    secret: { label: 'Ed25519 private key, a JWK', value: JSON.stringify(jwk) },
    verification: { keyid, principal, algorithm: 'ed25519', jwk: { kty, crv, x } as typeof jwk },
  };
}

/** A secret of this attempt that both sides know, for HMAC with SHA-256. */
export async function hmacKey(attempt: Attempt, principal: Principal): Promise<SigningKey> {
  const keyid = `hmac-${await toyWords(attempt, 'name of the HMAC key')}`;
  const secret = await attempt.derive('HMAC key', 32);
  return {
    keyid: { label: 'keyid of the HMAC key', value: keyid },
    secret: { label: 'HMAC secret, in Base64', value: encodeBase64(secret) },
    verification: { keyid, principal, algorithm: 'hmac-sha256', secret },
  };
}

export interface SignedDraft {
  readonly keyid: string;
  /** As the wallet has it: a JWK, or Base64. */
  readonly secret: string;
  /** What is signed in place of method, authority, path and query (and content-digest, where there is content). */
  readonly components?: readonly string[];
  /** Parameters in place of created, keyid, nonce and tag; `undefined` leaves one out. */
  readonly params?: Readonly<Record<string, string | number | undefined>>;
  /** True where Content-Digest is left out. */
  readonly bare?: boolean;
}

/** The draft with a signature over it. Asks the server for a nonce first. */
export async function signed(draft: Draft, ask: Ask, how: SignedDraft): Promise<Draft> {
  const content = draft.body !== undefined && !how.bare;
  const digest = content ? await contentDigest(new TextEncoder().encode(draft.body)) : '';
  const fields = [...draft.fields, ...(content ? [['Content-Digest', digest] as const] : [])];
  const whole = { ...draft, fields };
  const usual = ['@method', '@authority', '@path', '@query', ...(content ? ['content-digest'] : [])];
  const params = {
    created: Math.floor(ask.now().getTime() / 1000),
    keyid: how.keyid,
    ...(await asked(draft, ask)),
    ...how.params,
  };
  const { origin, pathname } = new URL(ask.resource);
  const signature = await signMessage(draftMessage(whole, pathname), origin, {
    components: how.components ?? usual,
    params: Object.fromEntries(
      Object.entries(params).filter((pair): pair is [string, string | number] => pair[1] !== undefined),
    ),
    key: material(how.secret),
  });
  return { ...whole, fields: [...fields, ...signature] };
}

/** The nonce and tag that Accept-Signature wants (RFC 9421 §5.1). */
async function asked({ method, path }: Draft, ask: Ask): Promise<Record<string, string>> {
  const answer = await ask({ method, path, fields: [] });
  const parsed = parseDictionary(fieldValue(answer, 'Accept-Signature') ?? '');
  const parameters = parsed.ok ? parsed.value.get('sig1')?.params : undefined;
  const strings = ['nonce', 'tag'].flatMap((name) => {
    const item = parameters?.get(name);
    return item?.type === 'string' ? [[name, item.value]] : [];
  });
  return Object.fromEntries(strings);
}

function material(secret: string): KeyMaterial {
  if (secret.startsWith('{')) return { algorithm: 'ed25519', jwk: JSON.parse(secret) };
  return { algorithm: 'hmac-sha256', secret: decodeBase64(secret) ?? new Uint8Array(1) };
}
