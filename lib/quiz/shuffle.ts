/** The order in which options are shown: different for every question, the same on every visit. */

/** `list` in an order that depends on `seed` alone, and differs from the order given where it can. */
export function shuffle<T>(list: readonly T[], seed: string): T[] {
  const shuffled = [...list];
  let state = hash(seed);
  for (let last = shuffled.length - 1; last > 0; last--) {
    state = next(state);
    const other = state % (last + 1);
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  const same = shuffled.every((element, index) => element === list[index]);
  return same && list.length > 1 ? [...shuffled.slice(1), shuffled[0] as T] : shuffled;
}

/** A number from 0 to 2³² − 1 that any change of `text` changes. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

/** The state behind `state`, as good as drawn by lot. */
export function next(state: number): number {
  let value = (state + 0x6d2b79f5) | 0;
  value = Math.imul(value ^ (value >>> 15), value | 1);
  value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
  return (value ^ (value >>> 14)) >>> 0;
}
