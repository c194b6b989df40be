/** Finds many literal texts in one pass: case, width of white space and kind of quotation mark do not count. */

/** A text as it is compared, and for each of its characters the place that it has in the original. */
export interface Folded {
  readonly text: string;
  readonly places: Uint32Array;
}

export interface Hit {
  /** The number of the text that was found. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** How many characters `…` may stand for. */
const widestGap = 200;

const quotes: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '`': "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
};

const entities: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&apos;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&nbsp;': ' ',
};

/** `text` in the form in which it is compared. */
export function fold(text: string): Folded {
  const places = new Uint32Array(text.length + 1);
  const parts: string[] = [];
  let chunk = '';
  let length = 0;
  let inSpace = false;
  for (let at = 0; at < text.length; at += 1) {
    const start = at;
    let character = text[at] ?? '';
    if (character === '&') {
      const entity = entityAt(text, at);
      if (entity) {
        character = entity.character;
        at = entity.end;
      }
    } else if (character === '\\' && (text[at + 1] === '"' || text[at + 1] === "'" || text[at + 1] === '/')) {
      continue;
    }
    if (character <= ' ' || character === '\u00a0') {
      const breaks = character === '\n';
      if (inSpace) {
        // A line that ends inside a run of white space makes the whole run a line end, which no gap crosses.
        if (breaks && chunk.endsWith(' ')) chunk = `${chunk.slice(0, -1)}\n`;
        continue;
      }
      inSpace = true;
      character = breaks ? '\n' : ' ';
    } else {
      inSpace = false;
      const code = character.charCodeAt(0);
      if (code >= 65 && code <= 90) character = String.fromCharCode(code + 32);
      else if (code === 96 || code > 127) {
        const lower = quotes[character] ?? character.toLowerCase();
        character = lower.length === 1 ? lower : character;
      }
    }
    places[length] = start;
    length += 1;
    chunk += character;
    if (chunk.length > 4096 && !inSpace) {
      parts.push(chunk);
      chunk = '';
    }
  }
  parts.push(chunk);
  places[length] = text.length;
  return { text: parts.join(''), places };
}

const named = /^&(?:#(\d{1,5})|#x([0-9a-f]{1,4})|[a-z]{2,5});/i;

/** The character that an entity of HTML at `at` stands for, and where it ends. */
function entityAt(text: string, at: number): { character: string; end: number } | undefined {
  const found = named.exec(text.slice(at, at + 9));
  if (!found) return undefined;
  const [whole, decimal, hex] = found;
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  const character = Number.isNaN(code) ? entities[whole.toLowerCase()] : String.fromCharCode(code);
  return character ? { character, end: at + whole.length - 1 } : undefined;
}

interface Pattern {
  readonly index: number;
  /** What stands between the gaps, at least one. */
  readonly parts: readonly string[];
}

/** A set of texts, made once and looked for in many pastes. */
export interface TextIndex {
  readonly byStart: ReadonlyMap<string, readonly Pattern[]>;
  readonly starts: Uint8Array;
}

const keyLength = 4;

/** Makes the index of `texts`, in which `…` stands for up to 200 characters of one line. */
export function indexTexts(texts: readonly string[]): TextIndex {
  const byStart = new Map<string, Pattern[]>();
  const starts = new Uint8Array(65_536);
  for (const [index, text] of texts.entries()) {
    const parts = text
      .split('…')
      .map((part) => fold(part).text.trim())
      .filter(Boolean);
    const [first = ''] = parts;
    if (first.length < 2) continue;
    const key = first.slice(0, keyLength);
    const list = byStart.get(key) ?? [];
    list.push({ index, parts });
    byStart.set(key, list);
    starts[pair(first, 0)] = 1;
  }
  return { byStart, starts };
}

/** Where the texts of `index` stand in `folded`; of each text the first few places. */
export function findTexts(index: TextIndex, { text, places }: Folded, most = 3): Hit[] {
  const hits: Hit[] = [];
  const counts = new Map<number, number>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    if (index.starts[pair(text, at)] !== 1) continue;
    for (let length = 2; length <= keyLength; length += 1) {
      for (const pattern of index.byStart.get(spaced(text.slice(at, at + length))) ?? []) {
        if (isWord(text, at - 1) && isWord(text, at)) continue;
        const count = counts.get(pattern.index) ?? 0;
        if (count >= most) continue;
        const end = endOf(pattern.parts, text, at);
        if (end === undefined) continue;
        counts.set(pattern.index, count + 1);
        hits.push({ index: pattern.index, start: places[at] ?? 0, end: places[end] ?? 0 });
      }
    }
  }
  return hits;
}

/** True where the one text `pattern` stands in `text`. */
export function includesText(text: string, pattern: string): boolean {
  const index = indexTexts([pattern]);
  return findTexts(index, fold(text), 1).length > 0;
}

const spaced = (text: string) => (text.includes('\n') ? text.replace(/\n/g, ' ') : text);

/** The first two characters as one number; a collision costs a look-up, never a hit. */
function pair(text: string, at: number): number {
  const code = (place: number) => {
    const value = text.charCodeAt(place);
    return value === 10 ? 32 : value & 255;
  };
  return (code(at) << 8) | code(at + 1);
}

/** Where the parts of a pattern end that begins at `at`, or undefined where it does not stand there. */
function endOf(parts: readonly string[], text: string, at: number): number | undefined {
  let end = at;
  for (const [number, part] of parts.entries()) {
    const found = number === 0 ? (standsAt(text, part, at) ? at : -1) : findInLine(text, part, end);
    if (found < 0) return undefined;
    end = found + part.length;
  }
  // A word that goes on is another word: “jwt expired” is not in “jwt expiredx”, nor “403.1” in “403.14”.
  return isWord(text, end - 1) && isWord(text, end) ? undefined : end;
}

function findInLine(text: string, part: string, from: number): number {
  const last = Math.min(from + widestGap, text.length - part.length);
  for (let at = from; at <= last; at += 1) {
    if (standsAt(text, part, at)) return at;
    if (text.charCodeAt(at) === 10) return -1;
  }
  return -1;
}

function standsAt(text: string, part: string, at: number): boolean {
  if (at + part.length > text.length) return false;
  for (let place = 0; place < part.length; place += 1) {
    const code = text.charCodeAt(at + place);
    if (code !== part.charCodeAt(place) && !(code === 10 && part.charCodeAt(place) === 32)) return false;
  }
  return true;
}

function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}
