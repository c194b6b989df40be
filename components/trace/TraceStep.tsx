/** One check of a trace: open where it refused, dim where it was not reached. */
import { Check, X } from 'lucide-react';
import { statusTone } from '@/components/ui/status';
import type { Step } from '@/lib/http-auth/decision';
import { ruleUrl } from '@/lib/http-auth/rule';

interface TraceStepProps {
  readonly step: Step;
  readonly status: number;
}

const spoken = { passed: 'Passed', failed: 'Refused', skipped: 'Not reached' };

/** The sign at the left: the way runs through what passed and ends where the request was stopped. */
function Node({ step: { outcome }, status }: TraceStepProps) {
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
      className={`absolute top-2.5 left-4 grid size-5 place-items-center rounded-full ${looks[outcome]}`}
    >
      {Icon ? <Icon className="size-3" strokeWidth={3} /> : null}
    </span>
  );
}

/** Label and evidence, aligned below each other. */
function Evidence({ step: { saw, expected } }: Pick<TraceStepProps, 'step'>) {
  return (
    <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-[0.8125rem] leading-[1.375rem]">
      <dt className="text-faint">saw</dt>
      <dd className="font-mono text-wire wrap-wire text-ink">{saw}</dd>
      {expected ? (
        <>
          <dt className="text-faint">wanted</dt>
          <dd className="font-mono text-wire wrap-wire text-ink">{expected}</dd>
        </>
      ) : null}
    </dl>
  );
}

/** A row of the trace. */
export function TraceStep({ step, status }: TraceStepProps) {
  const { outcome, check, rule, saw } = step;
  const tone = outcome === 'failed' ? statusTone(status).ground : '';
  return (
    <li
      className={`relative pr-4 pl-12 ${tone} before:absolute before:top-0 before:bottom-0 before:left-[25px] before:border-l-2 ${
        outcome === 'passed' ? 'before:border-brand/35' : 'before:border-dashed before:border-line-strong'
      }`}
    >
      <Node step={step} status={status} />
      <a
        href={ruleUrl(rule)}
        className="absolute top-2 right-4 py-0.5 text-xs leading-5 text-faint underline decoration-transparent underline-offset-3 hover:text-brand hover:decoration-current"
      >
        {rule}
      </a>
      {outcome === 'skipped' ? (
        <p className="py-2 pr-30 text-sm leading-6 text-faint">
          {check}
          <span className="sr-only">: not reached</span>
        </p>
      ) : (
        <details className="group py-2" open={outcome === 'failed'}>
          <summary className="list-none pr-30 text-sm leading-6 [&::-webkit-details-marker]:hidden">
            <span className="sr-only">{spoken[outcome]}: </span>
            <span className={outcome === 'failed' ? 'font-semibold' : ''}>{check}</span>
            {outcome === 'passed' ? (
              <span className="block truncate text-[0.8125rem] leading-5 text-faint group-open:hidden">{saw}</span>
            ) : null}
          </summary>
          <Evidence step={step} />
        </details>
      )}
    </li>
  );
}
