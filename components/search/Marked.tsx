import { highlight } from '@/lib/search/highlight';
import { spellingsIn } from '@/lib/search/words';

interface MarkedProps {
  readonly text: string;
  readonly terms: readonly string[];
}

/** A text with what was found in it marked. */
export function Marked({ text, terms }: MarkedProps) {
  return highlight(text, spellingsIn(text, terms)).map((piece, at) =>
    piece.marked ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place
      <mark key={at} className="bg-s401-ground text-inherit">
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}
