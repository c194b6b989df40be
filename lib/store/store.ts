/** What must outlive one request: uses of things that may be used once, and lists that others listen to. */
export interface Store {
  /** True the first time that `id` is seen, false until `until` has passed. */
  firstUse(id: string, until: Date): Promise<boolean>;
  /** Puts `entry` at the head of the list called `name` and tells its listeners. Old entries fall off. */
  append(name: string, entry: string): Promise<void>;
  /** The entries of a list, newest first; empty where there is none. */
  latest(name: string): Promise<string[]>;
  /** Calls `listener` with each entry appended from now on, until the function that it returns is called. */
  listen(name: string, listener: (entry: string) => void): () => void;
}
