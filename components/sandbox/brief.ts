/** How the page talks to the routes around the sandbox: always this origin, whatever name the server has for it. */

import type { Brief, Exchange, ExerciseView, Hint, Opening } from '@/lib/draft/exchange';
import { takeSent } from '@/lib/start/page-start';

/** The path of a URL that the server named; the page asks the origin that it came from itself. */
export function herePath(url: string): string {
  return new URL(url, 'http://doorman.example').pathname;
}

/** What stands for the brief until it comes: its task and its shape, with no address that may be asked. */
export function openingBrief({ slug, title, task, goal }: ExerciseView, opening: Opening): Brief {
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

/** JSON of one of our own routes. Throws an Error whose message is a sentence for the learner. */
async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const limit = AbortSignal.timeout(10_000);
  const either = signal ? AbortSignal.any([signal, limit]) : limit;
  const sent = takeSent(path, either)?.response;
  const response = await (
    sent ?? fetch(path, { credentials: 'omit', cache: 'no-store', signal: either })
  ).catch(() => {
    throw new Error(unreachable());
  });
  if (!response.ok) throw new Error(`The server answered ${response.status} for ${path}.`);
  return (await response.json()) as T;
}

/** Why nothing came at all, in a sentence. */
function unreachable(): string {
  return navigator.onLine
    ? 'The sandbox needs the server, and the server cannot be reached.'
    : 'The sandbox needs the server, and you are offline.';
}

export function fetchBrief(slug: string, attempt: string, signal: AbortSignal): Promise<Brief> {
  return getJson(`/api/briefs/${slug}/${attempt}`, signal);
}

/** What reached the attempt, newest first. */
export function fetchExchanges(brief: Brief, signal?: AbortSignal): Promise<Exchange[]> {
  return getJson(herePath(brief.urls.exchanges), signal);
}

export function fetchHint(brief: Brief, tier: number): Promise<Hint> {
  return getJson(`${herePath(brief.urls.hints)}/${tier}`);
}

/** The wallet as drafts use it. */
export function walletOf(brief: Brief): Record<string, string> {
  return Object.fromEntries(brief.wallet.map(({ name, value }) => [name, value]));
}
