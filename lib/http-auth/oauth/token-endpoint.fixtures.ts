/** A token endpoint for tests, with and without DPoP, and requests to it. */

import { nonces } from '@/lib/http-auth/schemes/dpop/fixtures';
import { encodeBase64 } from '../base64';
import { env, request } from '../fixtures';
import { octets } from '../message';
import type { Env } from '../scheme';
import { clientCredentials } from './client-authentication';
import { refreshTokens } from './refresh-tokens';
import { type TokenEndpoint, tokenEndpoint } from './token-endpoint';

export const id = 'toy client';
export const secret = 'p+ss:w%41rd';
export const tokens = refreshTokens(new Uint8Array(32));
const options: TokenEndpoint = {
  realm: 'lobby',
  clients: [{ id, secret, scopes: ['read', 'write'] }],
  refresh: { tokens, subject: 'ada', scopes: ['read', 'write'] },
  strongLogin: 'strong',
  lifeSeconds: 600,
  sign: async (claims) => JSON.stringify(claims),
};
export const endpoint = tokenEndpoint(options);
export const bound = tokenEndpoint({ ...options, nonces });

let clock: Env = env;

/** Forgets which tokens and proofs were used. */
export function forget(): void {
  const uses = new Set<string>();
  const texts = new Map<string, string>();
  clock = {
    ...env,
    firstUse: async (id) => uses.size < uses.add(id).size,
    remember: async (id, text) => void texts.set(id, text),
    recall: async (id) => texts.get(id),
  };
}

export type TestForm = Record<string, string> | string;

export function call(
  form: TestForm,
  fields: [string, string][] = [['Authorization', clientCredentials(id, secret)]],
) {
  const body = typeof form === 'string' ? form : new URLSearchParams(form).toString();
  return {
    message: request([['Content-Type', 'application/x-www-form-urlencoded'], ...fields], {
      method: 'POST',
      target: '/token',
      body: octets(body),
    }),
    env: clock,
    resource: 'https://doorman.example',
  };
}

export const basic = (text: string): [string, string][] => [
  ['Authorization', `Basic ${encodeBase64(octets(text))}`],
];
export const credentials = { grant_type: 'client_credentials' };
export const fieldOf = (reply: Awaited<ReturnType<typeof endpoint>>, name: string) =>
  reply.fields.filter(([field]) => field === name).map(([, value]) => value);
export const lastOf = ({ trace }: Awaited<ReturnType<typeof endpoint>>) =>
  trace.filter(({ outcome }) => outcome !== 'skipped').at(-1);
