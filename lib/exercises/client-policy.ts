/** A client that follows a written policy, in rounds: all that it sends in a round is on the way at the same time. */
import { decide, type Resource } from '@/lib/http-auth/decide';
import { draftMessage } from '@/lib/http-auth/draft';
import { param } from '@/lib/http-auth/grammar';
import type { Env } from '@/lib/http-auth/scheme';
import { authorization, get } from './drafts';
import type { SwiftServer } from './swift-tokens';
import { asClient, form } from './token-drafts';

/** What a client does about refusals. The first value of each is what careless code does. */
export const policyChoices = {
  /** Who renews: each refused call for itself, or the calls of a tab together. */
  renewals: ['each', 'shared'],
  /** How often a refused call is sent again. */
  repeat: ['forever', 'once', 'never'],
  'after-403': ['renew', 'stop'],
  /** What the tabs of one browser know of each other: nothing, the new tokens, or who is renewing just now. */
  tabs: ['alone', 'tell', 'lock'],
  /** What follows if the token endpoint refuses. */
  'refused-renewal': ['renew', 'sign-in'],
} as const;

export type ClientPolicy = { readonly [N in keyof typeof policyChoices]: (typeof policyChoices)[N][number] };

/** What was tried: calls by path for each tab, and the refresh token that all tabs have. */
export interface Trial {
  readonly tabs: readonly (readonly Path[])[];
  readonly access: string;
  readonly refresh: string;
}
type Path = keyof SwiftServer['resources'];

export interface TrialResult {
  /** One line for each tab and round: what was sent, and what came. */
  readonly log: readonly string[];
  readonly renewals: number;
  /** How often a refresh token came that was used before. */
  readonly reuses: number;
  /** How often the call that was repeated most was sent again. */
  readonly repeats: number;
  /** Renewals that a 403 started. */
  readonly forForbidden: number;
  /** Calls of what Ada may read that did not get 200. */
  readonly lost: number;
  /** The client was still sending when it was stopped. */
  readonly loops: boolean;
  readonly signsIn: boolean;
}

/** After so many rounds a client that still sends is stopped. */
const mostRounds = 12;
const mostRequests = 240;
const laterRound = 4;

interface Call {
  readonly path: Path;
  state: 'later' | 'ready' | 'waits' | 'done';
  status: number;
  sent: number;
  /** The access token that was refused. */
  used: string;
  forbidden: boolean;
}

interface Tab {
  readonly name: string;
  readonly calls: readonly Call[];
  access: string;
  refresh: string;
  signsIn: boolean;
}

/** Tries `policy` against the server. Uses of tokens are kept for this trial alone. */
export async function tryPolicy(
  policy: ClientPolicy,
  server: SwiftServer,
  { tabs: paths, access, refresh }: Trial,
  outer: Env,
): Promise<TrialResult> {
  const env = trialEnv(outer);
  const tabs = paths.map((list, index): Tab => {
    const calls = list.map(
      // The book comes later, when the new token is there: so a 403 meets a call that was not repeated.
      (path): Call => ({
        path,
        state: path === '/books' ? 'later' : 'ready',
        status: 0,
        sent: 0,
        used: '',
        forbidden: false,
      }),
    );
    return { name: `tab ${index + 1}`, calls, access, refresh, signsIn: false };
  });
  const sums = { renewals: 0, reuses: 0, forForbidden: 0, requests: 0 };
  const trial: Running = { policy, server, env, tabs, sums, log: [], round: 0 };
  const { log } = trial;

  while (trial.round < mostRounds && sums.requests < mostRequests && tabs.some(isBusy)) {
    trial.round += 1;
    if (trial.round === laterRound) beginLater(tabs);
    // What is renewed in this round is decided before anything of it comes back.
    const renewing = tabs.map((tab) => ({ tab, renewals: renewalsOf(policy, tab, tabs) }));
    for (const tab of tabs) await sendCalls(tab, trial);
    const refused: Tab[] = [];
    for (const { tab, renewals } of renewing) if (await isRefused(tab, renewals, trial)) refused.push(tab);
    if (policy['refused-renewal'] === 'sign-in' && refused.length) {
      signIn(policy.tabs === 'alone' ? refused : tabs, trial);
    }
  }
  const loops = tabs.some(isBusy);
  if (loops) log.push(`stopped after ${sums.requests} requests: the client still sends`);
  const calls = tabs.flatMap((tab) => tab.calls);
  return {
    log,
    ...sums,
    repeats: Math.max(0, ...calls.map(({ sent }) => sent - 1)),
    lost: calls.filter(({ path, status }) => path === '/orders' && status !== 200).length,
    loops,
    signsIn: tabs.every(({ signsIn }) => signsIn),
  };
}

interface Sums {
  renewals: number;
  reuses: number;
  forForbidden: number;
  requests: number;
}

/** A trial on its way. */
interface Running {
  readonly policy: ClientPolicy;
  readonly server: SwiftServer;
  readonly env: Env;
  readonly tabs: readonly Tab[];
  readonly sums: Sums;
  readonly log: string[];
  round: number;
}

interface Renewal {
  readonly token: string;
  readonly forbidden: boolean;
}

function beginLater(tabs: readonly Tab[]): void {
  for (const { calls } of tabs) {
    for (const call of calls) if (call.state === 'later') call.state = 'ready';
  }
}

function isBusy({ calls, signsIn }: Tab): boolean {
  return !signsIn && calls.some(({ state }) => state !== 'done');
}

/** The renewals that a tab starts in a round, all with the refresh token that it has now. */
function renewalsOf(
  { renewals, tabs: across }: ClientPolicy,
  tab: Tab,
  tabs: readonly Tab[],
): readonly Renewal[] {
  if (tab.signsIn) return [];
  const waiting = tab.calls.filter(({ state }) => state === 'waits');
  if (!waiting.length) return [];
  // With a lock one tab renews, and the others wait for what it brings.
  const first = tabs.find((other) => !other.signsIn && other.calls.some(({ state }) => state === 'waits'));
  if (across === 'lock' && first !== tab) return [];
  const list = waiting.map(({ forbidden }) => ({ token: tab.refresh, forbidden }));
  return renewals === 'each' ? list : list.slice(0, 1);
}

async function sendCalls(tab: Tab, { policy, server, env, round, log, sums }: Running): Promise<void> {
  if (tab.signsIn) return;
  const ready = tab.calls.filter(({ state }) => state === 'ready');
  const came: string[] = [];
  for (const call of ready) {
    if (sums.requests >= mostRequests) break;
    sums.requests += 1;
    call.sent += 1;
    call.used = tab.access;
    const { status, error } = await answerTo(server.resources[call.path], call.path, tab.access, env);
    came.push(error ? `${status} ${error}` : `${status}`);
    call.status = status;
    const renews =
      (status === 401 && error === 'invalid_token') || (status === 403 && policy['after-403'] === 'renew');
    const again = policy.repeat === 'forever' || (policy.repeat === 'once' && call.sent === 1);
    call.state = renews && again ? 'waits' : 'done';
    call.forbidden = status === 403;
  }
  // The one that comes later is named, since the first round has one call less than there are.
  const named = ready.every(({ path }) => path === '/books') ? ' /books' : '';
  if (came.length) log.push(`round ${round}: ${tab.name} sends${named} ${counted(came)}`);
}

async function answerTo(resource: Resource, path: string, token: string, env: Env) {
  const message = { ...draftMessage(get(path, authorization(`Bearer ${token}`)), ''), target: path };
  const decision = await decide(message, resource, env);
  const [challenge] = 'challenges' in decision ? decision.challenges : [];
  return { status: decision.status, error: challenge && param(challenge, 'error') };
}

/** Sends the renewals of a tab. True where none of them brought tokens. */
async function isRefused(tab: Tab, renewals: readonly Renewal[], trial: Running): Promise<boolean> {
  const { policy, tabs, server, env, round, log, sums } = trial;
  const { tabs: across } = policy;
  const came: string[] = [];
  let brought: { access: string; refresh: string } | undefined;
  for (const { token, forbidden } of renewals) {
    if (sums.requests >= mostRequests) break;
    sums.requests += 1;
    sums.renewals += 1;
    if (forbidden) sums.forForbidden += 1;
    const { status, content, trace } = await server.endpoint({
      message: renewal(server, token),
      env,
      resource: '',
    });
    const isReuse = trace.some(({ saw }) => saw.startsWith('a refresh token that was used before'));
    if (isReuse) sums.reuses += 1;
    came.push(status === 200 ? '200' : `${status} ${content.error}${isReuse ? ', reuse detected' : ''}`);
    if (status === 200)
      brought = { access: String(content.access_token), refresh: String(content.refresh_token) };
  }
  if (came.length) log.push(`round ${round}: ${tab.name} renews ${counted(came)}`);
  if (brought) {
    // A tab that is alone tells nobody; the others hear of it after what they have sent already.
    for (const other of across === 'alone' ? [tab] : tabs) Object.assign(other, brought);
  }
  for (const other of tabs) {
    const isConcerned = other === tab ? came.length > 0 : brought !== undefined && across !== 'alone';
    if (!isConcerned) continue;
    for (const call of other.calls)
      if (call.state === 'waits' && other.access !== call.used) call.state = 'ready';
  }
  return came.length > 0 && brought === undefined;
}

function signIn(tabs: readonly Tab[], { log, round }: Running): void {
  for (const tab of tabs) {
    if (tab.signsIn) continue;
    tab.signsIn = true;
    log.push(`round ${round}: ${tab.name} stops, and asks for a sign-in`);
  }
}

function renewal({ client }: SwiftServer, token: string) {
  const wallet = { 'client-id': client.id, 'client-secret': client.secret };
  const values = { grant_type: 'refresh_token', refresh_token: token };
  return draftMessage(form('/token', values, asClient(wallet)), '');
}

/** `50 calls: 48 × 401, 2 × 403` without the noun: how many, and what came how often. */
function counted(came: readonly string[]): string {
  const kinds = [...new Set(came)].map(
    (kind) => `${came.filter((other) => other === kind).length} × ${kind}`,
  );
  return `${came.length === 1 ? 'once' : `${came.length} times`}: ${kinds.join(', ')}`;
}

/** The same clock and randomness, and a memory that ends with the trial. */
function trialEnv({ now, random, origin }: Env): Env {
  const uses = new Set<string>();
  const texts = new Map<string, string>();
  return {
    now,
    random,
    origin,
    firstUse: async (id) => uses.size < uses.add(id).size,
    higher: async () => true,
    remember: async (id, text) => void texts.set(id, text),
    recall: async (id) => texts.get(id),
  };
}
