/**
 * An entry of a list: a text, or what becomes one where somebody reads it, always the same. `length` is that of the text in
 * characters; of one that is not made yet about that.
 */
export interface Entry {
  readonly length: number;
  toString(): string;
}

/** What must outlive one request: uses of things that may be used once, and lists that others listen to. */
export interface Store {
  /** True the first time that `id` is seen, false until `until` has passed. */
  firstUse(id: string, until: Date): Promise<boolean>;
  /** True where `count` is higher than every count given before under `id`; forgotten after `until`. */
  higher(id: string, count: number, until: Date): Promise<boolean>;
  /**
   * Keeps `text` under `id` until `until`, or less long where room is short. `owner` is the address that pays for it, so
   * that who writes too much pushes out what is theirs, and nobody else's.
   */
  put(id: string, text: string, until: Date, owner?: string): Promise<void>;
  /** What is kept under `id`, or undefined. */
  get(id: string): Promise<string | undefined>;
  /** Puts `entry` at the head of the list called `name` and tells its listeners. Old entries fall off. `owner` as above. */
  append(name: string, entry: Entry, owner?: string): Promise<void>;
  /** The entries of a list, newest first; empty where there is none. */
  latest(name: string): Promise<string[]>;
  /**
   * Calls `listener` with each entry appended from now on, until the function that it returns is called.
   * Where the store is away, what is appended meanwhile is not heard.
   */
  listen(name: string, listener: (entry: string) => void): () => void;
  /** Resolves where the store can be asked now; rejects with StoreUnavailable where it cannot. */
  check(): Promise<void>;
  /** What is wrong though the store answers, in a sentence for who runs the server; undefined where all is well. */
  trouble?(): string | undefined;
}

/** How many entries a list keeps, how many octets of memory, and for how many milliseconds after the last entry. */
export const listLimits = { entries: 40, octets: 1024 * 1024, life: 4 * 3_600_000 };

/** A store that cannot be asked now. Every method but `listen` may reject with it, and never answers by guess. */
export class StoreUnavailable extends Error {
  constructor(options?: ErrorOptions) {
    super('The store does not answer', options);
    this.name = 'StoreUnavailable';
  }
}

/** True for a StoreUnavailable, also for one of another bundle, where `instanceof` would not know the class. */
export function isStoreUnavailable(error: unknown): boolean {
  return error instanceof Error && error.name === 'StoreUnavailable';
}
