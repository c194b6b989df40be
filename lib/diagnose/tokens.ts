/** Tokens and pairs in a text, taken apart without a key: what they claim, never whether it is true (RFC 7519 §7.2). */
import { decodeBase64 } from '@/lib/http-auth/base64';
import { utf8 } from '@/lib/http-auth/evidence';
import { readJwt } from '@/lib/http-auth/schemes/jwt/reading';
import type { ReadToken } from './reading';

/** Base64url with a dot after it, and what may follow of a token: 3 parts if it is signed, 5 if it is encrypted. */
const shape = /(?<![\w-])([\w-]{9,})\.[\w-]{2,8000}(?:\.[\w-]{0,8000}){0,3}/g;
/** JSON that begins with a member, as Base64url. */
const header = /\beyJ[\w-]{6}/;
const mostTokens = 20;

/** Whatever has the shape of a JWT. Each character is read once, whatever a text repeats. */
function* shapesIn(text: string): Generator<{ readonly token: string; readonly start: number }> {
  const pattern = new RegExp(shape);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [whole, first = ''] = match;
    const at = first.search(header);
    if (at >= 0) yield { token: whole.slice(at), start: match.index + at };
    // A token may begin after the dot.
    else pattern.lastIndex = match.index + first.length + 1;
  }
}

/** The JWTs of `text` whose header can be read, each once. */
export function tokensIn(text: string): ReadToken[] {
  const tokens: ReadToken[] = [];
  const seen = new Set<string>();
  for (const { token, start } of shapesIn(text)) {
    if (tokens.length >= mostTokens) break;
    if (seen.has(token)) continue;
    seen.add(token);
    const { header, claims } = readJwt(token);
    if (!Object.keys(header).length) continue;
    tokens.push({ text: token, header, claims, start, end: start + token.length });
  }
  return tokens;
}

/** What Base64 of a pair spells, or undefined: strict Base64 of UTF-8 that is mostly letters. */
export function pairIn(text: string): string | undefined {
  const bytes = decodeBase64(text);
  const pair = bytes && utf8(bytes);
  return pair !== undefined && /^[^\0-\x08\x0e-\x1f]{1,300}$/.test(pair) && pair.includes(':')
    ? pair
    : undefined;
}
