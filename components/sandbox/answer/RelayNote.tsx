import { Waypoints } from 'lucide';
import { Icon } from '@/components/ui/Icon';

interface RelayNoteProps {
  readonly id: string;
  /** What a browser would not send as typed. */
  readonly reasons: string;
}

/** Why this request goes through the relay, and what that is: once for the whole form. */
export function RelayNote({ id, reasons }: RelayNoteProps) {
  return (
    <p
      id={id}
      className="flex gap-2 border-t border-line bg-brand-ground px-3.5 py-1.5 text-xs leading-5 text-soft"
    >
      <Icon of={Waypoints} className="mt-0.5 size-4 shrink-0 text-brand" aria-hidden="true" />
      <span className="min-w-0 wrap-anywhere">
        {reasons} So the relay sends it: a program on this server that passes it on byte for byte.
      </span>
    </p>
  );
}
