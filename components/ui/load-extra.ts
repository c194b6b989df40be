/** Loads what a page can do without, and uses it. Where it does not come, without a network say, nothing happens. */
export function loadExtra<T>(loading: Promise<T>, use: (loaded: T) => void): void {
  loading.then(use, () => undefined);
}
