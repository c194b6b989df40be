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
}

const spoken = { passed: 'Passed', failed: 'Refused', skipped: 'Not reached' };

/** The sign at the left: the way runs through what passed and ends where the request was stopped. */
function Node({ step: { outcome }, status }: Pick<TraceStepProps, 'step' | 'status'>) {
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
      className={`absolute top-2.5 left-4 z-1 grid size-5 place-items-center rounded-full ${looks[outcome]}`}
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

/** A row of the trace. */
export function TraceStep({ step, status, first, last }: TraceStepProps) {
  const { outcome, check, rule, saw } = step;
  const isLastFailed = last && outcome === 'failed';
  const from = first ? 'before:top-5' : 'before:top-0';
  const to = last || outcome === 'failed' ? 'before:bottom-[calc(100%-1.25rem)]' : 'before:bottom-0';
  const ground = outcome === 'failed' ? statusTone(status).ground : '';
  return (
    <li
      className={`relative pr-4 pl-12 ${ground} ${from} ${to} ${isLastFailed ? way.taken : ways[outcome]} ${
        status === 404 && outcome === 'failed' ? 'bg-sunk' : ''
      }`}
    >
      <Node step={step} status={status} />
      {outcome === 'skipped' ? (
        <p className="py-2 @sm:pr-30 text-sm leading-6 text-faint">
          {sentence(check)}
          <span className="sr-only">: not reached</span>
        </p>
      ) : (
        <details className="group py-2" open={outcome === 'failed'}>
          <summary className="list-none @sm:pr-30 text-sm leading-6 [&::-webkit-details-marker]:hidden">
            <span className="sr-only">{spoken[outcome]}: </span>
            <span className={outcome === 'failed' ? 'font-semibold' : ''}>{sentence(check)}</span>
            {outcome === 'passed' ? (
              <span className="block truncate text-[0.8125rem] leading-5 text-faint group-open:hidden">
                {saw}
              </span>
            ) : null}
          </summary>
          <Evidence step={step} />
        </details>
      )}
      <a
        href={ruleUrl(rule)}
        className={`relative z-1 -mt-1.5 mb-1.5 inline-block py-0.5 @sm:absolute @sm:top-2 @sm:right-4 @sm:m-0 text-xs leading-5 underline decoration-transparent underline-offset-3 hover:text-brand hover:decoration-current ${
          outcome === 'failed' ? 'text-soft' : 'text-faint'
        }`}
      >
        {rule}
      </a>
    </li>
  );
}

const sentence = (check: string) => check.charAt(0).toUpperCase() + check.slice(1);
