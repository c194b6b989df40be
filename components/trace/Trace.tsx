/** Why an answer came out as it did: the three gates, then every check behind them, in order. */
import type { ReactNode } from 'react';
import { type Step, stages } from '@/lib/http-auth/decision';
import { Gates } from './Gates';
import { TraceStep, way } from './TraceStep';
import { tracedGates, verdict } from './verdict';

interface TraceProps {
  readonly status: number;
  readonly trace: readonly Step[];
  /** A word about the trace, such as that the response itself told nothing of it. */
  readonly children?: ReactNode;
}

/** From so many checks on, those that passed take one line each. */
const long = 14;

/** The way of one request through the gates. Server and client may both render it. */
export function Trace({ status, trace, children }: TraceProps) {
  const states = tracedGates(status, trace);
  return (
    <div className="@container overflow-hidden rounded-xl border border-line bg-raised">
      <div className="border-b border-line bg-sunk/60 px-4 pt-5 pb-4">
        <div className="mx-auto max-w-110">
          {states ? <Gates status={status} stages={states} /> : <Gates status={null} />}
        </div>
        <p className="mt-3 text-center text-sm font-semibold text-balance">{verdict(status, trace)}</p>
      </div>
      {children}
      {stages.map((stage, index) => {
        const steps = trace.filter((step) => step.stage === stage);
        if (!steps.length) return null;
        const line = steps[0]?.outcome === 'skipped' ? way.open : way.taken;
        return (
          <section key={stage} aria-label={`Checks of ${stage}`}>
            <h4
              className={`relative pt-2.5 pl-12 font-sans text-xs leading-5 font-normal tracking-normal text-faint first-letter:uppercase ${
                index ? `before:inset-y-0 ${line}` : ''
              }`}
            >
              {stage}
            </h4>
            <ol>
              {steps.map((step) => (
                <TraceStep
                  key={step.check}
                  step={step}
                  status={status}
                  first={step === trace[0]}
                  last={step === trace.at(-1)}
                  brief={trace.length > long}
                />
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}
