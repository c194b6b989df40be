import { WireGuide } from '@/components/ui/WireGuide';
import type { Draft } from '@/lib/http-auth/draft';
import type { Shown } from '../send';
import { FieldLines, type MarkedField } from './FieldLines';

interface SentRequestProps {
  readonly shown: Shown;
  readonly draft: Draft;
}

/** The request as it crossed the wire, with what the browser added to what was typed. */
export function SentRequest({ shown, draft }: SentRequestProps) {
  const { method, target, fields, body } = shown.request;
  const typed = new Set(draft.fields.map(([name]) => name.toLowerCase()));
  const isOurs = shown.by !== 'other' && shown.seen === 'wire';
  const lines: MarkedField[] = fields.map((field) =>
    isOurs && typed.has(field[0].toLowerCase()) ? { field, mark: 'typed' } : { field },
  );
  return (
    <div className="px-4 pb-3">
      <p className="mb-1 font-mono text-wire wrap-wire">
        {method} {target} HTTP/1.1
      </p>
      <FieldLines fields={lines} />
      {isOurs ? (
        <p className="mt-2 text-xs text-faint">
          A bar marks what you typed; {shown.by === 'relay' ? 'the relay' : 'the browser'} added the rest.
        </p>
      ) : null}
      {body ? <pre className="mt-3 font-mono text-wire wrap-wire text-soft">{body}</pre> : null}
      <p className="mt-2 text-xs text-soft">
        Anywhere else, <WireGuide>DevTools or curl</WireGuide> show you the same.
      </p>
    </div>
  );
}
