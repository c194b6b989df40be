/** Keys in what was given: as the one text that the progress stores, and ticked or no longer. */

/** The keys in a stored text, which separates them by commas. */
export function readKeys(text: string): readonly string[] {
  return text ? text.split(',') : [];
}

/** `keys` with `key` ticked, or no longer, in the order of the file. */
export function tick(keys: readonly string[], key: string, on: boolean): readonly string[] {
  const others = keys.filter((other) => other !== key);
  return (on ? [...others, key] : others).sort((a, b) => Number(a) - Number(b));
}
