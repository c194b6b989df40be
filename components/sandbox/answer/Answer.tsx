import { lazy, Suspense } from 'react';
import { Checks } from '@/components/trace/Checks';
import { proposalSteps } from '@/components/trace/proposal';
import type { Draft } from '@/lib/http-auth/draft';
import { Fold } from '../Fold';
import type { Shown } from '../send';
import { amountOf, octetsOf } from './amounts';
import { BodyView } from './BodyView';
import { HeadersView } from './HeadersView';
import { SentRequest } from './SentRequest';
import { splitFields } from './transport';

// Few answers list hops or a log; the others do not load them.
const nothing = { default: () => null };
const Hops = lazy(() => import('./Hops').catch(() => nothing));
const RunLog = lazy(() => import('./RunLog').catch(() => nothing));

interface AnswerProps {
  readonly shown: Shown;
  readonly before: Shown | undefined;
  readonly draft: Draft;
}

/** What stands behind the verdict, each one press away: the checks, the headers, the body and the request. */
export default function Answer({ shown: latest, before: earlier, draft }: AnswerProps) {
  // What fetch saw gives way to the wire in a moment: until then the answer before it stays, so that nothing flashes.
  const isEarlier = latest.awaitsLog === true && earlier !== undefined;
  const shown = isEarlier ? earlier : latest;
  const before = isEarlier ? undefined : earlier;
  const { response, trace, request } = shown;
  const { resource, added } = splitFields(response.fields);
  // Amounts that the wire may correct at once are left out.
  const isSettled = shown.awaitsLog !== true;
  const headers = added.length ? `${resource.length}, and ${added.length} added` : String(resource.length);
  return (
    <div aria-busy={isEarlier} className="divide-y divide-line border-t border-line">
      {shown.seen === 'fetch' && !shown.awaitsLog ? (
        <p className="px-4 py-2.5 text-sm text-soft">
          The log of exchanges did not answer. This is what fetch saw: names in lower case, headers of one
          name joined, and the request as it was typed.
        </p>
      ) : null}
      {response.body.includes('"hops": [') ? (
        <Suspense fallback={<div className="min-h-40" />}>
          <Hops body={response.body} />
        </Suspense>
      ) : null}
      {response.body.includes('"log": [') ? (
        <Suspense fallback={<div className="min-h-40" />}>
          <RunLog body={response.body} />
        </Suspense>
      ) : null}
      {proposalSteps(trace).length ? null : (
        <Fold title="Every check" amount={trace.length ? amountOf(trace.length, 'check') : 'none was made'}>
          {() => (
            <section aria-label="Trace" className="border-t border-line">
              <TraceNote shown={shown} />
              <Checks status={response.status} trace={trace} />
            </section>
          )}
        </Fold>
      )}
      <Fold title="Headers of the response" amount={isSettled ? headers : ''}>
        {() => <HeadersView fields={response.fields} before={before?.response.fields} />}
      </Fold>
      <Fold title="Body of the response" amount={response.body ? octetsOf(response.body) : 'empty'}>
        {() => <BodyView body={response.body} />}
      </Fold>
      <Fold
        title="The request as it crossed the wire"
        amount={isSettled ? `${amountOf(request.fields.length, 'header')} · ${sender(shown)}` : ''}
      >
        {() => <SentRequest shown={shown} draft={draft} />}
      </Fold>
    </div>
  );
}

/** Who sent it, and how long the answer took: the server's time, or where that is not known, the page's. */
function sender({ by, client, milliseconds }: Shown): string {
  const name = { page: 'this page', relay: 'the relay', other: client }[by];
  return `${name} · ${milliseconds} ms`;
}

/** Where the trace comes from, where that is not the response. */
function TraceNote({ shown: { response, trace } }: { shown: Shown }) {
  const text = trace.length
    ? response.status === 404
      ? 'The response does not show this: a 404 that hides looks like any other 404. The trace is from the log of exchanges, which only you can read.'
      : undefined
    : 'No gate made a check for this response.';
  return text ? <p className="px-4 py-2.5 text-sm text-soft not-last:border-b border-line">{text}</p> : null;
}
