'use client';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { onOffer } from '@/lib/sandbox/draft-event';
import type { ExerciseView } from '@/lib/sandbox/exchange';
import { SandboxShell } from './SandboxShell';

const SandboxApp = lazy(() => import('./SandboxApp'));

export interface SandboxAppProps {
  readonly view: ExerciseView;
  readonly layout: 'column' | 'full';
  /** What stands where the answer will be. */
  readonly empty: ReactNode;
}

/** Loads the sandbox when the page is idle and it is near, at once when somebody wants it. */
export function SandboxLoader({ view, layout, empty }: SandboxAppProps) {
  const [wanted, setWanted] = useState(false);
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (wanted || !place.current) return;
    const want = () => setWanted(true);
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        // Safari has no idle callback.
        if ('requestIdleCallback' in window) requestIdleCallback(want, { timeout: 1500 });
        else setTimeout(want, 200);
      },
      { rootMargin: '300px' },
    );
    observer.observe(place.current);
    const stop = onOffer(view.slug, want);
    return () => {
      observer.disconnect();
      stop();
    };
  }, [wanted, view.slug]);

  const shell = <SandboxShell layout={layout} empty={empty} />;
  return (
    <div ref={place} className="@container mt-5">
      {wanted ? (
        <Suspense fallback={shell}>
          <SandboxApp view={view} layout={layout} empty={empty} />
        </Suspense>
      ) : (
        shell
      )}
    </div>
  );
}
