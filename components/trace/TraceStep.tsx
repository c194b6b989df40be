/** One check of a trace: open where it refused, dim where it was not reached. */
import { Check, X } from 'lucide';
import { Chevron } from '@/components/ui/Chevron';
import { Icon } from '@/components/ui/Icon';
import { statusTone } from '@/components/ui/status';
import type { Step } from '@/lib/http-auth/decision';
import { ruleUrl } from '@/lib/http-auth/rule';
import { Rail } from './Rail';

interface TraceStepProps {
  readonly step: Step;
  readonly status: number;
  /** The last check of the whole trace: there the way ends. */
  readonly last: boolean;
}

/** The sign at the left: the way runs through what passed and ends where the request was stopped. */
function Node({ step: { outcome }, status }: Pick<TraceStepProps, 'step' | 'status'>) {
  const { fill, on, edge } = statusTone(status);
  const hidden = status === 404 ? `border ${edge} bg-raised text-ink` : `${fill} ${on}`;
  const looks = {
    passed: 'bg-s2xx-ground text-s2xx-text ring-1 ring-s2xx-fill ring-inset',
    failed: hidden,
    skipped: 'border border-dashed border-control bg-raised',
  };
  const shape = { passed: Check, failed: X, skipped: undefined }[outcome];
  return (
    <span
      aria-hidden="true"
      className={`absolute top-[calc(var(--mid)-0.625rem)] left-4 z-1 grid size-5 place-items-center rounded-full ${looks[outcome]}`}
    >
      {shape ? <Icon of={shape} className="size-3" strokeWidth={3} /> : null}
    </span>
  );
}

/** What was seen and what was expected, below each other. */
function Evidence({ step: { saw, expected, outcome } }: Pick<TraceStepProps, 'step'>) {
  const refused = outcome === 'failed';
  return (
    <dl
      className={`grid grid-cols-[auto_minmax(0,1fr)] text-[0.8125rem] leading-[1.375rem] ${
        refused ? 'mt-2 divide-y divide-line rounded-lg border border-line bg-raised' : 'mt-0.5 gap-x-3'
      }`}
    >
      {[
        ['saw', saw],
        ['expected', expected],
      ].map(([name, value]) =>
        value ? (
          <div
            key={name}
            className={`col-span-2 grid grid-cols-subgrid ${refused ? 'gap-x-3 px-3 py-1.5' : ''}`}
          >
            <dt className="text-soft">{name}</dt>
            <dd className="font-mono text-wire wrap-wire">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

/** A row of the trace. */
export function TraceStep({ step, status, last }: TraceStepProps) {
  const { outcome, rule } = step;
  const refused = outcome === 'failed';
  const refusal = status === 404 ? 'bg-sunk' : statusTone(status).ground;
  const after = outcome === 'passed' ? 'taken' : 'open';
  return (
    <li
      className={`relative pr-4 pl-12 ${
        refused ? `pt-2.5 pb-3.5 [--mid:1.375rem] ${refusal}` : 'py-1.5 [--mid:1.125rem]'
      }`}
    >
      <Rail above={outcome === 'skipped' ? 'open' : 'taken'} below={last ? undefined : after} />
      <Node step={step} status={status} />
      <Words step={step} />
      <a
        href={ruleUrl(rule)}
        className={`inline-block py-0.5 text-xs leading-5 underline decoration-transparent underline-offset-3 hover:text-brand hover:decoration-current @sm:absolute @sm:right-4 ${
          refused ? 'mt-1.5 text-soft @sm:top-2.5 @sm:mt-0' : 'text-faint @sm:top-1.5'
        }`}
      >
        {rule}
      </a>
    </li>
  );
}

/** The check in words: its evidence stands open where it refused, and opens where it passed. */
function Words({ step }: Pick<TraceStepProps, 'step'>) {
  const { outcome, check, saw } = step;
  switch (outcome) {
    case 'skipped':
      return (
        <p className="text-sm leading-6 text-faint @sm:pr-30">
          {check}
          <span className="sr-only">: not reached</span>
        </p>
      );
    case 'failed':
      return (
        <>
          <p className="text-sm leading-6 font-semibold @sm:pr-30">
            <span className="sr-only">Refused: </span>
            <span>{check}</span>
          </p>
          <Evidence step={step} />
        </>
      );
    case 'passed':
      return (
        <details className="group/step">
          <summary className="cursor-pointer text-sm leading-6 hover:text-brand @sm:pr-30">
            <span className="sr-only">Passed: </span>
            <span>{check}</span>
            <Chevron className="ml-1.5 inline align-[-0.1875rem]" />
            <span className="block truncate text-[0.8125rem] leading-5 text-faint group-open/step:hidden">
              <bdi>{saw}</bdi>
            </span>
          </summary>
          <Evidence step={step} />
        </details>
      );
  }
}
