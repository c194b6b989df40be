import type { ReactNode } from 'react';
import type { Exchange } from '@/lib/draft/exchange';
import { requestLines, responseLines, type WireLine } from '@/lib/draft/wire-lines';
import { foldedValue } from './Folded';
import { Message } from './Message';

interface ExchangeFigureProps {
  readonly exchange: Exchange;
  /** Names of the field lines to mark, separated by commas. */
  readonly highlight?: string | undefined;
  readonly caption?: ReactNode;
  /** Shows one side alone. */
  readonly only?: 'request' | 'response' | undefined;
  /** What may be done with it: a link that loads the request into the sandbox. */
  readonly action?: ReactNode;
}

/** A request and its response, made by running an exercise while the page was built. */
export function ExchangeFigure({ exchange, highlight = '', caption, only, action }: ExchangeFigureProps) {
  const names = highlight
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const marked = ({ name }: WireLine) => name !== '' && names.includes(name.toLowerCase());
  return (
    <figure className="overflow-hidden rounded-xl border border-line bg-raised">
      {caption || action ? (
        <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line px-4 py-2 text-sm text-soft">
          <span>{caption}</span>
          {action}
        </figcaption>
      ) : null}
      {only === 'response' ? null : (
        <div className="px-4 py-3">
          <p className="mb-1 text-[0.8125rem] text-faint">You send</p>
          <Message value={foldedValue} lines={requestLines(exchange)} marked={marked} />
        </div>
      )}
      {only === 'request' ? null : (
        <div className={`px-4 py-3 ${only ? '' : 'border-t border-line'}`}>
          <p className="mb-1 text-[0.8125rem] text-faint">The server answers</p>
          <Message
            value={foldedValue}
            lines={responseLines(exchange, names)}
            marked={marked}
            status={exchange.response.status}
          />
        </div>
      )}
    </figure>
  );
}
