/** How often the store of this process failed; asked by whoever watches the server. */

// Routes are bundled apart from instrumentation, so the two meet on globalThis.
const key = Symbol.for('doorman.store-errors');
type Shared = typeof globalThis & { [key]?: number };

export function noteStoreError(): void {
  const shared = globalThis as Shared;
  shared[key] = storeErrors() + 1;
}

/** Failures since the start of the process. */
export function storeErrors(): number {
  return (globalThis as Shared)[key] ?? 0;
}
