/** Looks secrets up in a time that tells nothing about them: hashes are compared, always with every entry. */
import { sha256 as slowSha256 } from '@noble/hashes/sha2.js';

/**
 * A function that finds what belongs to a secret, or undefined.
 * Right, wrong and unknown secrets take the same steps, so the time shows no difference.
 */
export function secretTable<T>(
  entries: Iterable<readonly [secret: string, value: T]>,
): (presented: Uint8Array) => Promise<T | undefined> {
  const known = [...entries];
  let hashes: Promise<Uint8Array[]> | undefined;
  return async (presented) => {
    hashes ??= Promise.all(known.map(([secret]) => sha256(new TextEncoder().encode(secret))));
    const [hash, table] = await Promise.all([sha256(presented), hashes]);
    let found: T | undefined;
    for (const [index, [, value]] of known.entries()) {
      if (same(hash, table[index] as Uint8Array)) found = value;
    }
    return found;
  };
}

/** The entries of a map or of a record's own properties. */
export function entriesOf<T>(table: ReadonlyMap<string, T> | Readonly<Record<string, T>>): [string, T][] {
  return table instanceof Map ? [...table] : Object.entries(table as Record<string, T>);
}

async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  // A page that came over plain HTTP from another host has no `subtle`.
  if (!crypto.subtle) return slowSha256(bytes);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  let difference = 0;
  for (let index = 0; index < a.length; index += 1) difference |= (a[index] ?? 0) ^ (b[index] ?? 0);
  return difference === 0;
}
