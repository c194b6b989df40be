/** Values of which a process has one, however often a module is bundled. */

/**
 * A function that gives the value called `name`, which `make` made the first time that any bundle of this process asked.
 * Routes, instrumentation and server are bundled apart, so they meet on globalThis.
 */
export function processWide<T>(name: string, make: () => T): () => T {
  const key = Symbol.for(`doorman.${name}`);
  const shared = globalThis as { [name: symbol]: T | undefined };
  return () => {
    const value = shared[key] ?? make();
    shared[key] = value;
    return value;
  };
}
