import { EmptyAnswer } from '@/components/sandbox/answer/EmptyAnswer';
import { NoAnswer } from '@/components/sandbox/answer/NoAnswer';
import { Notice } from '@/components/ui/Notice';
import { Sample } from './Sample';

/** What stands where something is not there: not yet, no longer, or for a reason. */
export function Waits() {
  return (
    <div className="grid items-start gap-8 md:grid-cols-2">
      <Sample name="Empty">
        <EmptyAnswer />
      </Sample>
      <div className="space-y-8">
        <Sample name="Loading">
          <p className="py-4 text-faint text-sm">Loading…</p>
        </Sample>
        <Sample name="A network failure">
          <NoAnswer failure={{ kind: 'failed', reason: 'network', text: 'Failed to fetch.' }} />
        </Sample>
        <Sample name="Cancelled">
          <NoAnswer
            failure={{
              kind: 'failed',
              reason: 'cancelled',
              text: 'You cancelled it before a response came.',
            }}
          />
        </Sample>
        <Sample name="An error of the page itself">
          <Notice kind="problem" title="The sandbox could not be opened">
            The server did not answer. Are you still online? Nothing was lost.
          </Notice>
        </Sample>
      </div>
    </div>
  );
}
