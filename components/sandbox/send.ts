/** Sends a draft, by the browser or by the relay, and brings back what crossed the wire. */

import type { Brief, Exchange } from '@/lib/draft/exchange';
import { filledFields } from '@/lib/draft/fields';
import { relayReasons } from '@/lib/draft/limits';
import { placeRaw } from '@/lib/draft/place-raw';
import { looksSecret } from '@/lib/draft/secrets';
import { takeSent } from '@/lib/early/page-start';
import type { Step } from '@/lib/http-auth/decision';
import type { Draft } from '@/lib/http-auth/draft';
import { fetchExchange, fetchExchanges, herePath, resourceUrl, walletOf } from './brief';

/** An exchange as a page shows it. `seen` is `fetch` until the log tells what crossed the wire, or where it cannot. */
export interface Shown extends Exchange {
  readonly by: 'page' | 'relay' | 'other';
  readonly seen: 'wire' | 'fetch';
  /** The log has not answered yet: what crossed the wire may still take the place of what fetch saw. */
  readonly awaitsLog?: boolean;
}

export type Outcome =
  /** `logged` brings the same exchange as the log has it, or as it was where the log does not answer; it never rejects. */
  | { readonly kind: 'exchange'; readonly exchange: Shown; readonly logged?: Promise<Shown> }
  /** No response came, so there is no status. */
  | {
      readonly kind: 'failed';
      readonly reason: 'cancelled' | 'timeout' | 'network' | 'relay';
      readonly text: string;
    };

const timeoutMs = 15_000;

/** What to send: a draft, or text that is not a draft and can only go through the relay. */
export type Outgoing = { readonly draft: Draft } | { readonly raw: string };

/** What in the parcel looks like somebody's real secret: the middle of a sentence, or undefined. */
export function secretIn(parcel: Outgoing, brief: Brief): string | undefined {
  const draft = 'raw' in parcel ? { method: '', path: parcel.raw, fields: [] } : parcel.draft;
  return looksSecret(draft, Object.values(walletOf(brief)));
}

export interface SendOptions {
  /** Cancels; after 15 seconds the waiting ends by itself. */
  readonly controller: AbortController;
  /** `same-origin` where the exercise is about cookies; elsewhere a challenge would open a login dialog. */
  readonly credentials: RequestCredentials;
  /** Called when the headers of an answer are there; all else waits for what it returns. */
  readonly answered: (response: Response) => Promise<void>;
}

/** Sends and never throws. */
export async function send(parcel: Outgoing, brief: Brief, options: SendOptions): Promise<Outcome> {
  const { controller } = options;
  const timer = setTimeout(() => controller.abort('timeout'), timeoutMs);
  try {
    if ('raw' in parcel || relayReasons(parcel.draft).length)
      return await throughRelay(parcel, brief, controller.signal);
    return await throughBrowser(parcel.draft, brief, options);
  } catch (error) {
    return failure(controller.signal, error);
  } finally {
    clearTimeout(timer);
  }
}

async function throughBrowser(
  draft: Draft,
  brief: Brief,
  { controller: { signal }, credentials, answered }: SendOptions,
): Promise<Outcome> {
  const headers = new Headers();
  for (const [name, value] of filledFields(draft)) headers.append(name, value);
  const path = herePath(brief.urls.resource) + draft.path;
  // The head of the page may have sent it already, before there was anybody to adopt the answer.
  const sent = takeSent(path, signal);
  const began = sent?.began ?? performance.now();
  const response = await (sent?.response ??
    fetch(path, {
      method: draft.method,
      headers,
      // Bytes: text would make the browser add a Content-Type that nobody typed.
      body: draft.body ? new TextEncoder().encode(draft.body) : null,
      credentials,
      cache: 'no-store',
      redirect: 'manual',
      signal,
    }));
  const shown = answered(response);
  const body = await response.text();
  const milliseconds = Math.round((performance.now() - began) * 10) / 10;
  await shown;
  const seen = asFetchSaw({ draft, brief, response, body, milliseconds });
  const logged = findLogged(brief, response, began).then(
    (exchange): Shown =>
      exchange ? { ...exchange, response: { ...exchange.response, body }, by: 'page', seen: 'wire' } : seen,
  );
  // A redirect is opaque to a page: the log alone knows its status.
  if (response.type === 'opaqueredirect') return { kind: 'exchange', exchange: await logged };
  return { kind: 'exchange', exchange: { ...seen, awaitsLog: true }, logged };
}

/** The same exchange as the log has it; undefined where that does not tell. */
async function findLogged(brief: Brief, response: Response, began: number): Promise<Exchange | undefined> {
  const id = response.headers.get('Doorman-Exchange');
  const [, , , slug = '', attempt = ''] = herePath(brief.urls.exchanges).split('/');
  if (id) return fetchExchange({ slug, attempt }, id).catch(() => undefined);
  if (response.type !== 'opaqueredirect') return undefined;
  // Nothing of a redirect can be read, so it is looked for: it is logged just after the answer has left.
  const since = performance.timeOrigin + began - 1000;
  for (const pauseMs of [0, 50, 150, 400]) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const log = await fetchExchanges(brief).catch(() => []);
    const redirect = log.find((exchange) => isRedirectSince(exchange, since));
    if (redirect) return redirect;
  }
  return undefined;
}

/** A redirect is opaque to a page: the log alone knows its status. */
function isRedirectSince({ at, response }: Exchange, since: number): boolean {
  return response.status >= 300 && response.status < 400 && Date.parse(at) >= since;
}

interface Fetched {
  readonly draft: Draft;
  readonly brief: Brief;
  readonly response: Response;
  readonly body: string;
  readonly milliseconds: number;
}

function asFetchSaw({ draft, brief, response, body, milliseconds }: Fetched): Shown {
  const { solved, trace } = problemOf(body);
  return {
    id: response.headers.get('Doorman-Exchange') ?? `fetch-${globalThis.doorman.newAttempt()}`,
    at: new Date().toISOString(),
    client: 'this page',
    request: {
      method: draft.method,
      target: new URL(resourceUrl(brief)).pathname + draft.path,
      fields: filledFields(draft),
      body: draft.body ?? '',
    },
    response: { status: response.status, reason: response.statusText, fields: [...response.headers], body },
    trace,
    solved,
    milliseconds,
    by: 'page',
    seen: 'fetch',
  };
}

function problemOf(body: string): { solved: boolean; trace: readonly Step[] } {
  try {
    const { solved, trace } = JSON.parse(body) as { solved?: unknown; trace?: unknown };
    return { solved: solved === true, trace: Array.isArray(trace) ? (trace as Step[]) : [] };
  } catch {
    return { solved: false, trace: [] };
  }
}

async function throughRelay(parcel: Outgoing, brief: Brief, signal: AbortSignal): Promise<Outcome> {
  const response = await fetch(herePath(brief.urls.relay), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(
      'raw' in parcel
        ? { raw: placeRaw(parcel.raw, { base: herePath(brief.urls.resource) }) }
        : { ...parcel.draft, fields: filledFields(parcel.draft) },
    ),
    credentials: 'omit',
    cache: 'no-store',
    signal,
  });
  const answer: unknown = await response.json();
  if (response.ok)
    return { kind: 'exchange', exchange: { ...(answer as Exchange), by: 'relay', seen: 'wire' } };
  const detail = (answer as { detail?: unknown }).detail;
  return {
    kind: 'failed',
    reason: 'relay',
    text: typeof detail === 'string' ? detail : 'It gave no reason.',
  };
}

function failure(signal: AbortSignal, error: unknown): Outcome {
  if (signal.reason === 'timeout') {
    return { kind: 'failed', reason: 'timeout', text: 'No response came within 15 seconds.' };
  }
  if (signal.aborted)
    return { kind: 'failed', reason: 'cancelled', text: 'You cancelled it before a response came.' };
  return { kind: 'failed', reason: 'network', text: error instanceof Error ? error.message : String(error) };
}
