/** One gate of a trace: a single line where it let the request pass or was not reached, open where it refused. */
import { Chevron } from '@/components/ui/Chevron';
import { statusTone } from '@/components/ui/status';
import type { Stage, Step } from '@/lib/http-auth/decision';
import type { GateState } from './gate-states';
import { Rail, type Way } from './Rail';
import { TraceStep } from './TraceStep';

interface TraceGateProps {
  readonly stage: Stage;
  readonly state: GateState;
  readonly status: number;
  readonly steps: readonly Step[];
  /** The first and the last gate of the trace: there the way begins and ends. */
  readonly first: boolean;
  readonly last: boolean;
}

/** Fewer checks of one outcome than this are shown one by one where the gate is open. */
const many = 3;

const arch = 'M3 22V10A7 7 0 0 1 17 10V22';

/** The gate as small as a line of text. */
function GateSign({ state, status }: { state: GateState; status: number }) {
  const looks: Record<GateState, string> = {
    passed: 'fill-s2xx-ground stroke-s2xx-fill',
    refused: `fill-current stroke-current ${statusTone(status).fillText}`,
    hidden: 'fill-raised stroke-control [stroke-dasharray:2_2.5]',
    unasked: 'fill-raised stroke-line-strong',
    unreached: 'fill-raised stroke-control [stroke-dasharray:2_2.5]',
  };
  return (
    <svg
      viewBox="0 0 20 24"
      aria-hidden="true"
      className="absolute top-[calc(var(--mid)-0.75rem)] left-4 z-1 h-6 w-5 forced-color-adjust-none"
    >
      <path d={`${arch}Z`} strokeWidth="2" strokeLinejoin="round" className={looks[state]} />
    </svg>
  );
}

function amount(count: number): string {
  return count === 1 ? '1 check' : `${count} checks`;
}

/** What came of all checks of the gate, in a few words. */
function outcome(state: GateState, steps: readonly Step[]): string {
  if (state === 'passed') return `${amount(steps.length)} passed`;
  if (state === 'unreached') return `${amount(steps.length)} not reached`;
  const at = steps.findIndex(({ outcome }) => outcome === 'failed') + 1;
  return `${state === 'hidden' ? 'hidden' : 'refused'} at check ${at} of ${steps.length}`;
}

/** Neighbours of one outcome. */
function runs(steps: readonly Step[]): Step[][] {
  const groups: Step[][] = [];
  for (const step of steps) {
    const run = groups.at(-1);
    if (run?.[0]?.outcome === step.outcome) run.push(step);
    else groups.push([step]);
  }
  return groups;
}

const row = 'relative flex items-center gap-x-2 pr-3 pl-12';
const opens = `${row} cursor-pointer list-none hover:bg-sunk [&::-webkit-details-marker]:hidden`;

/** The checks of one gate. */
export function TraceGate({ stage, state, status, steps, first, last }: TraceGateProps) {
  const way: Way = state === 'unreached' ? 'open' : 'taken';
  const above = first ? undefined : way;
  const stopped = state === 'refused' || state === 'hidden';
  const words = (
    <span className="flex min-w-0 flex-wrap items-baseline gap-x-2 py-2.5 leading-6">
      <span
        className={`inline-block text-sm first-letter:uppercase ${
          state === 'unreached' ? 'font-normal text-faint' : 'font-semibold'
        }`}
      >
        {stage}
      </span>
      <span className="sr-only">: </span>
      <span className={`text-[0.8125rem] ${state === 'unreached' ? 'text-faint' : 'text-soft'}`}>
        {outcome(state, steps)}
      </span>
    </span>
  );
  return (
    <li className="[--mid:1.375rem]">
      {stopped ? (
        <>
          <div className={row}>
            <Rail above={above} below="taken" />
            <GateSign state={state} status={status} />
            {words}
          </div>
          <ol>
            {runs(steps).map((run, index, all) => (
              <Run key={run[0]?.check} run={run} status={status} last={last && index === all.length - 1} />
            ))}
          </ol>
        </>
      ) : (
        <details className="group/fold">
          <summary className={opens}>
            <Rail above={above} below={way} folded={last} />
            <GateSign state={state} status={status} />
            {words}
            <Chevron className="ml-auto" />
          </summary>
          <ol className="pb-1.5">
            {steps.map((step) => (
              <TraceStep key={step.check} step={step} status={status} last={last && step === steps.at(-1)} />
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}

/** Neighbouring checks of the gate that refused: one line for many, else one by one. */
function Run({ run, status, last }: { run: readonly Step[]; status: number; last: boolean }) {
  const passed = run[0]?.outcome === 'passed';
  if (run.length < many) {
    return run.map((step) => (
      <TraceStep key={step.check} step={step} status={status} last={last && step === run.at(-1)} />
    ));
  }
  const way: Way = passed ? 'taken' : 'open';
  return (
    <li className="[--mid:1.125rem]">
      <details className="group/fold">
        <summary className={opens}>
          <Rail above={way} below={way} folded={last} />
          <span
            aria-hidden="true"
            className={`absolute top-[calc(var(--mid)-0.625rem)] left-4 z-1 grid h-5 min-w-5 place-items-center rounded-full text-[0.6875rem] leading-none tabular-nums ${
              passed
                ? 'bg-s2xx-ground font-semibold text-s2xx-text ring-1 ring-s2xx-fill ring-inset'
                : 'border border-dashed border-control bg-raised text-faint'
            }`}
          >
            {run.length}
          </span>
          <span className={`py-1.5 text-sm leading-6 ${passed ? 'text-soft' : 'text-faint'}`}>
            {amount(run.length)} {passed ? 'passed' : 'not reached'}
          </span>
          <Chevron className="ml-auto" />
        </summary>
        <ol>
          {run.map((step) => (
            <TraceStep key={step.check} step={step} status={status} last={last && step === run.at(-1)} />
          ))}
        </ol>
      </details>
    </li>
  );
}
