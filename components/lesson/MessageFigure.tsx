import { Message } from './Message';
import { messagesIn } from './wire-lines';

/** Raw text of a message, or of a request with its response. */
export function MessageFigure({ text }: { readonly text: string }) {
  const messages = messagesIn(text);
  return (
    <div className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-raised">
      {messages.map(({ status, lines }) => (
        <div key={status ?? 'request'} className="px-4 py-3">
          {messages.length > 1 ? (
            <p className="mb-1 text-[0.8125rem] text-faint">
              {status ? 'The server answers' : 'The client sends'}
            </p>
          ) : null}
          <Message lines={lines} status={status} />
        </div>
      ))}
    </div>
  );
}
