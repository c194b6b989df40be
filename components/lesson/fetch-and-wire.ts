/** Sends a request from this page to another origin: what `fetch` shows of the answer, and what crossed the wire. */
import { fetchBrief, fetchExchanges, herePath, walletOf } from '@/components/sandbox/brief';
import { fetchJson } from '@/components/ui/fetch-json';
import type { Brief, Exchange } from '@/lib/draft/exchange';
import type { WireLine } from '@/lib/draft/wire-lines';
import type { Draft } from '@/lib/http-auth/draft';

/** A draft with placeholders, and the mode in which the page sends it. */
export interface PageCall {
  readonly name: string;
  readonly mode: 'cors' | 'no-cors';
  /** True if the browser may add its cookies of the other origin. */
  readonly withCookies?: boolean;
  readonly draft: Draft;
}

export interface BothViews {
  /** What the script has of it. */
  readonly script: readonly WireLine[];
  /** What reached the server, in order: perhaps a preflight first. */
  readonly wire: readonly Exchange[];
}

const challenge = 'WWW-Authenticate';

/** Sends `call` to the other origin of this server. Throws an Error whose message is a sentence for the learner. */
export async function callFromPage(
  exercise: string,
  attempt: string,
  { draft, mode, withCookies = false }: PageCall,
  signal: AbortSignal,
): Promise<BothViews> {
  // Beside the requests that are needed first.
  const template = import('@/lib/draft/template');
  const brief = await fetchBrief(exercise, attempt, signal);
  const elsewhere = await secondOrigin(brief, signal);
  const before = new Set((await fetchExchanges(brief, signal)).map(({ id }) => id));
  const { expandDraft } = await template;
  const { method, path, fields } = expandDraft(draft, walletOf(brief));
  // Origin is the browser's to write; it would drop ours without a word.
  const headers = fields.filter(([name]) => name.toLowerCase() !== 'origin').map(([...pair]) => pair);
  const script = await fetch(elsewhere + path, {
    ...{ method, mode, headers, signal },
    credentials: withCookies ? 'include' : 'omit',
    cache: 'no-store',
  }).then(linesOf, (error: unknown) => [
    line('start', '', error instanceof Error ? `${error.name}: ${error.message}` : String(error)),
  ]);
  signal.throwIfAborted();
  const isNew = ({ id, request }: Exchange) => !before.has(id) && request.target.endsWith(path);
  return { script, wire: await loggedSoon(brief, signal, isNew) };
}

/** The address at the other origin that sets toy cookies when a window opens it. Throws as `callFromPage` does. */
export async function toyCookiesAddress(
  exercise: string,
  attempt: string,
  signal: AbortSignal,
): Promise<string> {
  return `${await secondOrigin(await fetchBrief(exercise, attempt, signal), signal)}/toys`;
}

async function secondOrigin(brief: Brief, signal: AbortSignal): Promise<string> {
  const path = `${herePath(brief.urls.resource)}/other-origin`;
  const { resource } = await fetchJson<{ resource: string }>(path, { isLive: true, signal }).catch(() => {
    throw new Error('This server has one origin only, so this page has no other origin to call.');
  });
  return resource;
}

/** What is new in the log, oldest first; it may come a moment after the answer, or, where nothing was sent, never. */
async function loggedSoon(brief: Brief, signal: AbortSignal, isNew: (exchange: Exchange) => boolean) {
  let exchanges: Exchange[] = [];
  for (const pauseMs of [0, 50, 150, 400]) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    exchanges = (await fetchExchanges(brief, signal)).filter(isNew);
    if (exchanges.some(({ request }) => request.method !== 'OPTIONS')) break;
  }
  return exchanges.reverse();
}

const line = (kind: WireLine['kind'], name: string, value: string): WireLine => ({ kind, name, value });

function linesOf({ type, status, headers }: Response): readonly WireLine[] {
  const names = [...headers.keys()];
  return [
    line('field', 'response.type', type),
    line('field', 'response.status', String(status)),
    line('field', 'names in response.headers', names.join(', ') || 'none'),
    line('field', `response.headers.get('${challenge}')`, headers.get(challenge) ?? 'null'),
  ];
}
