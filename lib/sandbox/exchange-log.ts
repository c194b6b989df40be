/** What reached an attempt lately, for the page, a second screen and terminals. */

import type { Exchange } from '@/lib/draft/exchange';
import type { Step } from '@/lib/http-auth/decision';
import type { Field } from '@/lib/http-auth/message';
import { currentStore } from '@/lib/store/current';
import { type Entry, isStoreUnavailable } from '@/lib/store/store';
import { jsonWithTrace } from './trace-json';

/** What names an attempt: the exercise, and the id in its address. */
export interface AttemptKey {
  readonly slug: string;
  readonly id: string;
}

const listName = ({ slug, id }: AttemptKey) => `exchanges:${slug}:${id}`;
const bodyKept = 4096;

/** An exchange as the log has it: bodies are cut at 4 KiB. */
export function keptOf(exchange: Exchange): Exchange {
  const { request, response } = exchange;
  return {
    ...exchange,
    request: { ...request, body: cut(request.body) },
    response: { ...response, body: cut(response.body) },
  };
}

/**
 * Appends an exchange to its attempt's log, paid by the address `owner`; bodies are cut at 4 KiB. Where the store is away
 * it is lost.
 */
export function logExchange(attempt: AttemptKey, exchange: Exchange, owner?: string): Promise<void> {
  return append(attempt, textOf(exchange), owner);
}

/** An exchange that is put together when somebody reads it, and the length of its text (`lengthOfText`). */
export interface Unread {
  readonly length: number;
  readonly make: () => Exchange;
}

/** The same for an exchange that few will read: most are pushed out of the log before anybody asks for them. */
export function logLater(attempt: AttemptKey, unread: Unread, owner?: string): Promise<void> {
  const entry = new UnreadEntry(unread);
  // The text of a long one is cut, and takes less memory than what it is made of.
  return append(attempt, unread.length > longest ? String(entry) : entry, owner);
}

/** About how long the text of an exchange is: what is sent is counted, the names of members are estimated. */
export function lengthOfText(parts: {
  readonly fields: readonly Field[];
  readonly trace: readonly Step[];
  readonly bodies: number;
}): number {
  let length = 1_000 + 1.1 * parts.bodies;
  for (const [name, value] of parts.fields) length += 6 + name.length + value.length;
  for (const { saw, expected = '' } of parts.trace) length += 135 + saw.length + expected.length;
  return Math.round(length);
}

const longest = 4 * bodyKept;

class UnreadEntry implements Entry {
  readonly length: number;
  #make: (() => Exchange) | undefined;
  #text = '';

  constructor({ length, make }: Unread) {
    this.length = length;
    this.#make = make;
  }

  toString(): string {
    if (this.#make) this.#text = textOf(this.#make());
    this.#make = undefined;
    return this.#text;
  }
}

function textOf(exchange: Exchange): string {
  const { trace, ...rest } = keptOf(exchange);
  return jsonWithTrace(rest, trace);
}

async function append(attempt: AttemptKey, entry: Entry, owner: string | undefined): Promise<void> {
  try {
    await currentStore().append(listName(attempt), entry, owner);
  } catch (error) {
    if (!isStoreUnavailable(error)) throw error;
  }
}

/** The latest exchanges of an attempt, newest first, each as JSON text. Rejects where the store is away. */
export function latestExchanges(attempt: AttemptKey): Promise<string[]> {
  return currentStore().latest(listName(attempt));
}

/**
 * The exchange `exchangeId` of an attempt as JSON text, as soon as it is logged; undefined where it is not within
 * `timeoutMs`, or where `signal` aborts. Rejects where the store is away.
 */
export async function exchangeOnceLogged(
  attempt: AttemptKey,
  exchangeId: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  const isIt = (json: string) => (JSON.parse(json) as Exchange).id === exchangeId;
  let stop = () => {};
  // Listening begins before the log is read: what is logged in between is not missed.
  const later = new Promise<string | undefined>((resolve) => {
    const unlisten = listenToExchanges(attempt, (json) => isIt(json) && resolve(json));
    const timer = setTimeout(resolve, timeoutMs, undefined);
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
    stop = () => {
      unlisten();
      clearTimeout(timer);
    };
  });
  try {
    return (await latestExchanges(attempt)).find(isIt) ?? (await later);
  } finally {
    stop();
  }
}

/** Calls `listener` with the JSON text of each exchange from now on; returns the way to stop. */
export function listenToExchanges(attempt: AttemptKey, listener: (json: string) => void): () => void {
  return currentStore().listen(listName(attempt), listener);
}

function cut(body: string): string {
  return body.length > bodyKept ? `${body.slice(0, bodyKept)}…` : body;
}
