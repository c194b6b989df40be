import { Waypoints } from 'lucide-react';
import type { RelayReason } from '@/lib/sandbox/draft-limits';

interface RelayNoteProps {
  readonly id?: string;
  readonly reasons: readonly RelayReason[];
}

/** What a browser would not send as typed, beside the place where it was typed. */
export function RelayNote({ id, reasons }: RelayNoteProps) {
  if (!reasons.length) return null;
  return (
    <p id={id} className="flex gap-2 bg-brand-ground px-3.5 py-1.5 text-xs leading-5 text-soft">
      <Waypoints className="mt-0.5 size-4 shrink-0 text-brand" aria-hidden="true" />
      <span>{reasons.map(({ text }) => text).join(' ')} The relay sends it as typed.</span>
    </p>
  );
}
