export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** `text` in pieces, those marked where a word begins with one of `terms`. */
export function highlight(text: string, terms: readonly string[]): readonly Piece[] {
  const byLength = terms.filter(Boolean).sort((a, b) => b.length - a.length);
  if (!byLength.length) return [{ text, marked: false }];
  const escaped = byLength.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const parts = text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${escaped.join('|')})`, 'giu'));
  return parts.map((part, at) => ({ text: part, marked: at % 2 === 1 })).filter((piece) => piece.text);
}
