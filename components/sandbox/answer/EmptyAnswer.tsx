import { Gates } from '@/components/trace/Gates';
import { EarlyAnswer } from '@/components/ui/EarlyAnswer';

/** What stands where the verdict will be, of its size. It is rendered on the server, so that it costs the page nothing. */
export function EmptyAnswer() {
  return (
    <div className="@container flex min-h-28 items-center rounded-xl border border-dashed border-line-strong px-4 py-3">
      <div className="grid w-full grid-cols-[7rem_minmax(0,1fr)] items-center gap-x-4 @md:grid-cols-[9rem_minmax(0,1fr)]">
        <Gates size="small" />
        <div role="status" className="group">
          <EarlyAnswer />
          <p className="text-sm text-soft group-has-[[data-early-answer]:not([hidden])]:hidden">
            Nothing has been sent yet. The response and its reason will appear here.
          </p>
        </div>
      </div>
    </div>
  );
}
