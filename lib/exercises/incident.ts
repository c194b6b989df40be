/** Incidents: a request that failed somewhere, with a resource of its own that shows why. */
import type { NonEmpty } from '@/lib/http-auth/decision';
import type { Draft } from '@/lib/http-auth/draft';
import type { Policy } from '@/lib/http-auth/policies';
import type { Scheme } from '@/lib/http-auth/scheme';
import { type TokenService, tokenService } from './api-tokens';
import { type CookieLogin, cookieLogin, type Member } from './cookie-login';
import type { Attempt, DraftMaker, Route, WalletEntry } from './exercise';
import { type Person, person, toyKey } from './people';

/** Where incidents belong: what they have in common is how one finds out about them. */
export type Ward = 'syntax' | 'authentication' | 'authorization' | 'neighbours';

/** What an incident's resource is made of. */
export interface Kit {
  readonly ada: Person;
  readonly grace: Person;
  readonly tokens: TokenService;
  readonly key: string;
  readonly login: CookieLogin;
  readonly member: Member;
}

export interface IncidentResource {
  readonly schemes: NonEmpty<Scheme>;
  readonly policy: Policy;
  readonly wallet: Readonly<Record<string, WalletEntry>>;
  /** What the resource holds for whoever gets through. */
  readonly content: Readonly<Record<string, unknown>>;
  /** Other paths that belong to it. */
  readonly beside?: Readonly<Record<string, Route>>;
}

/** `path` is what has to answer with success; the captured request may go elsewhere. */
export interface Incident {
  readonly ward: Ward;
  readonly path: string;
  readonly method?: 'POST' | 'DELETE';
  /** The causes, by their slugs in content/causes, that it is a case of. */
  readonly causes: readonly string[];
  /** What was wrong, shown once it is fixed. */
  readonly cause: string;
  /** What people say about it, who do not know. */
  readonly report: string;
  /** The request that failed, made from the wallet alone. */
  readonly captured: (wallet: Readonly<Record<string, string>>) => Draft;
  readonly fix: DraftMaker;
  readonly open: (kit: Kit) => Promise<IncidentResource>;
}

/** The kit of one attempt. */
export async function kitOf(attempt: Attempt): Promise<Kit> {
  const [ada, grace] = [await person(attempt, 'ada'), await person(attempt, 'grace')];
  const member = { ...ada, principal: { name: 'ada' } };
  return {
    ada,
    grace,
    member,
    tokens: await tokenService(attempt),
    key: await toyKey(attempt, 'key of the printer'),
    login: await cookieLogin(attempt, 'night shift', [member]),
  };
}

const quota: readonly (readonly [ward: Ward, how: number])[] = [
  ['syntax', 1],
  ['authentication', 2],
  ['authorization', 1],
  ['neighbours', 2],
];

/** Six of `pool`, from every ward, in an order of this attempt. */
export async function drawn(pool: readonly Incident[], attempt: Attempt): Promise<readonly Incident[]> {
  const order = await shuffled(pool, attempt);
  const chosen = new Set(
    quota.flatMap(([kind, how]) => order.filter(({ ward }) => ward === kind).slice(0, how)),
  );
  return order.filter((incident) => chosen.has(incident));
}

/** `count` of `pool`, whatever their wards, in an order of this attempt. */
export async function drawnAny(
  pool: readonly Incident[],
  attempt: Attempt,
  count: number,
): Promise<readonly Incident[]> {
  return (await shuffled(pool, attempt)).slice(0, count);
}

async function shuffled(pool: readonly Incident[], attempt: Attempt): Promise<readonly Incident[]> {
  const weights = await attempt.derive('incidents', 32);
  return [...pool.entries()]
    .map(([at, incident]) => ({ incident, weight: (weights[at % 32] ?? 0) * 256 + at }))
    .sort((a, b) => a.weight - b.weight)
    .map(({ incident }) => incident);
}
