import { Check, X } from 'lucide';
import { Message } from '@/components/lesson/Message';
import { Icon } from '@/components/ui/Icon';
import type { WireLine } from '@/lib/draft/wire-lines';
import type { Case } from '@/lib/handlers/handler';
import type { Outcome } from '@/lib/handlers/reply';
import type { Step } from '@/lib/http-auth/decision';
import { inert } from '@/lib/http-auth/evidence';
import { ruleUrl } from '@/lib/http-auth/rule';
import type { Judged } from './judged';

/** The verdict on each request that the code got: what is wrong with it and by which rule, then what is right. */
export default function SuiteVerdict({ suite, verdicts, outcomes, ended, solution }: Judged) {
  const judged = suite.cases.flatMap((attack, at) => {
    const [verdict, outcome] = [verdicts[at], outcomes.get(attack.name)];
    return verdict && outcome ? [{ attack, verdict, outcome }] : [];
  });
  const right = judged.filter(({ verdict }) => verdict.right);
  const wrong = judged.flatMap(({ attack, verdict, outcome }) =>
    verdict.right ? [] : [{ attack, outcome, step: verdict.step }],
  );
  const isSolved = wrong.length === 0 && ended === undefined;
  return (
    <div className="border-t border-line">
      {wrong.length ? (
        <ul aria-label="Wrong answers" className="list-none divide-y divide-line p-0">
          {wrong.map((fault, at) => (
            <WrongAnswer key={fault.attack.name} {...fault} open={at === 0} />
          ))}
        </ul>
      ) : null}
      {right.length ? (
        <details className="border-t border-line px-4 py-2 first:border-t-0">
          <summary className="min-h-6 text-sm">
            <Icon of={Check} className="mr-2 inline size-4 text-s2xx-text" aria-hidden="true" />
            {right.length} answered correctly
          </summary>
          <ul aria-label="Right answers" className="mt-1 list-none p-0 pb-1 text-sm text-soft">
            {right.map(({ attack, outcome }) => (
              <li key={attack.name}>
                {attack.name}
                {'returned' in outcome ? `: ${outcome.returned.status}` : ''}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <details className="border-t border-line px-4 py-2">
        <summary className="min-h-6 text-sm">
          {isSolved ? 'Another right program' : 'A right program'}
        </summary>
        <pre className="mt-1 overflow-x-auto pb-1 font-mono text-wire whitespace-pre">{solution}</pre>
      </details>
    </div>
  );
}

interface Wrong {
  readonly attack: Case;
  readonly outcome: Outcome;
  readonly step: Step;
  readonly open: boolean;
}

function WrongAnswer({ attack: { name, request }, outcome, step, open }: Wrong) {
  const { saw, expected, check, rule } = step;
  return (
    <li className="mt-0">
      <details open={open} className="px-4 py-2">
        <summary className="min-h-6 text-[0.9375rem]">
          <Icon of={X} className="mr-2 inline size-4 text-ink" aria-hidden="true" />
          <span className="sr-only">Wrong: </span>
          <span>{name}</span>
        </summary>
        <div className="mt-2 space-y-2 pb-2">
          <Message
            lines={[
              line('start', '', `${request.method} ${request.target} HTTP/1.1`),
              ...request.fields.map(([field, value]) => line('field', field, inert(value))),
            ]}
          />
          {'returned' in outcome ? (
            <Message
              status={outcome.returned.status}
              lines={[
                line('start', '', `HTTP/1.1 ${outcome.returned.status}`),
                ...outcome.returned.fields.map(([field, value]) => line('field', inert(field), inert(value))),
                ...(outcome.returned.body ? [line('body', '', inert(outcome.returned.body))] : []),
              ]}
            />
          ) : null}
          <p className="text-[0.9375rem]">
            This check fails: <em>{check}</em>. Seen: {saw}. Expected: {expected}.{' '}
            <a href={ruleUrl(rule)} className="link whitespace-nowrap">
              {rule}
            </a>
          </p>
          {outcome.printed.length ? (
            <div className="text-sm">
              <p className="text-soft">Your code printed:</p>
              <pre className="font-mono text-wire wrap-wire whitespace-pre-wrap">
                {outcome.printed.map((text) => inert(text, 500)).join('\n')}
              </pre>
            </div>
          ) : null}
        </div>
      </details>
    </li>
  );
}

const line = (kind: WireLine['kind'], name: string, value: string): WireLine => ({ kind, name, value });
