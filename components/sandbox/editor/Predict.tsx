import { useId } from 'react';
import { StatusBadge } from '@/components/ui/StatusBadge';
import { statusTone } from '@/components/ui/status';
import { reasonPhrase } from '@/lib/draft/status';
import type { Prediction } from '@/lib/progress/progress';

interface PredictProps {
  /** The statuses to choose from. */
  readonly statuses: readonly number[];
  readonly expected: number | undefined;
  readonly expect: (status: number) => void;
  /** Send was pressed without a choice. */
  readonly asked: boolean;
  /** What came of the request as it stands, once it was sent. */
  readonly outcome: Prediction | undefined;
}

/** One choice before a request is sent, and what came of it afterwards in the same place and size. */
export function Predict({ statuses, expected, expect, asked, outcome }: PredictProps) {
  const name = useId();
  const came = outcome?.came;
  const wanting = asked && expected === undefined;
  const face = 'flex min-h-8 items-center gap-1.5 rounded-lg border px-2.5 font-mono text-wire';
  const plain = `${wanting ? 'border-brand' : 'border-control'} bg-raised text-soft`;
  if (came !== undefined) {
    return (
      <div className="mb-3">
        <p className="h-6 text-sm/6 font-semibold whitespace-nowrap">
          <Compared expected={outcome?.expected ?? null} came={came} />
        </p>
        <div className="mt-1.5 flex flex-wrap gap-1.5" aria-hidden="true">
          {statuses.map((status) => {
            const { ground, text, edge } = statusTone(status);
            const mark = status === came ? `${ground} ${text} ${edge}` : 'border-line bg-raised text-faint';
            return (
              <span key={status} className={`${face} ${mark}`}>
                <span className="grid size-3 place-items-center rounded-full border border-current">
                  {status === outcome?.expected ? (
                    <span className="size-1.5 rounded-full bg-current" />
                  ) : null}
                </span>
                {status}
              </span>
            );
          })}
        </div>
      </div>
    );
  }
  return (
    <fieldset className="mb-3">
      <legend className={`h-6 text-sm/6 font-semibold ${wanting ? 'text-brand' : ''}`}>
        <span className={wanting ? 'sr-only' : ''}>Which status will come? </span>
        {wanting ? <span>Choose a status first, or press Just send.</span> : null}
      </legend>
      <div className="mt-1.5 flex flex-wrap gap-1.5">
        {statuses.map((status) => {
          const { ground, text, edge } = statusTone(status);
          const chosen = status === expected;
          return (
            <label
              key={status}
              title={reasonPhrase(status)}
              className={`${face} has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand ${
                chosen ? `${ground} ${text} ${edge}` : `${plain} hover:text-ink`
              }`}
            >
              <input
                type="radio"
                name={name}
                value={status}
                checked={chosen}
                onChange={() => expect(status)}
                className="size-3 outline-none"
              />
              {status}
              <span className="sr-only">{reasonPhrase(status)}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

/** What was expected beside what came. */
function Compared({ expected, came }: Required<Prediction>) {
  if (expected === null) {
    return (
      <>
        It was <StatusBadge status={came} />
      </>
    );
  }
  return (
    <>
      You predicted <StatusBadge status={expected} />
      {expected === came ? ', and so it was' : ', it was '}
      {expected === came ? null : <StatusBadge status={came} />}
    </>
  );
}
