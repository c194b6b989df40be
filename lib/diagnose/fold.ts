/** A text as it is compared: small letters, one space for many, one kind of quotation mark, no entities of HTML. */

/** The characters as codes, and for each the place that it has in the original. */
export interface Folded {
  readonly codes: Uint16Array;
  readonly places: Uint32Array;
}

const same = new Map<number, number>(
  Object.entries({ '"': '“”„«»', "'": '‘’‚`', '-': '‐‑–' }).flatMap(([plain, odd]) =>
    [...odd].map((character) => [character.charCodeAt(0), plain.charCodeAt(0)] as const),
  ),
);

const entities: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&apos;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&nbsp;': ' ',
};

export const space = 32;
export const lineFeed = 10;
const [ampersand, backslash, noBreak] = [38, 92, 160];

/** More than this is not compared: of a longer text its beginning and its end are. */
const mostFolded = 4_000_000;

/** `text` in the form in which it is compared. A run of white space with a line end in it is a line end. */
export function fold(text: string): Folded {
  const length = Math.min(text.length, mostFolded);
  const codes = new Uint16Array(length + 1);
  const places = new Uint32Array(length + 2);
  const jump = text.length > mostFolded ? mostFolded / 2 : text.length;
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (at === jump) at = text.length - mostFolded / 2;
    const start = at;
    let code = text.charCodeAt(at);
    if (code === ampersand) {
      const entity = entityAt(text, at);
      if (entity) {
        code = entity.code;
        at = entity.end;
      }
    } else if (code === backslash && isEscapable(text.charCodeAt(at + 1))) continue;
    if (code <= space || code === noBreak) {
      const last = count ? codes[count - 1] : undefined;
      const breaks = code === lineFeed;
      if (last === space || last === lineFeed) {
        if (breaks) codes[count - 1] = lineFeed;
        continue;
      }
      code = breaks ? lineFeed : space;
    } else if (code >= 65 && code <= 90) code += 32;
    else if (code === 96 || code > 127) code = lower(code);
    places[count] = start;
    codes[count] = code;
    count += 1;
  }
  places[count] = text.length;
  return { codes: codes.subarray(0, count), places: places.subarray(0, count + 1) };
}

const isEscapable = (code: number) => code === 34 || code === 39 || code === 47;

function lower(code: number): number {
  const plain = same.get(code);
  if (plain !== undefined) return plain;
  const small = String.fromCharCode(code).toLowerCase();
  return small.length === 1 ? small.charCodeAt(0) : code;
}

const named = /^&(?:#(\d{1,5})|#x([0-9a-f]{1,4})|[a-z]{2,5});/i;

/** The character that an entity of HTML at `at` stands for, and where it ends. */
function entityAt(text: string, at: number): { code: number; end: number } | undefined {
  const match = named.exec(text.slice(at, at + 9));
  if (!match) return undefined;
  const [whole, decimal, hex] = match;
  const number = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  const code = Number.isNaN(number) ? entities[whole.toLowerCase()]?.charCodeAt(0) : number;
  return code ? { code, end: at + whole.length - 1 } : undefined;
}
