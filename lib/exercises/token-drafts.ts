/** Drafts for exercises with tokens and proofs: asks a token endpoint, makes proofs for what is sent next. */
import type { Draft } from '@/lib/http-auth/draft';
import { param, parseChallenges } from '@/lib/http-auth/grammar';
import type { Field } from '@/lib/http-auth/message';
import { clientCredentials } from '@/lib/http-auth/oauth/client-authentication';
import { type ProofKey, proofClaims, signProof } from '@/lib/http-auth/schemes/dpop/client';
import { authorization, get } from './drafts';
import type { Ask, Asked, Attempt } from './exercise';
import { toyPrivateKey } from './issuer';

/** The client of an authorization server, as wallets hand it out. */
export interface ClientWallet {
  readonly 'client-id': string;
  readonly 'client-secret': string;
}

/** A POST with a form. */
export function form(path: string, values: Readonly<Record<string, string>>, ...fields: Field[]): Draft {
  return {
    method: 'POST',
    path,
    fields: [...fields, ['Content-Type', 'application/x-www-form-urlencoded']],
    body: new URLSearchParams(values).toString(),
  };
}

/** The client's credentials in Authorization (RFC 6749 §2.3.1). */
export function asClient(wallet: ClientWallet): Field {
  return authorization(clientCredentials(wallet['client-id'], wallet['client-secret']));
}

/** A member of the JSON that was answered, as text; empty where there is none. */
export function answered({ body }: Pick<Asked, 'body'>, name: string): string {
  const value = (JSON.parse(body) as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : '';
}

/** The access token that a token request brings. */
export async function tokenFrom(ask: Ask, draft: Draft): Promise<string> {
  return answered(await ask(draft), 'access_token');
}

/** A parameter of the first challenge that was answered; empty where there is none. */
export function asked({ fields }: Pick<Asked, 'fields'>, name: string): string {
  const challenges = parseChallenges(fields.find(([field]) => field === 'WWW-Authenticate')?.[1] ?? '');
  const [challenge] = challenges.ok ? challenges.value : [];
  return (challenge && param(challenge, name)) ?? '';
}

/** A private key for proofs that derives from the attempt, as the JSON of a JWK. */
export async function toyProofKey(attempt: Attempt, label: string): Promise<{ key: ProofKey; text: string }> {
  const jwk = await crypto.subtle.exportKey('jwk', await toyPrivateKey(attempt, label));
  const { kty = '', crv = '', x = '', y = '', d = '' } = jwk;
  const key = { kty, crv, x, y, d };
  return { key, text: JSON.stringify(key) };
}

/** A private key for proofs that nobody has seen before. */
export async function newProofKey(): Promise<string> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const { privateKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  return JSON.stringify(await crypto.subtle.exportKey('jwk', privateKey));
}

/** What a proof is made for, and what it says in place of what a good one would. */
export interface ProofOptions {
  readonly method?: string;
  readonly path: string;
  readonly token?: string;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
}

/** A DPoP field line for a request to the same attempt, with a nonce that was fetched for it. */
export async function proof(ask: Ask, key: string, options: ProofOptions): Promise<Field> {
  const { method = 'GET', path, token, claims, header } = options;
  const { fields } = await ask(get('/'));
  const nonce =
    fields.find(([name]) => name === 'DPoP-Nonce')?.[1] ??
    (await ask(get(path))).fields.find(([name]) => name === 'DPoP-Nonce')?.[1];
  const proofBody = await proofClaims({ method, url: ask.resource + path, now: ask.now(), token, nonce });
  return ['DPoP', await signProof(JSON.parse(key) as ProofKey, { ...proofBody, ...claims }, header)];
}
