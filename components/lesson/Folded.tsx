import './folded.css';
import { type Piece, piecesOf } from './fold';

/**
 * A value of a message with what is too long folded, and what is encoded decoded on request. The whole text is always
 * there, so that what is selected and copied is what was sent.
 */
export function Folded({ text }: { readonly text: string }) {
  return piecesOf(text).map((piece, index) =>
    piece.ends || piece.decoded ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place
      <Fold key={index} piece={piece} />
    ) : (
      piece.text
    ),
  );
}

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
            <span key={title} className="block">
              <span className="block text-faint">{title}</span>
              {lines.map(({ key, value, note }) => (
                <span key={key ?? value} className="block pl-[2ch] -indent-[2ch]">
                  {key ? <span className="text-ink">{key}: </span> : null}
                  {value}
                  {note ? <span className="text-faint"> ({note})</span> : null}
                </span>
              ))}
            </span>
          ))}
        </span>
      ) : null}
    </details>
  );
}
