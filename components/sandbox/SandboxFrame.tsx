import type { ReactNode } from 'react';
import type { AttemptState } from './attempt-state';

interface SandboxFrameProps {
  readonly layout: 'column' | 'full';
  readonly request: ReactNode;
  /** Which attempt this is, and what can be done with it. */
  readonly bar: ReactNode;
  readonly answer: ReactNode;
  /** What screen readers are told. */
  readonly message: AttemptState['message'];
}

/** Where the parts of a sandbox stand: the answer beside the request, or below it where there is no room. */
export function SandboxFrame({ layout, request, bar, answer, message }: SandboxFrameProps) {
  const isFull = layout === 'full';
  return (
    <div
      className={`flex flex-col gap-y-5 ${isFull ? 'lg:grid lg:grid-cols-2 lg:items-start lg:gap-x-8' : ''}`}
    >
      {/* On a narrow screen its two parts stand above and below the answer, which follows Send there. */}
      <div
        className={
          isFull ? 'min-w-0 max-lg:contents lg:sticky lg:top-[calc(var(--header)+1rem)]' : 'contents'
        }
      >
        <div className="min-w-0">
          {isFull ? <h2 className="sr-only">Request</h2> : null}
          {request}
        </div>
        {isFull ? <div className="min-w-0 max-lg:order-last">{bar}</div> : null}
      </div>
      {/* Of one height before and after an answer, since a sticky editor moves when its grid grows. */}
      <div className={`min-w-0 space-y-5 ${isFull ? 'lg:min-h-[calc(100svh+6rem)]' : ''}`}>
        {isFull ? <h2 className="sr-only">Response</h2> : null}
        {answer}
      </div>
      {isFull ? null : bar}
      <div role="status" className="sr-only">
        <p key={message.count}>{message.text}</p>
      </div>
    </div>
  );
}
