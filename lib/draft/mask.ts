/** Stands in for each character of what the page does not know yet. It may stand in any header. */
const dot = '*';

/** The shortest run of dots that counts as a mask: a wildcard such as `*` in a header is none. */
const masked = /\*{3}/;

/** `value` with all that differs in `other` masked, part by part; both are the same text for two attempts. */
export function mask(value: string, other: string): string {
  if (value === other) return value;
  const parts = value.split(separators);
  const others = other.split(separators);
  if (parts.length !== others.length) return dot.repeat(Math.max(3, value.length));
  return parts
    .map((part, at) => (part === others[at] ? part : dot.repeat(Math.max(3, part.length))))
    .join('');
}

const separators = /([\s,;:="'&?/{}[\]]+)/;

/** True where a part of `text` is masked. */
export function isMasked(text: string): boolean {
  return masked.test(text);
}
