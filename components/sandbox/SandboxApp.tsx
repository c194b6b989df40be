import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { useStorageNotice } from '@/lib/progress/use-progress';
import type { SandboxAppProps } from './SandboxLoader';
import { SandboxShell } from './SandboxShell';
import { useAttempt } from './use-attempt';
import { Workbench } from './Workbench';

/** The sandbox itself: one attempt at a time. It is loaded on its own, hence the default export. */
export default function SandboxApp({ view, layout }: SandboxAppProps) {
  const { id, brief, problem, retry, reset } = useAttempt(view.slug);
  const [begun, setBegun] = useState(false);
  const { storage, reason } = useStorageNotice();
  const again = () => {
    setBegun(true);
    reset();
  };
  return (
    <>
      {storage === 'memory' ? (
        <div className="mb-4">
          <Notice role="status">{reason}</Notice>
        </div>
      ) : null}
      {problem && !brief ? (
        <Notice kind="problem" role="alert" title="The sandbox could not be opened">
          <p>{problem} Nothing was lost.</p>
          <Button variant="secondary" size="sm" className="mt-2" onClick={retry}>
            <RotateCcw className="size-4" aria-hidden="true" />
            Try again
          </Button>
        </Notice>
      ) : null}
      {brief && id ? (
        <Workbench
          key={id}
          view={view}
          layout={layout}
          attempt={id}
          brief={brief}
          reset={again}
          afresh={begun}
        />
      ) : problem ? null : (
        <SandboxShell layout={layout} says="Credentials for you are being made." />
      )}
    </>
  );
}
