/** Tokens and pairs in a text, taken apart without a key: what they claim, never whether it is true (RFC 7519 §7.2). */
import { decodeBase64 } from '@/lib/http-auth/base64';
import { utf8 } from '@/lib/http-auth/evidence';
import { readJwt } from '@/lib/http-auth/schemes/jwt/reading';
import type { ReadToken } from './reading';

const shape = /\beyJ[\w-]{6,8000}\.[\w-]{2,8000}(?:\.[\w-]{0,8000}){0,3}/g;
const mostTokens = 20;

/** The JWTs of `text` whose header can be read, each once. */
export function tokensIn(text: string): ReadToken[] {
  const tokens: ReadToken[] = [];
  const seen = new Set<string>();
  for (const match of text.matchAll(shape)) {
    if (tokens.length >= mostTokens) break;
    const [token] = match;
    if (seen.has(token)) continue;
    seen.add(token);
    const { header, claims } = readJwt(token);
    if (!Object.keys(header).length) continue;
    tokens.push({ text: token, header, claims, start: match.index, end: match.index + token.length });
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
