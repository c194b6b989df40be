/** Finds many literal texts in one pass: case, width of white space and kind of quotation mark do not count. */
import { type Folded, fold, lineFeed, space } from './fold';

export interface Hit {
  /** The number of the text that was found. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** How many characters `…` may stand for. */
const widestGap = 200;

interface Pattern {
  readonly index: number;
  /** What stands between the gaps, at least one. */
  readonly parts: readonly Uint16Array[];
}

/** A set of texts, made once and looked for in many pastes. */
export interface TextIndex {
  readonly byStart: ReadonlyMap<number, readonly Pattern[]>;
  /** 1 where a text may begin with three characters of that number. */
  readonly starts: Uint8Array;
}

const numbers = 1 << 21;

/** Makes the index of `texts`, in which `…` stands for up to 200 characters of one line. */
export function indexTexts(texts: readonly string[]): TextIndex {
  const byStart = new Map<number, Pattern[]>();
  const starts = new Uint8Array(numbers);
  for (const [index, text] of texts.entries()) {
    const parts = partsOf(text);
    const [first] = parts;
    if (!first) continue;
    const key = keyAt(first, 0);
    byStart.set(key, [...(byStart.get(key) ?? []), { index, parts }]);
    starts[key] = 1;
  }
  return { byStart, starts };
}

/** Where the texts of `index` stand in `folded`; of each text the first few places. */
export function findTexts(index: TextIndex, { codes, places }: Folded, most = 3): Hit[] {
  const hits: Hit[] = [];
  const counts = new Map<number, number>();
  for (let at = 0; at < codes.length; at += 1) {
    const key = keyAt(codes, at);
    if (index.starts[key] !== 1) continue;
    for (const pattern of index.byStart.get(key) ?? []) {
      const end = endOf(pattern.parts, codes, at);
      if (end === undefined) continue;
      const count = counts.get(pattern.index) ?? 0;
      if (count >= most) continue;
      counts.set(pattern.index, count + 1);
      hits.push({ index: pattern.index, start: places[at] ?? 0, end: places[end] ?? 0 });
    }
  }
  return hits;
}

/** True where the one text `pattern` stands in `folded`. */
export function includesFolded({ codes }: Folded, pattern: string): boolean {
  const parts = partsOf(pattern);
  const first = parts[0]?.[0];
  if (first === undefined) return false;
  for (let at = codes.indexOf(first); at >= 0; at = codes.indexOf(first, at + 1)) {
    if (endOf(parts, codes, at) !== undefined) return true;
  }
  return false;
}

/** True where the one text `pattern` stands in `text`. */
export const includesText = (text: string, pattern: string) => includesFolded(fold(text), pattern);

function partsOf(text: string): Uint16Array[] {
  return text
    .split('…')
    .map((part) => fold(part.trim()).codes)
    .filter(({ length }) => length > 0);
}

/** The first three characters as one number; a collision costs a comparison, never a hit. */
function keyAt(codes: Uint16Array, at: number): number {
  return (bits(codes[at]) << 14) | (bits(codes[at + 1]) << 7) | bits(codes[at + 2]);
}

function bits(code: number | undefined): number {
  if (code === undefined) return 0;
  return (code === lineFeed ? space : code) & 127;
}

/** Where the parts of a pattern end that begins at `at`, or undefined where it does not stand there. */
function endOf(parts: readonly Uint16Array[], codes: Uint16Array, at: number): number | undefined {
  // A word that goes on is another word: “jwt expired” is not in “jwt expiredx”, nor “403.1” in “403.14”.
  if (isWord(codes[at - 1]) && isWord(codes[at])) return undefined;
  let end = at;
  for (let number = 0; number < parts.length; number += 1) {
    const part = parts[number] as Uint16Array;
    const start = number === 0 ? (standsAt(codes, part, at) ? at : -1) : findInLine(codes, part, end);
    if (start < 0) return undefined;
    end = start + part.length;
  }
  return isWord(codes[end - 1]) && isWord(codes[end]) ? undefined : end;
}

function findInLine(codes: Uint16Array, part: Uint16Array, from: number): number {
  const last = Math.min(from + widestGap, codes.length - part.length);
  for (let at = from; at <= last; at += 1) {
    if (standsAt(codes, part, at)) return at;
    if (codes[at] === lineFeed) return -1;
  }
  return -1;
}

function standsAt(codes: Uint16Array, part: Uint16Array, at: number): boolean {
  if (at + part.length > codes.length) return false;
  for (let place = 0; place < part.length; place += 1) {
    const code = codes[at + place];
    if (code !== part[place] && !(code === lineFeed && part[place] === space)) return false;
  }
  return true;
}

function isWord(code: number | undefined): boolean {
  return code !== undefined && ((code >= 97 && code <= 122) || (code >= 48 && code <= 57));
}
