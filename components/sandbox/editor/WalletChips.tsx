import { Wrench } from 'lucide';
import type { Ref } from 'react';
import { lazy, Suspense, useMemo } from 'react';
import { Icon } from '@/components/ui/Icon';
import type { Brief, Exchange } from '@/lib/draft/exchange';
import { Chip } from './Chip';
import type { Insertion } from './use-insertion';

const AnswerChips = lazy(() => import('../answer/AnswerChips'));

interface WalletChipsProps {
  readonly wallet: Brief['wallet'];
  readonly insert: Insertion['insert'];
  readonly tools: boolean;
  readonly setTools: (open: boolean) => void;
  /** What the toolbox holds. */
  readonly toolNames: string;
  /** Answers of this exercise bring values for later requests: a row is kept free for them. */
  readonly bringsValues: boolean;
  readonly exchanges: readonly Pick<Exchange, 'request' | 'response'>[];
  readonly ref: Ref<HTMLDivElement>;
}

/** The credentials that were handed out, and those that answers brought: a press puts one where the learner was typing. */
export function WalletChips(props: WalletChipsProps) {
  const { wallet, insert, tools, setTools, toolNames, bringsValues, exchanges, ref } = props;
  const values = useMemo(() => wallet.map(({ value }) => value), [wallet]);
  const nothing = <span className="leading-7">nothing yet</span>;
  return (
    <div ref={ref}>
      <ul className="flex flex-wrap gap-1.5" aria-label="Your credentials: press to insert">
        {wallet.map(({ name, label, value }) => (
          <li key={name} className="min-w-0">
            <Chip label={label} value={value} shown={14} insert={insert} />
          </li>
        ))}
        <li>
          <button
            type="button"
            aria-expanded={tools}
            onClick={() => setTools(!tools)}
            className="flex min-h-7 items-center gap-1.5 rounded-md border border-dashed border-line-strong px-2 py-0.5 text-xs text-soft hover:bg-sunk hover:text-ink aria-expanded:bg-sunk aria-expanded:text-ink"
          >
            <Icon of={Wrench} className="size-3.5" aria-hidden="true" />
            {toolNames}
          </button>
        </li>
      </ul>
      {bringsValues ? (
        <div className="-mb-1.5 mt-1.5 flex h-9 gap-2 text-xs text-faint">
          <p className="shrink-0 leading-7">From responses</p>
          {exchanges.length ? (
            <Suspense fallback={nothing}>
              <AnswerChips exchanges={exchanges} wallet={values} insert={insert} />
            </Suspense>
          ) : (
            nothing
          )}
        </div>
      ) : null}
    </div>
  );
}
