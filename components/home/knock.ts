/** The live exchange of the home page: three requests to the real server, and what crossed the wire. */

import { fetchBrief, fetchExchange } from '@/components/sandbox/brief';
import type { Exchange } from '@/lib/draft/exchange';
import { showStatusFirst, takeSent } from '@/lib/early/page-start';
import { utf8Octets } from '@/lib/http-auth/draft';
import type { Field } from '@/lib/http-auth/message';

/** `knock` presents nothing, `answer` presents Ada, `vault` presents Grace to a resource that is not hers. */
export type Scene = 'knock' | 'answer' | 'vault';

const resources = {
  knock: { exercise: 'first-401', path: '/' },
  answer: { exercise: 'first-401', path: '/', username: 'username', password: 'password' },
  vault: { exercise: 'first-403', path: '/vault', username: 'grace-username', password: 'grace-password' },
} as const;

/** A request that is ready to be sent. */
export interface Request {
  readonly scene: Scene;
  readonly exercise: string;
  readonly attempt: string;
  readonly target: string;
  /** What the Authorization line says, and of which it was made. */
  readonly credentials?: { readonly value: string; readonly username: string; readonly password: string };
}

/** An exchange, and the sentence that the resource said in its content, where it said one. */
export interface Answered {
  readonly exchange: Exchange;
  readonly message: string | undefined;
}

/** The home page has attempts of its own, which end with the page: no exercise arrives solved because somebody knocked. */
export const homePlace = 'home';
const attempts = new Map<string, string>();

function attemptAt(exercise: string): string {
  const attempt = attempts.get(exercise) ?? globalThis.doorman.takeAttempt(exercise, homePlace);
  attempts.set(exercise, attempt);
  return attempt;
}

/** The request of a scene that presents nothing, so that nothing has to be asked for first; else undefined. */
export function requestAtOnce(scene: Scene): Request | undefined {
  return 'username' in resources[scene] ? undefined : bareRequest(scene);
}

function bareRequest(scene: Scene): Request {
  const { exercise, path } = resources[scene];
  const attempt = attemptAt(exercise);
  return { scene, exercise, attempt, target: `/api/sandbox/${exercise}/${attempt}${path}` };
}

/** Puts the request of a scene together, with the wallet of its attempt. Throws where the server is not reached. */
export async function prepare(scene: Scene, signal: AbortSignal): Promise<Request> {
  const resource = resources[scene];
  const request = bareRequest(scene);
  if (!('username' in resource)) return request;

  const { exercise, attempt } = request;
  const { wallet } = await fetchBrief(exercise, attempt, signal);
  const entryOf = (name: string) => wallet.find((entry) => entry.name === name)?.value ?? '';
  const username = entryOf(resource.username);
  const password = entryOf(resource.password);
  const value = `Basic ${btoa(utf8Octets(`${username}:${password}`))}`;
  return { ...request, credentials: { value, username, password } };
}

/**
 * Sends the request and reads what `fetch` sees of the answer. Throws where no answer came. Nothing is sent with
 * `credentials`, so that the browser never opens a dialog of its own.
 */
export async function send(request: Request, signal: AbortSignal): Promise<Answered> {
  const { target, credentials } = request;
  // The head of the page may have sent it already, before there was anybody to adopt the answer.
  const sent = takeSent(target, signal);
  const began = sent?.began ?? performance.now();
  const response = await (sent?.response ??
    fetch(target, {
      signal,
      credentials: 'omit',
      cache: 'no-store',
      ...(credentials ? { headers: { Authorization: credentials.value } } : {}),
    }));
  const shown = showStatusFirst('first-401', homePlace, response);
  const body = await response.text();
  const milliseconds = Math.round(performance.now() - began);
  await shown;
  return { exchange: asFetchSaw({ request, response, body, milliseconds }), message: messageIn(body) };
}

/** The exchange as it crossed the wire, from the log; undefined where that does not tell. */
export function readLogged(
  { exercise, attempt }: Request,
  { id }: Exchange,
  signal: AbortSignal,
): Promise<Exchange | undefined> {
  return fetchExchange({ slug: exercise, attempt }, id, signal).catch(() => undefined);
}

interface Fetched {
  readonly request: Request;
  readonly response: Response;
  readonly body: string;
  readonly milliseconds: number;
}

function asFetchSaw({ request, response, body, milliseconds }: Fetched): Exchange {
  const { target, credentials } = request;
  const sent: Field[] = [
    ['Host', window.location.host],
    // What fetch adds where nobody names another (Fetch §4.1).
    ['Accept', '*/*'],
  ];
  if (credentials) sent.push(['Authorization', credentials.value]);
  return {
    id: response.headers.get('Doorman-Exchange') ?? '',
    at: new Date().toISOString(),
    client: '',
    request: { method: 'GET', target, fields: sent, body: '' },
    response: { status: response.status, reason: response.statusText, fields: [...response.headers], body },
    trace: [],
    solved: response.ok,
    milliseconds,
  };
}

function messageIn(body: string): string | undefined {
  try {
    const content: unknown = JSON.parse(body);
    if (typeof content !== 'object' || content === null || !('message' in content)) return undefined;
    return typeof content.message === 'string' ? content.message : undefined;
  } catch {
    return undefined;
  }
}
