import { Message } from '@/components/lesson/Message';
import type { WireLine } from '@/components/lesson/wire-lines';

/** The message or messages that a question is about, as data: a page may have it made on the server or fetch it. */
export interface Figure {
  readonly messages: readonly {
    /** Who sends it; left out where it goes without saying. */
    readonly says?: string;
    readonly status?: number;
    readonly lines: readonly WireLine[];
  }[];
}

/** What a question shows. */
export function QuestionFigure({ figure: { messages } }: { readonly figure: Figure }) {
  return (
    <div className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-raised">
      {messages.map(({ says, status, lines }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two messages may be alike, and never change places
        <div key={index} className="px-4 py-3">
          {says ? <p className="mb-1 text-[0.8125rem] text-faint">{says}</p> : null}
          <Message lines={lines} status={status} />
        </div>
      ))}
    </div>
  );
}
