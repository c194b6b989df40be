/** How the page talks to the routes around the sandbox: always this origin, whatever name the server has for it. */

import { fetchJson, Unreachable } from '@/components/ui/fetch-json';
import type { Brief, Exchange, ExerciseView, Hint, InitialDraft } from '@/lib/draft/exchange';

/** The path of a URL that the server named; the page asks the origin that it came from itself. */
export function herePath(url: string): string {
  return new URL(url, 'http://doorman.example').pathname;
}

/** What stands for the brief until it comes: its task and its shape, with no address that may be asked. */
export function openingBrief({ slug, title, task, goal }: ExerciseView, opening: InitialDraft): Brief {
  const { draft, wallet } = opening;
  const at = (kind: string) => `/api/${kind}/${slug}/${'*'.repeat(16)}`;
  return {
    ...{ slug, title, task, goal, wallet, start: draft, hints: 0 },
    urls: {
      resource: at('sandbox'),
      exchanges: at('exchanges'),
      relay: at('relay'),
      hints: `${at('briefs')}/hints`,
    },
  };
}

/** The URL of the resource as this page and a terminal beside it reach it. */
export function resourceUrl(brief: Brief): string {
  return window.location.origin + herePath(brief.urls.resource);
}

/** JSON of a route around the sandbox. Throws an Error whose message is a sentence for the learner. */
async function getLive<T>(path: string, signal?: AbortSignal): Promise<T> {
  return fetchJson<T>(path, { isLive: true, ...(signal && { signal }) }).catch((error) => {
    throw error instanceof Unreachable ? new Error(unreachable()) : error;
  });
}

/** Why nothing came at all, in a sentence. */
function unreachable(): string {
  return navigator.onLine
    ? 'The sandbox needs the server, and the server cannot be reached.'
    : 'The sandbox needs the server, and you are offline.';
}

export function fetchBrief(slug: string, attempt: string, signal: AbortSignal): Promise<Brief> {
  return getLive(`/api/briefs/${slug}/${attempt}`, signal);
}

/** What reached the attempt, newest first. */
export function fetchExchanges(brief: Brief, signal?: AbortSignal): Promise<Exchange[]> {
  return getLive(herePath(brief.urls.exchanges), signal);
}

/** One exchange as the log has it: the server answers once it is logged. Rejects where it never is. */
export function fetchExchange(
  { slug, attempt }: { readonly slug: string; readonly attempt: string },
  id: string,
  signal?: AbortSignal,
): Promise<Exchange> {
  return getLive(`/api/exchanges/${slug}/${attempt}/${id}`, signal);
}

export function fetchHint(brief: Brief, tier: number): Promise<Hint> {
  return getLive(`${herePath(brief.urls.hints)}/${tier}`);
}

/** The wallet as drafts use it. */
export function walletOf(brief: Brief): Record<string, string> {
  return Object.fromEntries(brief.wallet.map(({ name, value }) => [name, value]));
}
