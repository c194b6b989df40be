'use client';
import { lazy, Suspense, useEffect, useState } from 'react';

const UpdateOffer = lazy(() => import('./UpdateOffer'));

/** How long after the page has loaded it leaves the network to the reader, in milliseconds. */
const afterLoad = 10_000;

/** Has the pages kept for a time without a network, some time after this one has loaded, and offers newer ones. */
export function OfflineCopy({ version }: { version: string }) {
  const [offer, setOffer] = useState<{ accept: () => void }>();
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production') return;
    const begin = () => {
      // Refused by the browser, or without a network right now: the next visit tries again.
      import('./keep-offline').then(({ keepOffline }) => keepOffline(version, setOffer)).catch(() => {});
    };
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      timer = setTimeout(begin, afterLoad);
    };
    if (document.readyState === 'complete') wait();
    else window.addEventListener('load', wait, { once: true });
    return () => {
      window.removeEventListener('load', wait);
      clearTimeout(timer);
    };
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
