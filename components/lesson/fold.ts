/** Finds what is too long to read in a line of a message, and what it holds when it is decoded. */
import { decodeToken, readBase64 } from '@/lib/draft/decode';

export interface Piece {
  readonly text: string;
  /** The first and last characters, where the whole is too long to show. */
  readonly ends?: readonly [start: string, end: string];
  /** What it holds, by parts. */
  readonly decoded?: readonly DecodedPart[];
}

export interface DecodedPart {
  readonly title: string;
  readonly lines: readonly { readonly key?: string; readonly value: string; readonly note?: string }[];
}

/** Characters up to which a value is shown whole. */
const mostShown = 40;

const patterns = new RegExp(
  [
    // A JWT: two parts of Base64url that begin as JSON objects do, and perhaps a signature (RFC 7515 §7.1).
    String.raw`eyJ[\w-]+\.eyJ[\w-]+(?:\.[\w-]*)?`,
    // The pair of Basic (RFC 7617 §2).
    '(?<=^[Bb]asic )[A-Za-z0-9+/]{8,}={0,2}$',
    // Whatever else has no space in it.
    `[A-Za-z0-9_~+/.-]{${mostShown + 1},}={0,2}`,
  ].join('|'),
  'g',
);

/** The pieces of `text` in order; those that are folded or decoded stand alone. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: token, index } of text.matchAll(patterns)) {
    const piece = pieceOf(token, text.slice(0, index));
    if (!piece) continue;
    if (index > end) pieces.push({ text: text.slice(end, index) });
    pieces.push(piece);
    end = index + token.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

/** `text` with the middle of each long value left out, where nothing can be pressed. */
export function foldedText(text: string): string {
  return piecesOf(text)
    .map(({ text, ends }) => ends?.join('…') ?? text)
    .join('');
}

function pieceOf(token: string, before: string): Piece | undefined {
  const decoded = decode(token, before);
  const isLong = token.length > mostShown;
  if (!decoded && !(isLong && isOpaque(token, before))) return undefined;
  return {
    text: token,
    ...(isLong && { ends: [token.slice(0, 10), token.slice(-4)] as const }),
    ...(decoded && { decoded }),
  };
}

/** True of a random value, and not of an address or of words joined by hyphens. */
function isOpaque(token: string, before: string): boolean {
  return /\d/.test(token) && !/(?:^|\/)[a-z]+(?:-[a-z0-9]+)*(?:\/|$)/.test(token) && !before.endsWith('://');
}

function decode(token: string, before: string): readonly DecodedPart[] | undefined {
  if (/^basic $/i.test(before)) return [{ title: 'Decoded', lines: [{ value: readBase64(token) }] }];
  if (!token.startsWith('eyJ')) return undefined;
  // A signature that is missing altogether is worth a look all the same.
  const parts = decodeToken(token, new Date(0));
  if (typeof parts === 'string') return undefined;
  return parts.map(({ name, members }) => ({
    title: name,
    lines: members.map(({ key, value, note }) => ({
      ...{ key, value },
      // How long ago that was depends on when somebody reads it.
      ...(note && { note: note.split(',')[0] ?? '' }),
    })),
  }));
}
