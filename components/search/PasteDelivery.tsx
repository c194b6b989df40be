import { usePathname } from 'next/navigation';
import { useLayoutEffect } from 'react';
import { deliverPaste, diagnosis } from './paste';

/** Delivers the text before the effects of the page that waits for it run. */
export function PasteDelivery() {
  const path = usePathname();
  useLayoutEffect(() => {
    if (path === diagnosis) deliverPaste();
  }, [path]);
  return null;
}
