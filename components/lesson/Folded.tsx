import './folded.css';
import { type DecodedPart, type Piece, piecesOf } from './fold';

/**
 * A value of a message with what is too long folded, and what is encoded decoded on request. The whole text is always
 * there, so that what is selected and copied is what was sent.
 */
export function Folded({ text }: { readonly text: string }) {
  const pieces = piecesOf(text);
  if (pieces.length === 1 && pieces[0]?.text === text && !pieces[0].ends && !pieces[0].decoded) return text;
  return pieces.map((piece, index) =>
    piece.ends || piece.decoded ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place
      <Fold key={index} piece={piece} />
    ) : (
      piece.text
    ),
  );
}

/** A value of a message, for figures that are made at build. */
export const foldedValue = (text: string) => <Folded text={text} />;

function Fold({ piece: { text, ends, decoded } }: { readonly piece: Piece }) {
  const [start, end] = ends ?? [text, ''];
  const effects = [ends && 'Show all', decoded && 'Decode'].filter(Boolean);
  return (
    <details className="fold">
      <summary className="list-none" title={effects.join(' · ')}>
        {start}
        {ends ? (
          <span className="fold-middle" aria-hidden="true">
            {text.slice(start.length, -end.length)}
          </span>
        ) : null}
        {end}
      </summary>
      {/* Read aloud when it is open, and not copied a second time. */}
      {ends ? <span className="sr-only select-none">{text}</span> : null}
      {decoded ? (
        <span className="fold-decoded">
          {decoded.map(({ title, lines }) => (
            <span key={title}>
              <b>{title}</b>
              {lines.map(lineText).join('')}
            </span>
          ))}
        </span>
      ) : null}
    </details>
  );
}

function lineText({ key, value, note }: DecodedPart['lines'][number]): string {
  return `\n${key ? `${key}: ` : ''}${value}${note ? ` (${note})` : ''}`;
}
