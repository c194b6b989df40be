import { lazy, Suspense, useLayoutEffect, useState } from 'react';
import { useStorageNotice } from '@/lib/progress/use-progress';
import type { SandboxAppProps } from './SandboxLoader';
import { useAttempt } from './use-attempt';
import { Workbench } from './Workbench';

const Trouble = lazy(() => import('./Trouble'));

/** The sandbox itself: one attempt at a time. It is loaded on its own, hence the default export. */
export default function SandboxApp({ view, layout, place, empty, early, hold, ready }: SandboxAppProps) {
  const { id, given, problem, retry, reset } = useAttempt(view.slug, place);
  const { storage, reason } = useStorageNotice();
  const [begun, setBegun] = useState(false);
  const again = () => {
    setBegun(true);
    reset();
  };
  const failed = given ? undefined : problem;
  const shown = given && id && !hold ? { given, id } : undefined;
  const inPlace = Boolean(shown || failed);
  // Before the next paint, so that the poster and what follows it are never seen together.
  useLayoutEffect(() => {
    if (inPlace) ready();
  }, [inPlace, ready]);
  const notice = storage === 'memory' ? reason : undefined;
  return (
    <>
      {failed || notice ? (
        <Suspense fallback={failed ?? notice}>
          <Trouble failed={failed} notice={notice} retry={retry} />
        </Suspense>
      ) : null}
      {shown ? (
        <Workbench
          key={shown.id}
          view={view}
          layout={layout}
          place={place}
          empty={empty}
          attempt={shown.id}
          given={shown.given}
          early={begun ? undefined : early}
          reset={again}
          afresh={begun}
        />
      ) : begun && !failed ? (
        <p className="min-h-133 text-sm text-faint">Credentials for you are being made.</p>
      ) : null}
    </>
  );
}
