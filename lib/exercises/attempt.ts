/** Attempts: random ids in the URL from which every credential of an exercise derives. */
import type { Attempt } from './exercise';

const shape = /^[A-Za-z0-9_-]{8,64}$/;

/** True where `id` may name an attempt: 8 to 64 characters of `[A-Za-z0-9_-]`. */
export function isAttemptId(id: string): boolean {
  return shape.test(id);
}

/** One learner's copy of `exercise`. The same secret, exercise and id derive the same octets (HMAC, RFC 2104 §2). */
export function attempt(exercise: string, id: string, secret: string, now: () => Date): Attempt {
  const encoder = new TextEncoder();
  const key = crypto.subtle.importKey(
    'raw',
    encoder.encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const octets = async (place: string, name: string, label: string, length: number) => {
    const input = encoder.encode([place, name, label].join('\n'));
    const mac = await crypto.subtle.sign('HMAC', await key, input);
    return new Uint8Array(mac).slice(0, length);
  };
  return {
    exercise,
    id,
    now,
    derive: (label, length) => octets(exercise, id, label, length),
    // The key of badges was once that of this exam alone, and stays, so that badges stay good; no attempt has an empty id.
    deriveForServer: (label, length) => octets('incident-exam', '', label, length),
  };
}
