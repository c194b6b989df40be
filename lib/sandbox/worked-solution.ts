/** The way of a worked solution: every request of it in order, found without a change to the attempt. */

import type { Exchange, WayRequest } from '@/lib/draft/exchange';
import type { Values } from '@/lib/draft/template';
import { type Ask, type Asked, walletValues } from '@/lib/exercises/exercise';
import { type Draft, draftMessage, utf8Octets } from '@/lib/http-auth/draft';
import { fieldLines } from '@/lib/http-auth/message';
import { scratchStore } from '@/lib/store/scratch';
import { isStoreUnavailable, type Store } from '@/lib/store/store';
import { answerValues, marked, type Source, withSources } from './answer-values';
import { serverEnv } from './env';
import type { OpenResource } from './open-resource';
import { type Answer, respond } from './respond';

export interface Way {
  readonly requests: readonly WayRequest[];
  /** Where these requests solve it: in this attempt, only in a fresh one, or not on a server that is set up like this one. */
  readonly solves: 'here' | 'afresh' | 'nowhere';
}

/** What is known of an attempt besides its resource. `log` has the latest exchanges, newest first. */
export interface Place {
  readonly origin: string;
  readonly store: Pick<Store, 'get'>;
  readonly log: readonly Exchange[];
}

/**
 * The way of the solution of an exercise. It is run on a scratch store; where the log has the answer to an earlier
 * request, later ones are filled in from that answer.
 */
export async function way(open: OpenResource, place: Place): Promise<Way> {
  const here = await pair(open, place, place.store);
  if (here.run.solved)
    return { requests: requests(open, here, await replay(open, place, here)), solves: 'here' };
  const afresh = await pair(open, place);
  if (!afresh.run.solved) return { requests: [], solves: 'nowhere' };
  return { requests: requests(open, afresh), solves: 'afresh' };
}

interface Sent {
  readonly draft: Draft;
  readonly answer: Answer;
}

interface Run {
  readonly wallet: Values;
  readonly sent: readonly Sent[];
  readonly solved: boolean;
}

/** The same way now and a minute later: what differs was made new for a request. */
interface Pair {
  readonly run: Run;
  readonly again: Run;
}

interface Played {
  readonly drafts: readonly Draft[];
  /** For each request the exchange that the log has of it. */
  readonly logged: readonly (Exchange | undefined)[];
}

// Times in requests and credentials count in whole seconds.
const laterMs = 61_000;

async function pair(open: OpenResource, place: Place, under?: Pick<Store, 'get'>): Promise<Pair> {
  const [run, again] = await Promise.all([
    go(open, place.origin, scratchStore(under)),
    go(await open.ahead(laterMs), place.origin, scratchStore(under), laterMs),
  ]);
  return { run, again };
}

/** Runs the solution; `instead` may give another answer than the one that comes. */
async function go(
  open: OpenResource,
  origin: string,
  store: Store,
  aheadMs = 0,
  instead: (at: number) => Asked | undefined = () => undefined,
): Promise<Run> {
  const { exercise, base, resource } = open;
  const now = () => new Date(Date.now() + aheadMs);
  const env = { ...serverEnv(store, base, origin), now };
  const sent: Sent[] = [];
  const send = async (draft: Draft) => {
    const answer = await respond(draftMessage(draft, base), open, env);
    sent.push({ draft, answer });
    return answer;
  };
  const ask: Ask = Object.assign(
    async (draft: Draft) => {
      const answer = await send(draft);
      return instead(sent.length - 1) ?? answer;
    },
    { resource: origin + base, now },
  );
  const wallet = await walletValues(resource);
  try {
    const { status, solved } = await send(await exercise.solution(wallet, ask));
    return { wallet, sent, solved: exercise.open ? status === exercise.goal.status : solved };
  } catch (error) {
    if (isStoreUnavailable(error)) throw error;
    // A solution reads what is answered, and throws where that is something else.
    return { wallet, sent, solved: false };
  }
}

/** The way once more, with answers that really came; undefined where these are no longer good. */
async function replay(
  open: OpenResource,
  { origin, store, log }: Place,
  two: Pair,
): Promise<Played | undefined> {
  const logged = two.run.sent.map(({ draft, answer }, at) => {
    const other = two.again.sent[at]?.draft ?? draft;
    return log.find(
      ({ request, response }) =>
        response.status === answer.status && isSame(request, { draft, other, base: open.base }),
    );
  });
  const run = await go(open, origin, scratchStore(store), 0, (at) => logged[at]?.response);
  return run.solved ? { drafts: run.sent.map(({ draft }) => draft), logged } : undefined;
}

/** True where a request is that of the way, but for what differs between two runs of it. */
function isSame(
  request: Exchange['request'],
  { draft, other, base }: { draft: Draft; other: Draft; base: string },
): boolean {
  if (request.method !== draft.method || request.target !== base + draft.path) return false;
  const has = (name: string, value: string | undefined) => {
    const lines = fieldLines(request, name);
    return value === undefined ? lines.length > 0 : lines.includes(utf8Octets(value));
  };
  const fields = draft.fields.every(([name, value], at) =>
    has(name, value === other.fields[at]?.[1] ? value : undefined),
  );
  if (!fields) return false;
  const [mine, theirs, sent] = [draft.body, other.body, request.body].map((body = '') => members(body));
  const names = [...(mine?.keys() ?? [])];
  return (
    names.length === sent?.size &&
    names.every((name) => {
      const value = mine?.get(name);
      return sent.has(name) && (value !== theirs?.get(name) || value === sent.get(name));
    })
  );
}

/** The members of a JSON object or the pairs of a form, each as text. */
function members(body: string): ReadonlyMap<string, string> {
  try {
    const json: unknown = JSON.parse(body);
    return new Map(Object.entries(json as object).map(([name, value]) => [name, JSON.stringify(value)]));
  } catch {
    return new Map(new URLSearchParams(body));
  }
}

// A value of another name that every run answers alike, such as a realm, can be shown as it is.
const credential = /token|csrf|nonce|cookie/i;

/** What is shown of each request, and what can be sent. */
function requests(open: OpenResource, { run, again }: Pair, played?: Played): readonly WayRequest[] {
  const [mine, theirs] = [run, again].map(({ sent }) => answerValues(sent.map(({ answer }) => answer)));
  const wallet = Object.values(run.wallet);
  return run.sent.map(({ draft }, at) => {
    const sources = (all: readonly Source[] = [], other: readonly Source[] = []) =>
      all.filter(
        ({ request, name, value }) =>
          request <= at &&
          !wallet.some((text) => text.includes(value)) &&
          (credential.test(name) || !other.some((source) => source.value === value)),
      );
    const named = withSources(draft, sources(mine, theirs));
    const compared = withSources(again.sent[at]?.draft ?? draft, sources(theirs, mine));
    const { draft: shown, isNew } = marked(named.draft, compared.draft, wallet);
    // What is computed may rest on every answer before it.
    const needs = isNew ? run.sent.slice(0, at).map((_, index) => index + 1) : named.requests;
    const missing = needs.filter((number) => !played?.logged[number - 1]);
    const status = played?.logged[at]?.response.status;
    return {
      why: open.exercise.reasons?.[at] ?? 'Send it as it stands here.',
      shown,
      ...(missing.length ? { after: missing } : { draft: played?.drafts[at] ?? draft }),
      ...(status && { status }),
    };
  });
}
