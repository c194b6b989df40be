/** One check of a trace: open where it refused, dim where it was not reached. */
import { Check, X } from 'lucide-react';
import { statusTone } from '@/components/ui/status';
import type { Step } from '@/lib/http-auth/decision';
import { ruleUrl } from '@/lib/http-auth/rule';

interface TraceStepProps {
  readonly step: Step;
  readonly status: number;
  /** The first and the last check of the whole trace: there the way begins and ends. */
  readonly first: boolean;
  readonly last: boolean;
  /** Evidence of what passed waits until it is asked for. */
  readonly brief: boolean;
}

const spoken = { passed: 'Passed', failed: 'Refused', skipped: 'Not reached' };

/** The sign at the left: the way runs through what passed and ends where the request was stopped. */
function Node({ step: { outcome }, status, top }: Pick<TraceStepProps, 'step' | 'status'> & { top: string }) {
  const { fill, on, edge } = statusTone(status);
  const hidden = status === 404 ? `border ${edge} bg-raised text-ink` : `${fill} ${on}`;
  const looks = {
    passed: 'bg-s2xx-ground text-s2xx-text ring-1 ring-s2xx-fill ring-inset',
    failed: hidden,
    skipped: 'border border-dashed border-control bg-raised',
  };
  const Icon = { passed: Check, failed: X, skipped: undefined }[outcome];
  return (
    <span
      aria-hidden="true"
      className={`absolute left-4 z-1 grid size-5 place-items-center rounded-full ${top} ${looks[outcome]}`}
    >
      {Icon ? <Icon className="size-3" strokeWidth={3} /> : null}
    </span>
  );
}

/** What was seen and what was expected, below each other. */
function Evidence({ step: { saw, expected } }: Pick<TraceStepProps, 'step'>) {
  return (
    <dl className="mt-1.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-[0.8125rem] leading-[1.375rem]">
      <dt className="text-soft">saw</dt>
      <dd className="font-mono text-wire wrap-wire">{saw}</dd>
      {expected ? (
        <>
          <dt className="text-soft">expected</dt>
          <dd className="font-mono text-wire wrap-wire">{expected}</dd>
        </>
      ) : null}
    </dl>
  );
}

/** The way of the request along the checks: drawn to where it was stopped, dashed where it would have gone on. */
export const way = {
  taken: 'before:absolute before:left-[25px] before:border-l-2 before:border-brand',
  open: 'before:absolute before:left-[25px] before:border-l-2 before:border-dashed before:border-line-strong',
};

const ways = {
  passed: way.taken,
  failed: `${way.taken} after:absolute after:top-5 after:bottom-0 after:left-[25px] after:border-l-2 after:border-dashed after:border-line-strong`,
  skipped: way.open,
};

/** Padding, and where the sign and its middle stand, for a row with room and for a dense one. */
const airy = {
  row: 'py-2',
  sign: 'top-2.5',
  link: '@sm:top-2',
  from: 'before:top-5',
  to: 'before:bottom-[calc(100%-1.25rem)]',
};
const dense = {
  row: 'py-1',
  sign: 'top-1.5',
  link: '@sm:top-1',
  from: 'before:top-4',
  to: 'before:bottom-[calc(100%-1rem)]',
};

/** A row of the trace. */
export function TraceStep({ step, status, first, last, brief }: TraceStepProps) {
  const { outcome, check, rule, saw } = step;
  const refused = outcome === 'failed';
  const room = brief && !refused ? dense : airy;
  const refusal = status === 404 ? 'bg-sunk' : statusTone(status).ground;
  return (
    <li
      className={`relative pr-4 pl-12 ${room.row} ${refused ? refusal : ''} ${
        refused && last ? way.taken : ways[outcome]
      } ${first ? room.from : 'before:top-0'} ${last || refused ? room.to : 'before:bottom-0'}`}
    >
      <Node step={step} status={status} top={room.sign} />
      {outcome === 'skipped' ? (
        <p className="text-sm leading-6 text-faint @sm:pr-30">
          {check}
          <span className="sr-only">: not reached</span>
        </p>
      ) : (
        <details className="group" open={refused}>
          <summary className="list-none text-sm leading-6 @sm:pr-30 [&::-webkit-details-marker]:hidden">
            <span className="sr-only">{spoken[outcome]}: </span>
            <span className={refused ? 'font-semibold' : ''}>{check}</span>
            {refused || brief ? null : (
              <span className="block truncate text-[0.8125rem] leading-5 text-faint group-open:hidden">
                {saw}
              </span>
            )}
          </summary>
          <Evidence step={step} />
        </details>
      )}
      <a
        href={ruleUrl(rule)}
        className={`inline-block py-0.5 text-xs leading-5 underline decoration-transparent underline-offset-3 hover:text-brand hover:decoration-current @sm:absolute @sm:right-4 ${room.link} ${
          refused ? 'text-soft' : 'text-faint'
        }`}
      >
        {rule}
      </a>
    </li>
  );
}
