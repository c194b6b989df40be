/** Why an answer came out as it did: the three gates, then every check behind them, in order. */
import type { ReactNode } from 'react';
import { type Step, stages } from '@/lib/http-auth/decision';
import { Gates } from './Gates';
import { TraceStep } from './TraceStep';
import { gateStates, verdict } from './verdict';

interface TraceProps {
  readonly status: number;
  readonly trace: readonly Step[];
  /** A word about the trace, such as that the response itself told nothing of it. */
  readonly children?: ReactNode;
}

/** The way of one request through the gates. Server and client may both render it. */
export function Trace({ status, trace, children }: TraceProps) {
  const states = gateStates(status, trace);
  return (
    <div className="overflow-hidden rounded-xl border border-line bg-raised">
      <div className="border-b border-line bg-sunk/60 px-4 pt-5 pb-4">
        {states ? (
          <Gates size="trace" status={status} stages={states} className="mx-auto max-w-110" />
        ) : (
          <Gates size="trace" status={null} className="mx-auto max-w-110" />
        )}
        <p className="mt-3 text-center text-sm font-semibold text-balance">{verdict(status, trace)}</p>
      </div>
      {children}
      {stages.map((stage) => {
        const steps = trace.filter((step) => step.stage === stage);
        if (!steps.length) return null;
        return (
          <section key={stage} aria-label={`Checks of ${stage}`} className="group/stage">
            <h4 className="relative pt-3 pb-1 pl-12 font-sans text-xs font-normal tracking-normal text-faint group-first-of-type/stage:pt-4">
              {stage}
            </h4>
            <ol>
              {steps.map((step) => (
                <TraceStep key={step.check} step={step} status={status} />
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}
