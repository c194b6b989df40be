/** The live exchange of the home page: three requests to the real server, and what crossed the wire. */
import { utf8Octets } from '@/lib/http-auth/draft';
import type { Field } from '@/lib/http-auth/message';
import { exerciseProgress, recordAttempt, recordExchange } from '@/lib/progress/record';
import type { Brief, Exchange } from '@/lib/sandbox/exchange';

/** `knock` presents nothing, `answer` presents Ada, `vault` presents Grace to a door that is not hers. */
export type Scene = 'knock' | 'answer' | 'vault';

const doors = {
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

const place = 'home';

/** The attempt of this page at an exercise; a new one where there is none. */
function attemptAt(exercise: string): string {
  const known = exerciseProgress(exercise, place).attempt;
  if (known) return known;
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
  const attempt = Array.from(
    crypto.getRandomValues(new Uint8Array(16)),
    (byte) => letters[byte % letters.length],
  ).join('');
  recordAttempt(exercise, place, attempt);
  return attempt;
}

async function getJson<T>(path: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(path, { signal, credentials: 'omit', cache: 'no-store' });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json() as Promise<T>;
}

/** Puts the request of a scene together, with the wallet of its attempt. Throws where the server is not reached. */
export async function prepare(scene: Scene, signal: AbortSignal): Promise<Request> {
  const door = doors[scene];
  const { exercise, path } = door;
  const attempt = attemptAt(exercise);
  const request = { scene, exercise, attempt, target: `/api/sandbox/${exercise}/${attempt}${path}` };
  if (!('username' in door)) return request;

  const { wallet } = await getJson<Brief>(`/api/briefs/${exercise}/${attempt}`, signal);
  const held = (name: string) => wallet.find((entry) => entry.name === name)?.value ?? '';
  const username = held(door.username);
  const password = held(door.password);
  const value = `Basic ${btoa(utf8Octets(`${username}:${password}`))}`;
  return { ...request, credentials: { value, username, password } };
}

/**
 * Sends the request and reads back what crossed the wire. Throws where no answer came. Nothing is sent with
 * `credentials`, so that the browser never opens a dialog of its own.
 */
export async function send(request: Request, signal: AbortSignal): Promise<Answered> {
  const { exercise, attempt, target, credentials } = request;
  const response = await fetch(target, {
    signal,
    credentials: 'omit',
    cache: 'no-store',
    ...(credentials ? { headers: { Authorization: credentials.value } } : {}),
  });
  const body = await response.text();
  const id = response.headers.get('Doorman-Exchange');
  const logged = await readBack(`/api/exchanges/${exercise}/${attempt}`, id, signal);
  const exchange = logged ?? asSeenHere(request, response, body);
  recordExchange(exercise, place, { status: exchange.response.status, solved: exchange.solved });
  return { exchange, message: messageIn(body) };
}

/** The exchange as the server logged it; the log is written just after the answer, so it is asked a few times. */
async function readBack(path: string, id: string | null, signal: AbortSignal): Promise<Exchange | undefined> {
  for (const pause of [0, 60, 150, 400]) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const exchanges = await getJson<Exchange[]>(path, signal).catch(() => []);
    const found = exchanges.find((exchange) => exchange.id === id);
    if (found) return found;
  }
  return undefined;
}

/** What the page itself can see, where the log cannot be read. */
function asSeenHere({ target, credentials }: Request, response: Response, body: string): Exchange {
  const sent: Field[] = [['Host', window.location.host]];
  if (credentials) sent.push(['Authorization', credentials.value]);
  return {
    id: '',
    at: new Date().toISOString(),
    client: '',
    request: { method: 'GET', target, fields: sent, body: '' },
    response: { status: response.status, reason: response.statusText, fields: [...response.headers], body },
    trace: [],
    solved: response.ok,
    milliseconds: 0,
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
