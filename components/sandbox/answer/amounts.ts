/** Amounts in a few characters. */

/** `1 check`, `2 checks`. */
export function amountOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The size of a text as UTF-8. */
export function octetsOf(text: string): string {
  const octets = new TextEncoder().encode(text).length;
  return octets < 1024 ? `${octets} B` : `${(octets / 1024).toFixed(1)} kB`;
}
