'use client';
import { lazy, Suspense, useEffect, useState } from 'react';

const UpdateOffer = lazy(() => import('./UpdateOffer'));

/** Has the pages kept for a time without a network, once this one is loaded and idle, and offers newer ones. */
export function OfflineCopy({ version }: { version: string }) {
  const [offer, setOffer] = useState<{ accept: () => void }>();
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production') return;
    const begin = () => {
      // Refused by the browser, or without a network right now: the next visit tries again.
      import('./keep-offline').then(({ keepOffline }) => keepOffline(version, setOffer)).catch(() => {});
    };
    if (document.readyState === 'complete') begin();
    else window.addEventListener('load', begin, { once: true });
    return () => window.removeEventListener('load', begin);
  }, [version]);
  // There before it says something, so that screen readers hear it begin to.
  return (
    <div role="status">
      {offer ? (
        <Suspense>
          <UpdateOffer accept={offer.accept} dismiss={() => setOffer(undefined)} />
        </Suspense>
      ) : null}
    </div>
  );
}
