/** Nonces that a server hands out for DPoP proofs and recognises again without storing them (RFC 9449 §8, §9). */
import { seal, timeOctets, timeOf } from '@/lib/http-auth/seal';

export interface DpopNonces {
  /** How long a nonce is good for. */
  readonly lifeSeconds: number;
  /** The nonce of now; the same for half a minute, since one nonce may serve many proofs. */
  issue(now: Date): Promise<string>;
  /** How many seconds ago `nonce` was made, or undefined where it is none of this server's. */
  age(nonce: string, now: Date): Promise<number | undefined>;
}

const step = 30_000;

/** Nonces sealed with the octets of `key`: every process that has the key knows them. */
export function dpopNonces(key: Uint8Array, lifeSeconds = 300): DpopNonces {
  const sealed = seal(key, 'DPoP nonce');
  return {
    lifeSeconds,
    issue: (now) => sealed.close(timeOctets(new Date(Math.floor(now.getTime() / step) * step))),
    async age(nonce, now) {
      const payload = await sealed.open(nonce);
      return payload && Math.floor((now.getTime() - timeOf(payload).getTime()) / 1000);
    },
  };
}
