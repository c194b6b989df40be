'use client';
import { lazy, Suspense, useState } from 'react';
import { useNear } from '@/components/ui/use-near';
import { useStorageNotice } from '@/lib/progress/use-progress';
import { useAttempt } from './use-attempt';
import type { LiveSandboxProps } from './use-workbench';
import { Workbench } from './Workbench';

const Trouble = lazy(() => import('./answer/Trouble'));

/** The sandbox itself: one attempt at a time. It asks for credentials once it is near the screen. */
export function LiveSandbox({ view, opening, layout, place }: LiveSandboxProps) {
  const [box, isNear] = useNear<HTMLDivElement>();
  const { id, given, round, isNew, problem, retry, reset } = useAttempt(view.slug, place, isNear);
  const { storage, reason } = useStorageNotice();
  const [begun, setBegun] = useState(false);
  const failed = given ? undefined : problem;
  const notice = storage === 'memory' ? reason : undefined;
  return (
    <div ref={box} className="@container mt-5">
      {failed || notice ? (
        <Suspense fallback={failed ?? notice}>
          <Trouble failed={failed} notice={notice} retry={retry} />
        </Suspense>
      ) : null}
      <Workbench
        key={round}
        view={view}
        layout={layout}
        place={place}
        opening={opening}
        attempt={id}
        given={given}
        isNew={isNew}
        reset={() => {
          setBegun(true);
          reset();
        }}
        afresh={begun}
      />
    </div>
  );
}
