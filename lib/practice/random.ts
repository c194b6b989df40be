/** Chance that can be repeated: the same seed draws the same things, on every machine. */
import { hash, next } from '@/lib/quiz/shuffle';

/** A hand that draws. Every draw changes what the next one gives. */
export interface Draw {
  /** A whole number from 0 up to, and without, `limit`. */
  readonly number: (limit: number) => number;
  /** One of `list`, which has at least one. */
  readonly pick: <const T>(list: readonly [T, ...T[]]) => T;
  /** True in `percent` of a hundred cases. */
  readonly chance: (percent: number) => boolean;
  /** `list` in another order. */
  readonly mix: <T>(list: readonly T[]) => T[];
}

/** The hand for `seed`, which may be any text. */
export function drawFrom(seed: string): Draw {
  let state = hash(seed);
  const number = (limit: number) => {
    state = next(state);
    return state % limit;
  };
  return {
    number,
    pick: (list) => list[number(list.length)] ?? list[0],
    chance: (percent) => number(100) < percent,
    mix: (list) =>
      list
        .map((item) => ({ item, at: number(1_000_000) }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item),
  };
}
