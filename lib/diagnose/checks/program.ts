/** What a program sets, beside what its client sent: some put credentials where the client sends none of them. */
import type { Finding } from '../finding';
import type { GoodReading, Span } from '../reading';
import { pairIn } from '../tokens';

const longest = 20_000;
const setsBearer =
  /\bheaders\b[^\n]{0,40}["']Authorization["']\s{0,3}:\s{0,3}f?["'`]Bearer |["']Authorization["']\]\s{0,3}=\s{0,3}f?["'`]Bearer /;
const sentBasic =
  /^(?![^\n]{0,200}(?:headers ?=|\bcurl\b|fetch\())(?:[^\n]{0,300}["']Authorization["']\s{0,3}:\s{0,3}["'])?Basic ([A-Za-z0-9+/]{6,400}={0,2})(?=["'\s]|$)/gm;

/** Basic that was sent where the code above it sets Bearer: a mark in every exchange of the paste. */
export function replacedFindings(reading: GoodReading): Finding[] {
  const paste = reading.text.slice(0, longest);
  const set = setsBearer.exec(paste);
  if (!set) return [];
  const rest = set.index + set[0].length;
  const sent = [...paste.slice(rest).matchAll(sentBasic)].find(([, value = '']) => pairIn(value));
  if (!sent) return [];
  const start = rest + sent.index;
  return everywhere(reading, 'credentials-replaced', { start, end: start + sent[0].length });
}

const writes = /\b\$?axios\w{0,20}(?:\.\w{1,20})?\s{0,40}\.(post|put|patch)\s{0,3}\(/g;
const opening = '([{';
const closing = ')]}';
const longestArgument = 800;

/** Headers as the second argument of `axios.post`, which is the body: a mark in every exchange of the paste. */
export function headersAsBodyFindings(reading: GoodReading): Finding[] {
  const paste = reading.text.slice(0, longest);
  for (const hit of [...paste.matchAll(writes)].slice(0, 20)) {
    const end = argumentEnd(paste, hit.index + hit[0].length);
    if (end === undefined || paste[end] !== ',') continue;
    const second = /^,\s{0,80}\{\s{0,80}["']?headers["']?\s{0,3}[:,}]/i.exec(paste.slice(end, end + 240));
    if (!second || namesHeaders(paste, end + 1)) continue;
    const statement = `The second argument of axios.${hit[1]} is the body. Here it is the headers, so they are sent as data.`;
    return everywhere(
      reading,
      'headers-as-body',
      { start: hit.index, end: end + second[0].length },
      statement,
    );
  }
  return [];
}

/** Whether the argument after the one at `start` names headers: then the one at `start` is a body on purpose. */
function namesHeaders(text: string, start: number): boolean {
  const end = argumentEnd(text, start);
  return end !== undefined && /^,[^)]{0,200}\bheaders\b/i.test(text.slice(end, end + 240));
}

/** Where the argument that begins at `start` ends: at a comma or a bracket of its level. */
function argumentEnd(text: string, start: number): number | undefined {
  let depth = 0;
  let quote = '';
  const last = Math.min(text.length, start + longestArgument);
  for (let at = start; at < last; at += 1) {
    const character = text[at] as string;
    if (quote) {
      if (character === '\\') at += 1;
      else if (character === quote) quote = '';
    } else if (`"'\``.includes(character)) quote = character;
    else if (opening.includes(character)) depth += 1;
    else if (depth === 0 && (character === ',' || closing.includes(character))) return at;
    else if (closing.includes(character)) depth -= 1;
  }
  return undefined;
}

function everywhere(
  { exchanges }: GoodReading,
  check: Finding['check'],
  span: Span,
  statement = '',
): Finding[] {
  const places = exchanges.length ? exchanges.map((_, index) => index) : [-1];
  return places.map((exchange) => ({ check, statement, span, exchange }));
}
