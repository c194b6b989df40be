/** Looks secrets up in a time that tells nothing about them: hashes are compared, always with every entry. */
import { sha256 } from '@noble/hashes/sha2.js';

/**
 * A function that finds what belongs to a secret, or undefined.
 * Right, wrong and unknown secrets take the same steps, so the time shows no difference.
 */
export function secretTable<T>(
  entries: Iterable<readonly [secret: string, value: T]>,
): (presented: Uint8Array) => T | undefined {
  const secrets = [...entries];
  let table: (readonly [hash: Uint8Array, value: T])[] | undefined;
  return (presented) => {
    // Of a few octets, a hash made here takes less time than one that another thread is asked for.
    table ??= secrets.map(([secret, value]) => [sha256(new TextEncoder().encode(secret)), value]);
    const hash = sha256(presented);
    let match: T | undefined;
    for (const [secretHash, value] of table) {
      if (same(hash, secretHash)) match = value;
    }
    return match;
  };
}

/** The entries of a map or of a record's own properties. */
export function entriesOf<T>(table: ReadonlyMap<string, T> | Readonly<Record<string, T>>): [string, T][] {
  return table instanceof Map ? [...table] : Object.entries(table as Record<string, T>);
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  let difference = 0;
  for (let index = 0; index < a.length; index += 1) difference |= (a[index] ?? 0) ^ (b[index] ?? 0);
  return difference === 0;
}
