/** The scenarios in which situations happen: a realm with its people, their secrets, and one resource. */

import type { Field } from '@/lib/http-auth/message';
import { basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import type { Draw } from './random';
import type { Access, Offer, ResourceData, Session, Token } from './resource';

interface Scene {
  readonly realm: string;
  readonly paths: readonly [string, ...string[]];
  readonly roles: readonly [string, string];
  readonly scopes: readonly [string, string, string];
}

const scenes: readonly [Scene, ...Scene[]] = [
  {
    realm: 'drafts',
    paths: ['/drafts/7', '/drafts/12'],
    roles: ['editor', 'reader'],
    scopes: ['drafts:read', 'drafts:write', 'drafts:delete'],
  },
  {
    realm: 'archive',
    paths: ['/letters/3', '/letters/41'],
    roles: ['archivist', 'visitor'],
    scopes: ['letters:read', 'letters:lend', 'letters:burn'],
  },
  {
    realm: 'observatory',
    paths: ['/nights/21', '/nights/8'],
    roles: ['astronomer', 'guest'],
    scopes: ['nights:read', 'nights:book', 'nights:cancel'],
  },
  {
    realm: 'kitchen',
    paths: ['/recipes/9', '/recipes/30'],
    roles: ['cook', 'taster'],
    scopes: ['recipes:read', 'recipes:write', 'recipes:share'],
  },
  {
    realm: 'harbour',
    paths: ['/berths/4', '/berths/17'],
    roles: ['pilot', 'deckhand'],
    scopes: ['berths:read', 'berths:assign', 'berths:clear'],
  },
];

const words = 'heron lamp cedar pebble anchor comet thistle barley lantern otter maple copper'.split(' ');

export type OfferKind = Offer['kind'];

/** What a situation needs of its scenario; all else is drawn. */
export interface Wish {
  readonly offers: readonly [OfferKind, ...OfferKind[]];
  readonly access?: Access['kind'];
  /** Whether the one who asks may. */
  readonly allowed?: boolean;
  readonly hides?: boolean;
  /** How it stands with the token of the one who asks. */
  readonly token?: Token['state'];
  /** How it stands with their session. */
  readonly session?: Session['state'];
  /** How many scopes are asked for. */
  readonly scopes?: 1 | 2;
}

/** One of the people, with what each scheme knows them by. */
export interface Person {
  readonly name: string;
  readonly password: string;
  readonly token: string;
  readonly key: string;
  /** The id of a session, and its CSRF token. */
  readonly session: string;
  readonly csrf: string;
}

export interface Scenario {
  readonly resource: ResourceData;
  /** Who asks, and somebody else who is known there. */
  readonly caller: Person;
  readonly other: Person;
  /** Secrets that nobody there knows. */
  readonly stranger: Person;
}

/** A scenario that fulfils `wish`; the higher the level, the more there is to see in it. */
export function furnish(draw: Draw, level: number, wish: Wish): Scenario {
  const scene = draw.pick(scenes);
  const secrets = draw.mix(words).map((word) => `${word}-${10 + draw.number(90)}`);
  const person = (name: string, at: number): Person => ({
    name,
    password: secrets[at] ?? '',
    token: `tok-${secrets[at + 4]}`,
    key: `key-${secrets[at + 4]}`,
    session: `sid-${secrets[at + 4]}`,
    csrf: `csrf-${secrets[at + 8]}`,
  });
  const [first = '', second = '', third = ''] = draw.mix(['ada', 'grace', 'alan']);
  const [caller, other] = [person(first, 0), person(second, 1)];
  const people = level > 1 && draw.chance(50) ? [caller, other, person(third, 2)] : [caller, other];

  const single = wish.offers.length === 1 ? wish.offers[0] : undefined;
  const kinds: [Access['kind'], ...Access['kind'][]] = ['anyone', 'role'];
  if (level > 1) kinds.push('owner');
  if (single === 'bearer') kinds.push('scope');
  const kind = wish.access ?? draw.pick(kinds);
  const allowed = wish.allowed ?? (level === 1 || draw.chance(65));
  const access = accessOf(draw, kind, scene, allowed ? caller.name : other.name, wish.scopes ?? 1);

  const may = (name: string) => (name === caller.name ? allowed : !allowed || draw.chance(50));
  const listed = draw.mix(people).map((person) => {
    const [yes, no] = scene.roles;
    const mays = may(person.name);
    const required = access.kind === 'scope' ? access.scope.split(' ') : [];
    return {
      person,
      roles: kind === 'role' ? [mays ? yes : no] : [],
      scopes: kind === 'scope' ? draw.mix(mays ? required : scopesBeside(scene, required)) : [],
    };
  });
  const offers = wish.offers.map((offer) =>
    offerOf(offer, listed, {
      token: (person) => (person === caller ? (wish.token ?? 'valid') : 'valid'),
      session: (person) => (person === caller ? (wish.session ?? 'valid') : 'valid'),
    }),
  );
  const resource = {
    realm: scene.realm,
    path: draw.pick(scene.paths),
    offers: offers as unknown as ResourceData['offers'],
    access,
    hides: wish.hides ?? (level === 3 && draw.chance(15)),
  };
  return { resource, caller, other, stranger: person('nobody', 3) };
}

/** The header in which sessions expect their CSRF token. */
export const csrfField = 'X-CSRF-Token';

/** The field line with which `person` presents valid credentials to `offer`. */
export function presents(person: Person, offer: OfferKind): Field {
  switch (offer) {
    case 'basic':
      return ['Authorization', basicCredentials(person.name, person.password)];
    case 'bearer':
      return ['Authorization', `Bearer ${person.token}`];
    case 'api-key':
      return ['X-API-Key', person.key];
    case 'session':
      return ['Cookie', `sid=${person.session}`];
  }
}

interface Listed {
  readonly person: Person;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
}

function offerOf(
  kind: OfferKind,
  listed: readonly Listed[],
  stateOf: {
    readonly token: (person: Person) => Token['state'];
    readonly session: (person: Person) => Session['state'];
  },
): Offer {
  switch (kind) {
    case 'basic':
      return {
        kind,
        accounts: listed.map(({ person: { name, password }, roles }) => ({
          username: name,
          password,
          roles,
        })),
      };
    case 'bearer':
      return {
        kind,
        tokens: listed.map(({ person, roles, scopes }) => ({
          token: person.token,
          holder: person.name,
          roles,
          scopes,
          state: stateOf.token(person),
        })),
      };
    case 'api-key':
      return {
        kind,
        field: 'X-API-Key',
        keys: listed.map(({ person: { key, name }, roles }) => ({ key, holder: name, roles })),
      };
    case 'session':
      return {
        kind,
        cookie: 'sid',
        field: csrfField,
        sessions: listed.map(({ person, roles }) => ({
          id: person.session,
          holder: person.name,
          roles,
          csrf: person.csrf,
          state: stateOf.session(person),
        })),
      };
  }
}

function accessOf(
  draw: Draw,
  kind: Access['kind'],
  { roles, scopes }: Scene,
  owner: string,
  count: 1 | 2,
): Access {
  switch (kind) {
    case 'anyone':
      return { kind };
    case 'role':
      return { kind, role: roles[0] };
    case 'owner':
      return { kind, owner };
    case 'scope':
      return { kind, scope: draw.mix(scopes).slice(0, count).join(' ') };
  }
}

/** Scopes that do not suffice: of two that are wanted the second alone, of one none, and always one that is not. */
function scopesBeside({ scopes }: Scene, required: readonly string[]): string[] {
  const more = scopes.filter((scope) => !required.includes(scope)).slice(0, 1);
  return [...required.slice(1), ...more];
}
