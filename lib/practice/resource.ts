/** A resource as plain data that can be put into words, sent and kept, and the same one as `decide` takes it. */
import { decide, type Resource } from '@/lib/http-auth/decide';
import type { Decision, Principal } from '@/lib/http-auth/decision';
import { type Field, type Message, octets } from '@/lib/http-auth/message';
import {
  anyone,
  concealed,
  ownerOnly,
  type Policy,
  requireRole,
  requireScope,
} from '@/lib/http-auth/policies';
import type { Env, Scheme } from '@/lib/http-auth/scheme';
import { apiKey } from '@/lib/http-auth/schemes/api-key/api-key';
import { basic } from '@/lib/http-auth/schemes/basic/basic';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { opaqueTokens } from '@/lib/http-auth/schemes/token';
import { csrfGuarded, type KnownSession, sessionTable } from './session-table';

export interface Account {
  readonly username: string;
  readonly password: string;
  readonly roles: readonly string[];
}

export interface Token {
  readonly token: string;
  readonly holder: string;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  readonly state: 'valid' | 'expired' | 'revoked';
}

export interface Key {
  readonly key: string;
  readonly holder: string;
  readonly roles: readonly string[];
}

export interface Session {
  readonly id: string;
  readonly holder: string;
  readonly roles: readonly string[];
  /** What a request that changes something has to bring beside the cookie. */
  readonly csrf: string;
  readonly state: 'valid' | 'expired';
}

/** A scheme that the resource takes, with all the credentials that it knows. */
export type Offer =
  | { readonly kind: 'basic'; readonly accounts: readonly Account[] }
  | { readonly kind: 'bearer'; readonly tokens: readonly Token[] }
  | { readonly kind: 'api-key'; readonly field: string; readonly keys: readonly Key[] }
  | {
      readonly kind: 'session';
      readonly cookie: string;
      /** The header in which the CSRF token is expected. */
      readonly field: string;
      readonly sessions: readonly Session[];
    };

/** Who may. A scope is asked for only where Bearer is the one scheme. */
export type Access =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'scope'; readonly scope: string }
  | { readonly kind: 'owner'; readonly owner: string };

export interface ResourceData {
  readonly realm: string;
  readonly path: string;
  readonly offers: readonly [Offer, ...Offer[]];
  readonly access: Access;
  /** Every refusal is answered as 404 (RFC 9110 §15.5.4). */
  readonly hides: boolean;
}

/** A request without content, as it crosses the wire. */
export interface Asking {
  readonly method: string;
  readonly target: string;
  readonly fields: readonly Field[];
}

/** What the gates say to a request at a resource. */
export function decideAt(resource: ResourceData, request: Asking): Promise<Decision> {
  const message: Message = { ...request, body: octets('') };
  return decide(message, resourceOf(resource), {
    ...environment,
    origin: `https://${resource.realm}.example`,
  });
}

const now = new Date('2026-11-23T10:00:00Z');
const hour = 3_600_000;

/** Nothing here depends on a clock, on chance or on memory: a token says itself whether it has expired. */
const environment: Env = {
  now: () => now,
  random: (bytes) => new Uint8Array(bytes),
  origin: 'https://doorman.example',
  firstUse: async () => true,
  higher: async () => true,
  remember: async () => undefined,
  recall: async () => undefined,
};

function resourceOf({ realm, offers, access, hides }: ResourceData): Resource {
  const [first, ...others] = offers;
  const policy = guarded(first, policyOf(access));
  return {
    realm,
    schemes: [schemeOf(first), ...others.map(schemeOf)],
    policy: hides ? concealed(policy) : policy,
  };
}

/** Sessions come with a guard against requests of other sites: a browser sends their cookie automatically. */
function guarded(offer: Offer, policy: Policy): Policy {
  return offer.kind === 'session'
    ? csrfGuarded(offer.cookie, offer.field, tableOf(offer.sessions), policy)
    : policy;
}

function tableOf(sessions: readonly Session[]): ReadonlyMap<string, KnownSession> {
  return new Map(
    sessions.map(({ id, holder, roles, csrf, state }) => [
      id,
      { principal: principal(holder, roles), csrf, expired: state === 'expired' },
    ]),
  );
}

function schemeOf(offer: Offer): Scheme {
  switch (offer.kind) {
    case 'basic':
      return basic({
        charset: false,
        accounts: offer.accounts.map(({ username, password, roles }) => ({
          username,
          password,
          principal: principal(username, roles),
        })),
      });
    case 'bearer':
      return bearer({
        tokens: opaqueTokens(
          new Map(
            offer.tokens.map(({ token, holder, roles, scopes, state }) => [
              token,
              {
                principal: { ...principal(holder, roles), scopes },
                revoked: state === 'revoked',
                ...(state === 'expired' && { expires: new Date(now.getTime() - hour) }),
              },
            ]),
          ),
        ),
      });
    case 'api-key':
      return apiKey({
        field: offer.field,
        keys: new Map(offer.keys.map(({ key, holder, roles }) => [key, principal(holder, roles)])),
      });
    case 'session':
      return sessionTable(offer.cookie, tableOf(offer.sessions));
  }
}

function principal(name: string, roles: readonly string[]): Principal {
  return { name, roles };
}

function policyOf(access: Access): Policy {
  switch (access.kind) {
    case 'anyone':
      return anyone;
    case 'role':
      return requireRole(access.role);
    case 'scope':
      return requireScope(access.scope);
    case 'owner':
      return ownerOnly(access.owner);
  }
}
