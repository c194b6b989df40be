/** The key of this server's badges, for those who check one. */
import type { JWK } from 'jose';
import { attempt } from '@/lib/exercises/attempt';
import { badgePress } from '@/lib/exercises/badge';
import { keyUrl } from '@/lib/exercises/open-badge';
import { serverSecret } from './secret';

async function currentKey() {
  return (await badgePress(attempt('incident-exam', 'no-attempt', serverSecret(), () => new Date()))).jwk;
}

/**
 * A JWK Set with the public key of badges (RFC 7517 §5), under both names that a badge may call it: its address at
 * `origin`, and its thumbprint, as badges did before they were Open Badges.
 */
export async function badgeKeys(origin: string): Promise<{ readonly keys: readonly JWK[] }> {
  const jwk = await currentKey();
  return { keys: [{ ...jwk, kid: keyUrl(origin, jwk.kid) }, jwk] };
}

/** The public key with this thumbprint, or undefined where this server has another one (Open Badges 3.0, Dereferencing). */
export async function badgeKey(thumbprint: string): Promise<JWK | undefined> {
  const jwk = await currentKey();
  return jwk.kid === thumbprint ? jwk : undefined;
}
