import { Message } from '@/components/lesson/Message';
import type { MessageFigure } from '@/lib/draft/wire-lines';

/** What a question shows. */
export function QuestionFigure({ figure: { messages } }: { readonly figure: MessageFigure }) {
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
