/** Keys, tokens and a server for the tests of JWTs. Tokens are signed over any text, also such as no library writes. */
import { exportJWK, generateKeyPair } from 'jose';
import { encodeBase64url } from '@/lib/http-auth/base64';
import type { Step } from '@/lib/http-auth/decision';
import { authorized, env, now, outcomeOf, verified } from '@/lib/http-auth/fixtures';
import { bearer } from '../bearer/bearer';
import { jwtTokens } from './jwt';

export const issuer = 'https://issuer.example';
export const audience = 'https://drafts.example';
/** The time of the tests in seconds since 1970. */
export const seconds = now.getTime() / 1000;
export const claims = {
  iss: issuer,
  aud: audience,
  sub: 'ada',
  scope: 'read write',
  iat: seconds - 60,
  exp: seconds + 300,
};
export const header = { alg: 'ES256', kid: 'k1', typ: 'at+jwt' };

/** The server's keys, and one that is not the server's. */
export const [keys, edwards, other] = await Promise.all([
  generateKeyPair('ES256', { extractable: true }),
  generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true }),
  generateKeyPair('ES256'),
]);

const tokens = jwtTokens({
  issuer,
  audience,
  keys: [
    { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'ES256' },
    { ...(await exportJWK(edwards.publicKey)), kid: 'k2', alg: 'EdDSA' },
  ],
});

export const scheme = bearer({ tokens });

/** A text, or a value as JSON, as a segment of a token. */
export const text = (value: unknown) =>
  encodeBase64url(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)));

/** A token signed over exactly this header and these claims. */
export async function signed(
  headerValue: unknown,
  claimsValue: unknown,
  key = keys.privateKey,
): Promise<string> {
  const input = `${text(headerValue)}.${text(claimsValue)}`;
  const algorithm = key.algorithm.name === 'ECDSA' ? { name: 'ECDSA', hash: 'SHA-256' } : key.algorithm.name;
  const signature = await crypto.subtle.sign(algorithm, key, new TextEncoder().encode(input));
  return `${input}.${encodeBase64url(new Uint8Array(signature))}`;
}

export const withClaims = (change: object) => signed(header, { ...claims, ...change });
export const withHeader = (change: object) => signed({ ...header, ...change }, claims);
export const verify = (token: string) => verified(scheme, authorized(`Bearer ${token}`));

/** The one failed step of a token that is refused with invalid_token. Throws where it is not refused like that. */
export async function refusal(token: string | Promise<string>): Promise<Step> {
  const { authentication, last, steps } = await verify(await token);
  const failures = steps.filter(({ outcome }) => outcome === 'failed');
  if (outcomeOf(authentication) !== 'refused: invalid_token' || failures.length !== 1 || !last?.expected) {
    throw new Error(`Not refused as it should be: ${JSON.stringify({ authentication, steps })}`);
  }
  return last;
}

/** The last step of the token check itself, for tokens that the scheme would not let through. */
export async function lastStep(token: string): Promise<Step | undefined> {
  const steps: Step[] = [];
  await tokens.verify(token, env, (step) => steps.push(step));
  return steps.at(-1);
}
