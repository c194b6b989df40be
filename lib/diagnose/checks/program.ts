/** What a program sets, beside what its client sent: some clients put other credentials in its place. */
import type { Finding } from '../finding';
import type { GoodReading } from '../reading';
import { pairIn } from '../tokens';

const longest = 20_000;
const setsBearer =
  /\bheaders\b[^\n]{0,40}["']Authorization["']\s{0,3}:\s{0,3}f?["'`]Bearer |["']Authorization["']\]\s{0,3}=\s{0,3}f?["'`]Bearer /;
const sentBasic =
  /^(?![^\n]{0,200}(?:headers ?=|\bcurl\b|fetch\())(?:[^\n]{0,300}["']Authorization["']\s{0,3}:\s{0,3}["'])?Basic ([A-Za-z0-9+/]{6,400}={0,2})(?=["'\s]|$)/gm;

/** Basic that was sent where the code above it sets Bearer: a mark in every exchange of the paste. */
export function replacedFindings({ text, exchanges }: GoodReading): Finding[] {
  const paste = text.slice(0, longest);
  const set = setsBearer.exec(paste);
  if (!set) return [];
  const rest = set.index + set[0].length;
  const sent = [...paste.slice(rest).matchAll(sentBasic)].find(([, value = '']) => pairIn(value));
  if (!sent) return [];
  const start = rest + sent.index;
  const span = { start, end: start + sent[0].length };
  const places = exchanges.length ? exchanges.map((_, index) => index) : [-1];
  return places.map((exchange) => ({ check: 'credentials-replaced', statement: '', span, exchange }));
}
