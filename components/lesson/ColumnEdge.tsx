'use client';
import { lazy, Suspense, useSyncExternalStore } from 'react';

const ColumnHandle = lazy(() => import('./ColumnHandle'));

// As in lesson.css: on a narrower screen the sandbox stands in the text.
const isBeside = '(min-width: 64rem)';

function onTurn(act: () => void): () => void {
  const query = matchMedia(isBeside);
  query.addEventListener('change', act);
  return () => query.removeEventListener('change', act);
}

/** The edge between text and sandbox, with the handle that moves it; on a narrow screen there is none to load. */
export function ColumnEdge() {
  const hasHandle = useSyncExternalStore(
    onTurn,
    () => matchMedia(isBeside).matches,
    () => false,
  );
  return (
    <div className="column-edge">
      <Suspense fallback={null}>{hasHandle ? <ColumnHandle /> : null}</Suspense>
    </div>
  );
}
