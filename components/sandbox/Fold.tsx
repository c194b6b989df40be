import { type ReactNode, useState } from 'react';
import { Chevron } from '@/components/ui/Chevron';

interface FoldProps {
  readonly title: string;
  /** How much there is behind it. */
  readonly amount: string;
  readonly children: () => ReactNode;
}

/** A row that opens. What is behind it is made when it is open, and it stays open while answers come and go. */
export function Fold({ title, amount, children }: FoldProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="flex min-h-10 cursor-pointer list-none items-center gap-x-3 px-4 py-2 text-sm hover:bg-sunk -outline-offset-2 [&::-webkit-details-marker]:hidden">
        <span className="min-w-0">{title}</span>
        <span className="ml-auto text-right text-xs text-faint tabular-nums">{amount}</span>
        <Chevron />
      </summary>
      {isOpen ? children() : null}
    </details>
  );
}
