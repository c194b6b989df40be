import { Wrench } from 'lucide-react';
import type { Brief } from '@/lib/sandbox/exchange';
import type { Insert } from './use-insertion';

interface WalletChipsProps {
  readonly wallet: Brief['wallet'];
  readonly insert: Insert;
  readonly tools: boolean;
  readonly setTools: (open: boolean) => void;
  /** What the toolbox holds. */
  readonly toolNames: string;
}

/** The credentials that were handed out: a press puts one where the learner was typing. */
export function WalletChips({ wallet, insert, tools, setTools, toolNames }: WalletChipsProps) {
  return (
    <ul className="flex flex-wrap gap-1.5" aria-label="Wallet: press to insert">
      {wallet.map(({ name, label, value }) => (
        <li key={name} className="min-w-0">
          <button
            type="button"
            onClick={() => insert(value, label)}
            title={value}
            className="flex min-h-7 max-w-full items-center gap-2 rounded-md border border-line-strong px-2 py-0.5 text-xs text-soft hover:border-control hover:bg-sunk hover:text-ink"
          >
            <span className="sr-only">Insert </span>
            <span className="shrink-0">{label}</span>
            <span className="truncate font-mono text-ink">
              {value.length > 24 ? `${value.slice(0, 14)}…` : value}
            </span>
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          aria-expanded={tools}
          onClick={() => setTools(!tools)}
          className="flex min-h-7 items-center gap-1.5 rounded-md border border-dashed border-line-strong px-2 py-0.5 text-xs text-soft hover:bg-sunk hover:text-ink aria-expanded:bg-sunk aria-expanded:text-ink"
        >
          <Wrench className="size-3.5" aria-hidden="true" />
          {toolNames}
        </button>
      </li>
    </ul>
  );
}
