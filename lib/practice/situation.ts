/** A situation: a resource and a request that reaches it. Its seed and level are all that has to be known of it. */
import type { Field } from '@/lib/http-auth/message';
import type { Exchange } from './client/view';
import { type FamilyName, families, familyNames } from './families';
import { type Level, levels } from './family';
import { type Draw, drawFrom } from './random';
import type { Asking, ResourceData } from './resource';

interface Drawn {
  readonly level: Level;
  readonly seed: string;
  readonly family: FamilyName;
}

/** A resource and a request that reaches it: what does the server answer? */
export interface ServerSituation extends Drawn {
  readonly resource: ResourceData;
  readonly request: Asking;
}

/** A client between its rules and a server: what does it do? */
export interface ClientSituation extends Drawn {
  readonly exchange: Exchange;
}

export type Situation = ServerSituation | ClientSituation;

/** True where a server answers. */
export function isServer(situation: Situation): situation is ServerSituation {
  return 'resource' in situation;
}

/** The situation of a seed, which is text of small letters and digits. The same one, always and everywhere. */
export function situationOf(level: Level, seed: string): Situation {
  const draw = drawFrom(`${level} ${seed}`);
  const family = familyFor(draw, level);
  const drawn = families[family];
  if ('draw' in drawn) return { level, seed, family, exchange: drawn.draw(draw) };
  const { scenario, fields, query, method } = drawn.make(draw, level);
  const { realm, path } = scenario.resource;
  const beside: Field[] = draw.chance(40)
    ? [['Accept', draw.pick(['application/json', 'text/html', '*/*'])]]
    : [];
  return {
    level,
    seed,
    family,
    resource: scenario.resource,
    request: {
      method: method ?? draw.pick(['GET', 'GET', 'GET', 'PUT', 'DELETE']),
      target: query ? `${path}?${query}` : path,
      fields: [['Host', `${realm}.example`], ...beside, ...fields],
    },
  };
}

/** A level and a seed as one word, fit for an address: `2-k3f9a1`. */
export function situationName({ level, seed }: Pick<Situation, 'level' | 'seed'>): string {
  return `${level}-${seed}`;
}

/** Level and seed of a word that `situationName` may have written, else undefined. */
export function readSituationName(name: string): Pick<Situation, 'level' | 'seed'> | undefined {
  const [, digit, seed] = /^([1-3])-([a-z0-9]{1,16})$/.exec(name) ?? [];
  const level = levels.find((level) => String(level) === digit);
  return level && seed ? { level, seed } : undefined;
}

/** A seed whose situation is of none of the families in `lately`; `random` gives numbers from 0 up to 1. */
export function freshSeed(level: Level, lately: readonly FamilyName[], random: () => number): string {
  const seed = () => Math.floor(random() * 36 ** 6).toString(36);
  let drawn = seed();
  for (let tries = 0; tries < 8 && lately.includes(situationOf(level, drawn).family); tries += 1)
    drawn = seed();
  return drawn;
}

/** Two of three times a family that is new at this level, else one of an earlier one. */
function familyFor(draw: Draw, level: Level): FamilyName {
  const isNew = draw.chance(level === 1 ? 100 : 66);
  const drawn = familyNames.filter((name) =>
    isNew ? families[name].level === level : families[name].level < level,
  );
  const tickets = drawn.flatMap((name) => Array<FamilyName>(families[name].weight ?? 1).fill(name));
  return tickets[draw.number(tickets.length)] ?? familyNames[0];
}
