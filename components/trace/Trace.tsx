/** Why an answer came out as it did: the three gates, then every check behind them, in order. */
import type { ReactNode } from 'react';
import { type Step, stages } from '@/lib/http-auth/decision';
import { Gates } from './Gates';
import { TraceGate } from './TraceGate';
import { tracedGates, verdict } from './verdict';

interface TraceProps {
  readonly status: number;
  readonly trace: readonly Step[];
  /** A word about the trace, such as that the response itself told nothing of it. */
  readonly children?: ReactNode;
}

/** The way of one request through the gates: a gate that let it pass takes one line. Server and client may render it. */
export function Trace({ status, trace, children }: TraceProps) {
  const states = tracedGates(status, trace);
  const asked = stages.filter((stage) => trace.some((step) => step.stage === stage));
  return (
    <div className="@container overflow-hidden rounded-xl border border-line bg-raised">
      <div className={`bg-sunk/60 px-4 pt-5 pb-4 ${asked.length || children ? 'border-b border-line' : ''}`}>
        <div className="mx-auto max-w-110">
          {states ? <Gates status={status} stages={states} /> : <Gates status={null} />}
        </div>
        <p className="mt-3 text-center text-sm font-semibold text-balance">{verdict(status, trace)}</p>
      </div>
      {children}
      {states ? (
        <ol aria-label="Gates and checks" className="py-1.5">
          {asked.map((stage) => (
            <TraceGate
              key={stage}
              stage={stage}
              state={states[stage]}
              status={status}
              steps={trace.filter((step) => step.stage === stage)}
              first={stage === asked[0]}
              last={stage === asked.at(-1)}
            />
          ))}
        </ol>
      ) : null}
    </div>
  );
}
