import { Unplug } from 'lucide';
import { Icon } from '@/components/ui/Icon';
import type { Failure } from '../attempt-state';

const titles = {
  cancelled: 'Cancelled',
  timeout: 'No response in time',
  network: 'The request failed before any status came',
  relay: 'The relay would not send this',
};

/** What stands where a response would be: not a status, and not in the colour of one. */
export function NoAnswer({ failure: { reason, text } }: { failure: Failure }) {
  return (
    <div className="flex gap-3 rounded-xl border-2 border-dashed border-control px-4 py-3">
      <Icon of={Unplug} className="mt-0.5 size-5 shrink-0 text-soft" aria-hidden="true" />
      <div className="min-w-0">
        <p className="font-semibold">{titles[reason]}</p>
        <p className="text-sm text-soft wrap-anywhere">
          {reason === 'network' ? `That is a network failure: no server said yes or no. (${text})` : text}
        </p>
      </div>
    </div>
  );
}
