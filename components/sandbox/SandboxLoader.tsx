'use client';
import {
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useWanted } from '@/components/ui/use-wanted';
import { useBegun } from '@/lib/progress/use-begun';
import { onOffer } from '@/lib/sandbox/draft-event';
import type { ExerciseView } from '@/lib/sandbox/exchange';

const SandboxApp = lazy(() => import('./SandboxApp'));

/** What was done to the poster before the sandbox was there; `focus` where its button only has the focus. */
export type Early = 'send' | 'just' | 'focus';

interface SandboxLoaderProps {
  readonly view: ExerciseView;
  readonly layout: 'column' | 'full';
  /** In which of the places of this exercise it stands. */
  readonly place: string;
  /** What stands where the answer will be. */
  readonly empty: ReactNode;
  /** The sandbox as it will look, until it is there. */
  readonly poster: ReactNode;
}

export interface SandboxAppProps extends Omit<SandboxLoaderProps, 'poster'> {
  readonly early: Early | undefined;
  /** A pointer is down on the poster: nothing may take its place now. */
  readonly hold: boolean;
  /** Tells that something stands in place of the poster. */
  readonly ready: () => void;
}

/**
 * Loads the sandbox when it is near and somebody is there, at once when somebody wants it. What is pressed on the
 * poster meanwhile is kept, and the sandbox does it.
 */
export function SandboxLoader({ view, layout, place, empty, poster }: SandboxLoaderProps) {
  const box = useRef<HTMLDivElement>(null);
  // Whoever was here before, or follows a link to a request, is not to see the one it begins with.
  const isLinked = useSyncExternalStore(listenToAddress, hasFragment, () => false);
  const isEager = useBegun() === true || (layout === 'full' && isLinked);
  const [wanted, want] = useWanted(box, isEager);
  const [isReady, setReady] = useState(false);
  const [isHeld, setHeld] = useState(false);
  const [early, setEarly] = useState<Early>();
  const ready = useCallback(() => setReady(true), []);
  useEffect(() => onOffer(view.slug, want), [view.slug, want]);
  useEffect(() => {
    if (!isHeld) return;
    // The click comes after the pointer is up.
    const release = () => setTimeout(() => setHeld(false));
    const ends = ['pointerup', 'pointercancel'] as const;
    for (const end of ends) window.addEventListener(end, release, { once: true });
    return () => {
      for (const end of ends) window.removeEventListener(end, release);
    };
  }, [isHeld]);

  return (
    <div ref={box} className="@container mt-5">
      {isReady ? null : (
        // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: it hears the buttons in the poster, which speak to keys too
        <div
          onPointerDown={() => setHeld(true)}
          onFocus={() => setEarly((now) => now ?? 'focus')}
          onBlur={() => setEarly((now) => (now === 'focus' ? undefined : now))}
          onClick={({ target }) => {
            const button = target instanceof Element ? target.closest('button') : null;
            if (button) setEarly(button.name === 'just' ? 'just' : 'send');
            want();
          }}
        >
          {poster}
        </div>
      )}
      {wanted ? (
        <Suspense fallback={null}>
          <SandboxApp
            view={view}
            layout={layout}
            place={place}
            empty={empty}
            early={early}
            hold={isHeld}
            ready={ready}
          />
        </Suspense>
      ) : null}
    </div>
  );
}

const hasFragment = () => window.location.hash.length > 1;

function listenToAddress(change: () => void): () => void {
  window.addEventListener('hashchange', change);
  return () => window.removeEventListener('hashchange', change);
}
