/** How often the store of this process failed; asked by whoever watches the server. */

import { processWide } from '@/lib/process-wide';

const errors = processWide('store-errors', () => ({ count: 0 }));

/** Counts one failure of the store. */
export function noteStoreError(): void {
  errors().count += 1;
}

/** Failures since the start of the process. */
export function storeErrors(): number {
  return errors().count;
}
