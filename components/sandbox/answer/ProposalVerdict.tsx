/** A proposal beside its verdict: what holds and what does not, each with its rule. No gate is drawn. */
import { Check, CircleCheck, X } from 'lucide';
import { lazy, Suspense, useState } from 'react';
import { proposalSteps } from '@/components/trace/proposal';
import { Icon } from '@/components/ui/Icon';
import { StatusBadge } from '@/components/ui/StatusBadge';
import { statusTone } from '@/components/ui/status';
import type { Step } from '@/lib/http-auth/decision';
import { type Rule, ruleUrl } from '@/lib/http-auth/rule';
import type { Shown } from '../send';

const Trace = lazy(() =>
  import('@/components/trace/Trace').then(({ Trace }) => ({ default: Trace }), missing),
);

/** More lines than this are folded. */
const long = 14;

export default function ProposalVerdict({ shown }: { readonly shown: Shown }) {
  const { request, response, trace, solved } = shown;
  const steps = proposalSteps(trace);
  const gates = trace.filter(({ stage }) => stage !== 'proposal');
  const body = pretty(request.body);
  const lines = body.split('\n').length;
  const text = <pre className="font-mono text-wire wrap-wire">{body || 'nothing'}</pre>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls
    <div role="group" aria-label="Verdict" className="@container">
      <div className="grid @lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
        <div className="min-w-0 px-4 py-3 @max-lg:border-b @max-lg:border-line @lg:border-r @lg:border-line">
          <h3 className="mb-1.5 font-sans text-sm font-semibold tracking-normal">Your proposal</h3>
          {lines > long ? (
            <details>
              <summary className="py-1 text-xs text-faint hover:text-ink">{lines} lines</summary>
              {text}
            </details>
          ) : (
            text
          )}
        </div>
        <div className="min-w-0 px-4 py-3">
          <h3 className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-3 font-sans text-sm font-semibold tracking-normal">
            Verdict: {heading(response.status)}
            <span className="text-xs font-normal whitespace-nowrap text-soft">
              {score(steps)} <StatusBadge status={response.status} />
            </span>
          </h3>
          {solved ? (
            <p className="mb-2 flex items-center gap-1.5 text-sm font-semibold text-s2xx-text">
              <Icon of={CircleCheck} className="size-4 shrink-0" aria-hidden="true" />
              That is the response this exercise asks for. Solved.
            </p>
          ) : null}
          <Steps steps={steps} />
        </div>
      </div>
      {gates.length ? <Before trace={gates} /> : null}
    </div>
  );
}

/** The gates, which let the request itself through: drawn when somebody wants to see them. */
function Before({ trace }: { readonly trace: readonly Step[] }) {
  const [isOpened, setOpened] = useState(false);
  return (
    <details
      className="border-t border-line"
      onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}
    >
      <summary className="px-4 py-2 text-xs text-faint hover:text-ink">
        Before that, the gates let the request itself through
      </summary>
      <div className="px-3 pb-3">
        {isOpened ? (
          <Suspense fallback={<p className="py-3 text-sm text-faint">Loading…</p>}>
            <Trace status={200} trace={trace} />
          </Suspense>
        ) : null}
      </div>
    </details>
  );
}

/** What stands in the place of the gates where the network is away. */
function missing() {
  return {
    default: () => (
      <p className="py-3 text-sm text-soft">The gates could not be loaded. Reload the page to see them.</p>
    ),
  };
}

function heading(status: number): string {
  if (status === 200) return 'it is right';
  if (status === 202) return 'right so far';
  return status === 400 ? 'it cannot be read' : 'it is not right';
}

function score(steps: readonly Step[]): string {
  const holds = steps.filter(({ outcome }) => outcome === 'passed').length;
  return `${holds} of ${steps.length} check${steps.length === 1 ? '' : 's'} pass`;
}

/** First what fails, then what holds, then what was not looked at. */
function Steps({ steps }: { readonly steps: readonly Step[] }) {
  const of = (outcome: Step['outcome']) => steps.filter((step) => step.outcome === outcome);
  const later = of('skipped');
  return (
    <>
      <ul className="space-y-2">
        {of('failed').map((step) => (
          <Fails key={`${step.check} ${step.saw}`} step={step} />
        ))}
        {of('passed').map((step) => (
          <Holds key={step.check} step={step} />
        ))}
      </ul>
      {later.length ? (
        <details className="mt-2">
          <summary className="py-1 text-xs text-faint hover:text-ink">
            {later.length} check{later.length === 1 ? '' : 's'} not made, since an earlier one fails
          </summary>
          <ul className="mt-1 space-y-1 text-sm text-faint">
            {later.map(({ check }) => (
              <li key={check}>{check}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

const sign = 'mt-0.5 grid size-5 shrink-0 place-items-center rounded-full forced-color-adjust-none';

function Fails({ step: { check, saw, expected, rule } }: { readonly step: Step }) {
  const { ground, fill, on } = statusTone(422);
  return (
    <li className={`flex gap-2.5 rounded-lg px-2.5 py-2 text-sm ${ground}`}>
      <span aria-hidden="true" className={`${sign} ${fill} ${on}`}>
        <Icon of={X} className="size-3" strokeWidth={3} />
      </span>
      <div className="min-w-0">
        <p className="font-semibold">
          <span className="sr-only">Fails: </span>
          {check}
        </p>
        <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-[0.8125rem]/5">
          <dt className="text-soft">saw</dt>
          <dd className="font-mono text-wire wrap-wire">
            <bdi>{saw}</bdi>
          </dd>
          <dt className="text-soft">expected</dt>
          <dd className="font-mono text-wire wrap-wire">
            <bdi>{expected}</bdi>
          </dd>
        </dl>
        <p className="mt-1 text-xs">
          <RuleLink rule={rule} />
        </p>
      </div>
    </li>
  );
}

function Holds({ step: { check, saw, rule } }: { readonly step: Step }) {
  return (
    <li className="flex gap-2.5 px-2.5 text-sm">
      <span
        aria-hidden="true"
        className={`${sign} bg-s2xx-ground text-s2xx-text ring-1 ring-s2xx-fill ring-inset`}
      >
        <Icon of={Check} className="size-3" strokeWidth={3} />
      </span>
      <div className="min-w-0">
        <p>
          <span className="sr-only">Passes: </span>
          {check}
        </p>
        <p className="flex flex-wrap items-center gap-x-3 text-xs text-faint">
          <bdi className="min-w-0 font-mono wrap-wire">{saw}</bdi>
          <RuleLink rule={rule} />
        </p>
      </div>
    </li>
  );
}

function RuleLink({ rule }: { readonly rule: Rule }) {
  return (
    <a
      href={ruleUrl(rule)}
      className="inline-flex min-h-6 items-center whitespace-nowrap text-soft underline decoration-control underline-offset-3 hover:text-brand hover:decoration-current"
    >
      {rule}
    </a>
  );
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body.trimEnd();
  }
}
