import { takeSent } from '@/lib/early/page-start';

interface FetchOptions {
  readonly signal?: AbortSignal;
  /** Fetched from the server each time, without the browser's credentials, and at most for ten seconds. */
  readonly isLive?: boolean;
}

/** Thrown where no answer came at all; its message is a sentence for the learner. */
export class Unreachable extends Error {
  constructor() {
    super('The server did not answer. Are you still online?');
  }
}

/** Fetches JSON of this site. Throws with a sentence for the learner where none comes. */
export async function fetchJson<T>(path: string, { signal, isLive = false }: FetchOptions = {}): Promise<T> {
  const limits = [signal, isLive ? AbortSignal.timeout(10_000) : undefined].filter(
    (limit) => limit !== undefined,
  );
  const either = AbortSignal.any(limits);
  // The head of the page may have asked for it already.
  const sent = takeSent(path, either)?.response;
  const live: RequestInit = isLive ? { credentials: 'omit', cache: 'no-store' } : {};
  const response = await (sent ?? fetch(path, { ...live, signal: either })).catch(() => {
    throw new Unreachable();
  });
  if (!response.ok) throw new Error(`The server answered ${response.status} for ${path}.`);
  return (await response.json()) as T;
}
