import type { ReactNode } from 'react';
import type { Exchange } from '@/lib/draft/exchange';
import { requestLines, responseLines, type WireLine } from '@/lib/draft/wire-lines';
import { foldedValue } from './Folded';
import { Message } from './Message';

interface CompareFigureProps {
  readonly first: Exchange;
  readonly second: Exchange;
  readonly firstTitle: ReactNode;
  readonly secondTitle: ReactNode;
  readonly caption?: ReactNode;
}

/** Two exchanges side by side; the lines that only one of them has are marked. */
export function CompareFigure({ first, second, firstTitle, secondTitle, caption }: CompareFigureProps) {
  const sides = [
    { exchange: first, other: second, title: firstTitle },
    { exchange: second, other: first, title: secondTitle },
  ];
  return (
    <figure className="lesson-wide @container overflow-hidden rounded-xl border border-line bg-raised">
      {caption ? (
        <figcaption className="border-b border-line px-4 py-2 text-sm text-soft">{caption}</figcaption>
      ) : null}
      <div className="grid @[40rem]:grid-cols-2">
        {sides.map(({ exchange, other, title }, index) => (
          <div
            key={exchange.id + String(index)}
            className={`min-w-0 ${index ? 'border-t border-line @[40rem]:border-t-0 @[40rem]:border-l' : ''}`}
          >
            <p className="px-4 pt-3 text-[0.9375rem] font-semibold">{title}</p>
            <div className="px-4 py-2">
              <Message
                value={foldedValue}
                lines={requestLines(exchange)}
                marked={notIn(requestLines(other))}
                markLabel="Differs"
              />
            </div>
            <div className="border-t border-line px-4 py-2">
              <Message
                value={foldedValue}
                lines={responseLines(exchange)}
                status={exchange.response.status}
                marked={notIn(responseLines(other))}
                markLabel="Differs"
              />
            </div>
          </div>
        ))}
      </div>
    </figure>
  );
}

/** Heads are compared, line by line in whatever order; bodies are for people. */
function notIn(lines: readonly WireLine[]) {
  const sameLines = new Set(lines.map(lineText));
  return (line: WireLine) =>
    (line.kind === 'field' || line.kind === 'start') && !sameLines.has(lineText(line));
}

function lineText({ name, value }: WireLine): string {
  return `${name.toLowerCase()}:${value}`;
}
