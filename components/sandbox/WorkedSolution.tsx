import { Check } from 'lucide';
import { useId } from 'react';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { StatusBadge } from '@/components/ui/StatusBadge';
import { formatRaw } from '@/lib/draft/draft';
import type { SolutionRequest } from '@/lib/draft/exchange';

interface WorkedSolutionProps {
  readonly requests: readonly SolutionRequest[];
  /** Loads the request at an index. */
  readonly put: (at: number) => void;
}

/** Every request of a worked solution in order, with the reason for it and a button that loads it. */
export function WorkedSolution({ requests, put }: WorkedSolutionProps) {
  const id = useId();
  return (
    <ol aria-label="Requests of the solution" className="mt-3 space-y-4">
      {requests.map(({ why, shown, draft, after = [], status }, at) => {
        const reason = `${id}-${at}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the order is what a request is here.
          <li key={at}>
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.9375rem]">
              {requests.length > 1 ? <span className="font-semibold">Request {at + 1}</span> : null}
              {status ? (
                <span className="flex items-center gap-1.5 text-sm text-faint">
                  <Icon of={Check} className="size-3.5" aria-hidden="true" />
                  sent, answered <StatusBadge status={status} />
                </span>
              ) : null}
            </p>
            <p className="text-[0.9375rem] text-soft">{why}</p>
            <pre className="mt-1.5 rounded-lg bg-sunk px-3 py-2 font-mono text-wire wrap-wire">
              <Marked text={formatRaw(shown)} />
            </pre>
            <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
              <Button
                variant="secondary"
                size="sm"
                disabled={!draft}
                aria-describedby={draft ? undefined : reason}
                aria-label={requests.length > 1 ? `Put it into the request: request ${at + 1}` : undefined}
                onClick={() => put(at)}
              >
                Put it into the request
              </Button>
              {draft ? null : (
                <span id={reason} className="text-sm text-soft">
                  {needed(after)}
                </span>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function needed(after: readonly number[]): string {
  if (after.length === 1) return `Send request ${after[0]} first: this one needs its response.`;
  return `Send requests ${after.slice(0, -1).join(', ')} and ${after.at(-1)} first: this one needs their responses.`;
}

/** Names in angle quotes stand for values, so they look unlike what is sent. */
function Marked({ text }: { readonly text: string }) {
  return text.split(/(‹[^›]*›)/).map((part, at) =>
    at % 2 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text keep their order.
      <em key={at} className="rounded-sm bg-raised px-1 font-sans text-sm text-brand not-italic">
        {part.slice(1, -1)}
      </em>
    ) : (
      part
    ),
  );
}
