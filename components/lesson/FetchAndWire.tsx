'use client';
import { lazy } from 'react';

// One lesson has it; the others do not load it.
const FetchAndWireTool = lazy(() => import('./FetchAndWireTool'));

/** A request of the page, and the same exchange twice: as the script has it, and as it crossed the wire. */
export function FetchAndWire(props: import('./FetchAndWireTool').FetchAndWireProps) {
  return <FetchAndWireTool {...props} />;
}
