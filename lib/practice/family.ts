/** One kind of thing that goes wrong, or does not, on the way to a resource. */
import { encodeBase64 } from '@/lib/http-auth/base64';
import { type Field, octets } from '@/lib/http-auth/message';
import type { Exchange } from './client/view';
import type { Draw } from './random';
import { furnish, type OfferKind, presents, type Scenario, type Wish } from './scenario';

export const levels = [1, 2, 3] as const;
export type Level = (typeof levels)[number];

/** What a family makes: a scenario, the field lines that carry credentials, and perhaps a query. */
export interface Scene {
  readonly scenario: Scenario;
  readonly fields: readonly Field[];
  readonly query?: string;
  /** Drawn where it is left out. */
  readonly method?: string;
}

/** What every family says of itself. */
interface Named {
  /** What it was, in a few words for afterwards. */
  readonly title: string;
  /** The level from which on it is asked. */
  readonly level: Level;
  /** How often it is drawn among those of its level, so that no answer is a good guess; 1 where it is left out. */
  readonly weight?: number;
  /** The lesson that teaches it. */
  readonly lesson: string;
}

/** A family says what happens, never what the answer is: that is computed. */
export interface Family extends Named {
  readonly make: (draw: Draw, level: Level) => Scene;
}

/** The same for what a client does: a browser, a program that follows a redirect, a cache. */
export interface ClientFamily extends Named {
  readonly draw: (draw: Draw) => Exchange;
}

/** One of `list`, in a type that they share. */
export function oneOf<T>(draw: Draw, list: readonly T[]): T {
  const drawn = list[draw.number(list.length)];
  if (drawn === undefined) throw new Error('There is nothing to draw from');
  return drawn;
}

/** A family that presents credentials to the one scheme of the scenario; `lines` writes the field lines. */
export function presenting(
  kinds: readonly [OfferKind, ...OfferKind[]],
  lines: (scenario: Scenario, kind: OfferKind, draw: Draw) => readonly Field[],
  wish: Omit<Wish, 'offers'> = {},
): Family['make'] {
  return (draw, level) => {
    const kind = draw.pick(kinds);
    const scenario = furnish(draw, level, { offers: [kind], ...wish });
    return { scenario, fields: lines(scenario, kind, draw) };
  };
}

/** The value of the field in which the one who asks presents valid credentials. */
export function ownValue({ caller }: Scenario, kind: OfferKind): string {
  return presents(caller, kind)[1];
}

/** The one field line Authorization with this value. */
export function authorization(value: string): readonly Field[] {
  return [['Authorization', value]];
}

/** Basic with any text in Base64, be it a pair or not. */
export function basicOf(text: string): readonly Field[] {
  return authorization(`Basic ${encodeBase64(octets(text))}`);
}
