/** The key of this server's badges, for those who check one. */
import type { JWK } from 'jose';
import { attempt } from '@/lib/exercises/attempt';
import { badgePress } from '@/lib/exercises/badge';
import { serverSecret } from './secret';

/** A JWK Set with the public key of badges (RFC 7517 §5). */
export async function badgeKeys(): Promise<{ readonly keys: readonly JWK[] }> {
  const { jwk } = await badgePress(attempt('incident-exam', 'no-attempt', serverSecret(), () => new Date()));
  return { keys: [jwk] };
}
