import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { proposalSteps } from '@/components/trace/proposal';
import { Trace } from '@/components/trace/Trace';
import { Notice } from '@/components/ui/Notice';
import type { Draft } from '@/lib/http-auth/draft';
import { NoAnswer } from './NoAnswer';
import { ProposalVerdict } from './ProposalVerdict';
import { ResponseView } from './ResponseView';
import { SentRequest } from './SentRequest';
import type { Shown } from './send';
import type { Exchanges } from './use-exchanges';
import type { Sending } from './use-sending';

interface AnswerProps {
  readonly exchanges: Exchanges;
  readonly sending: Sending;
  readonly draft: Draft;
  /** What stands here before the first answer. */
  readonly empty: ReactNode;
}

/** What came back: the response, the request as it crossed the wire, and why. Loaded on its own. */
export default function Answer({ exchanges: { shown, before }, sending, draft, empty }: AnswerProps) {
  const failure = sending.failure ? <NoAnswer failure={sending.failure} /> : null;
  if (!shown) return failure ?? empty;
  const { id, response, trace, seen, solved } = shown;
  const isJudged = proposalSteps(trace).length > 0;
  return (
    <div className={`space-y-5 ${sending.busy ? 'opacity-60' : ''}`} aria-busy={sending.busy}>
      {failure}
      {solved && !isJudged ? (
        <p className="flex items-center gap-2 text-[0.9375rem] font-semibold text-s2xx-text">
          <CircleCheck className="size-5 shrink-0" aria-hidden="true" />
          That is the answer this exercise asks for. Solved.
        </p>
      ) : null}
      {isJudged ? <ProposalVerdict shown={shown} /> : null}
      <ResponseView shown={shown} before={before} />
      {seen === 'fetch' ? (
        <Notice>
          The log of exchanges did not answer. This is what fetch saw: names in lower case, lines of one name
          joined, and the request as it was typed.
        </Notice>
      ) : null}
      {isJudged ? null : (
        <section aria-label="Trace">
          <Trace key={id} status={response.status} trace={trace}>
            <TraceNote shown={shown} />
          </Trace>
        </section>
      )}
      <SentRequest shown={shown} draft={draft} />
    </div>
  );
}

/** Where the trace comes from, where that is not the response. */
function TraceNote({ shown: { response, trace } }: { shown: Shown }) {
  const text = trace.length
    ? response.status === 404
      ? 'The response told nothing of this: a 404 that hides looks like any other 404. The trace is from the log of exchanges, which only you can read.'
      : undefined
    : 'This was answered before any gate was asked: it is about the method, the size or the form of the request.';
  return text ? <p className="border-line px-4 py-2.5 text-sm text-soft not-last:border-b">{text}</p> : null;
}
