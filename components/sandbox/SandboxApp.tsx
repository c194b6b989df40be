import { lazy, Suspense, useState } from 'react';
import { useStorageNotice } from '@/lib/progress/use-progress';
import type { SandboxAppProps } from './SandboxLoader';
import { SandboxShell } from './SandboxShell';
import { useAttempt } from './use-attempt';
import { Workbench } from './Workbench';

const Trouble = lazy(() => import('./Trouble'));

/** The sandbox itself: one attempt at a time. It is loaded on its own, hence the default export. */
export default function SandboxApp({ view, layout, empty }: SandboxAppProps) {
  const { id, given, problem, retry, reset } = useAttempt(view.slug);
  const { storage, reason } = useStorageNotice();
  const [begun, setBegun] = useState(false);
  const again = () => {
    setBegun(true);
    reset();
  };
  const failed = given ? undefined : problem;
  const notice = storage === 'memory' ? reason : undefined;
  return (
    <>
      {failed || notice ? (
        <Suspense fallback={failed ?? notice}>
          <Trouble failed={failed} notice={notice} retry={retry} />
        </Suspense>
      ) : null}
      {given && id ? (
        <Workbench
          key={id}
          view={view}
          layout={layout}
          empty={empty}
          attempt={id}
          given={given}
          reset={again}
          afresh={begun}
        />
      ) : failed ? null : (
        <SandboxShell layout={layout} empty={empty} says="Credentials for you are being made." />
      )}
    </>
  );
}
