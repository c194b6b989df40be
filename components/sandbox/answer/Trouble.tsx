import { RotateCcw } from 'lucide';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Notice } from '@/components/ui/Notice';

interface TroubleProps {
  /** Why the sandbox could not be opened. */
  readonly failed: string | undefined;
  /** Why nothing is kept. */
  readonly notice: string | undefined;
  readonly retry: () => void;
}

/** What went wrong around the sandbox; seldom needed, so it is loaded on its own. */
export default function Trouble({ failed, notice, retry }: TroubleProps) {
  return (
    <div className="mb-4 space-y-3">
      {notice ? <Notice role="status">{notice}</Notice> : null}
      {failed ? (
        <Notice kind="problem" role="alert" title="The sandbox could not be opened">
          <p>{failed} Nothing was lost.</p>
          <Button variant="secondary" size="sm" className="mt-2" onClick={retry}>
            <Icon of={RotateCcw} className="size-4" aria-hidden="true" />
            Try again
          </Button>
        </Notice>
      ) : null}
    </div>
  );
}
