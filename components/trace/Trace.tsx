/** Why an answer came out as it did: the three gates, then every check behind them, in order. */
import type { Step } from '@/lib/http-auth/decision';
import { Checks } from './Checks';
import { Gates } from './Gates';
import { tracedGates, verdict } from './verdict';

interface TraceProps {
  readonly status: number;
  readonly trace: readonly Step[];
}

/** The way of one request through the gates, with the sentence that sums it up. Server and client may render it. */
export function Trace({ status, trace }: TraceProps) {
  return (
    <div className="overflow-hidden rounded-xl border border-line bg-raised">
      <div className={`bg-sunk/60 px-4 pt-5 pb-4 ${trace.length ? 'border-b border-line' : ''}`}>
        <div className="mx-auto max-w-110">
          <Gates status={status} stages={tracedGates(status, trace)} />
        </div>
        <p className="mt-3 text-center text-sm font-semibold text-balance">{verdict(status, trace)}</p>
      </div>
      <Checks status={status} trace={trace} />
    </div>
  );
}
