/** How often one address may ask: more than a class behind one address does, less than a script in a loop. */
import { LRUCache } from 'lru-cache';
import type { Wire } from '@/lib/wire/tap';
import { countedAddress, ownerAddress, type Proxies, proxyList } from './address';

/** Requests a second that one address may go on with, where `RATE_LIMIT` says nothing else; a burst is five times that. */
export const usualRate = 200;
const burstSeconds = 5;
/** A class that opens its first page asks for files of the build by the thousand, and so does each offline copy. */
const pagesFactor = 10;
const addresses = 20_000;

/** Tokens left in an address's bucket at a time, in milliseconds. */
interface Bucket {
  tokens: number;
  at: number;
}

/**
 * A token bucket for each address, filled with `rate` tokens a second. The function that it returns takes a token:
 * 0 where there was one, else the whole seconds until a client should ask again.
 */
export function tokenBuckets(
  rate: number,
  now: () => number = () => performance.now(),
): (address: string) => number {
  const buckets = new LRUCache<string, Bucket>({ max: addresses });
  const burst = rate * burstSeconds;
  return (address) => {
    const at = now();
    const bucket = buckets.get(address);
    if (!bucket) {
      buckets.set(address, { tokens: burst - 1, at });
      return 0;
    }
    const refilled = bucket.tokens + ((at - bucket.at) * rate) / 1000;
    bucket.tokens = Math.min(burst, refilled);
    bucket.at = at;
    if (bucket.tokens < 1) return 1;
    bucket.tokens -= 1;
    return 0;
  };
}

interface Settings {
  readonly proxies: Proxies;
  /** Requests a second; 0 where nothing is limited. */
  readonly rate: number;
  readonly take: (address: string) => number;
  readonly takePage: (address: string) => number;
}

let currentSettings: Settings | undefined;

function settings(): Settings {
  if (currentSettings) return currentSettings;
  const { RATE_LIMIT, TRUSTED_PROXIES } = process.env;
  const rate = /^\d{1,6}$/.test(RATE_LIMIT ?? '') ? Number(RATE_LIMIT) : usualRate;
  currentSettings = {
    proxies: proxyList(TRUSTED_PROXIES),
    rate,
    take: tokenBuckets(rate),
    takePage: tokenBuckets(rate * pagesFactor),
  };
  return currentSettings;
}

/** The address that the request on the wire counts for; undefined where it is not counted. */
export function wireAddress(wire: Wire | undefined): string | undefined {
  return wire && countedAddress(wire.request, settings().proxies);
}

/** The address that pays for what the request on the wire leaves in the store; undefined where nobody does. */
export function wireOwner(wire: Wire | undefined): string | undefined {
  return wire && ownerAddress(wire.request, settings().proxies);
}

/** Why a request is refused with 429, and after how many seconds it may be sent again (RFC 6585 §4, RFC 9110 §10.2.3). */
export interface TooOften {
  readonly seconds: string;
  readonly detail: string;
}

/**
 * How long the sender of the request on the wire has to wait, and why; undefined where it may go on. Pages and their
 * files are counted apart from the sandbox and the API, and ten times as many are let through.
 */
export function tooOften(wire: Wire | undefined, kind: 'api' | 'page' = 'api'): TooOften | undefined {
  const { rate, take, takePage } = settings();
  const address = rate ? wireAddress(wire) : undefined;
  const seconds = address === undefined ? 0 : (kind === 'api' ? take : takePage)(address);
  if (!seconds) return undefined;
  const limit = kind === 'api' ? rate : rate * pagesFactor;
  const detail = `More than ${limit} requests a second came from this address.`;
  return { seconds: String(seconds), detail };
}
