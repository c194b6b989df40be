/** Every check of a trace, gate by gate: a gate that let the request pass takes one line. */
import { type Step, stages } from '@/lib/http-auth/decision';
import { TraceGate } from './TraceGate';
import { tracedGates } from './verdict';

interface ChecksProps {
  readonly status: number;
  readonly trace: readonly Step[];
}

/** The list of the gates that have a check in `trace`; nothing where none has. */
export function Checks({ status, trace }: ChecksProps) {
  const states = tracedGates(status, trace);
  const present = stages.filter((stage) => trace.some((step) => step.stage === stage));
  if (present.length === 0) return null;
  return (
    <ol aria-label="Gates and checks" className="@container py-1.5">
      {present.map((stage) => (
        <TraceGate
          key={stage}
          stage={stage}
          state={states[stage]}
          status={status}
          steps={trace.filter((step) => step.stage === stage)}
          first={stage === present[0]}
          last={stage === present.at(-1)}
        />
      ))}
    </ol>
  );
}
