/** The worked solution of an exercise: its requests in order, found without a change to the attempt. */

import type { Exchange, SolutionRequest } from '@/lib/draft/exchange';
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

export interface WorkedSolution {
  readonly requests: readonly SolutionRequest[];
  /** Where these requests solve it: in this attempt, only in a fresh one, or not on a server that is set up like this one. */
  readonly solves: 'here' | 'afresh' | 'nowhere';
}

/** The state of an attempt: what its store holds, and in `log` the latest exchanges, newest first. */
export interface AttemptRecord {
  readonly origin: string;
  readonly store: Pick<Store, 'get'>;
  readonly log: readonly Exchange[];
}

/**
 * The worked solution of an exercise. It is run on a scratch store; where the log has the answer to an earlier
 * request, later ones are filled in from that answer.
 */
export async function workedSolution(open: OpenResource, record: AttemptRecord): Promise<WorkedSolution> {
  const here = await runTwice(open, record.origin, record.store);
  if (here.run.solved)
    return { requests: requests(open, here, await replay(open, record, here)), solves: 'here' };
  const afresh = await runTwice(open, record.origin);
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

/** The same solution now and a minute later: what differs was made new for a request. */
interface TwoRuns {
  readonly run: Run;
  readonly again: Run;
}

interface Replay {
  readonly drafts: readonly Draft[];
  /** For each request the exchange that the log has of it. */
  readonly logged: readonly (Exchange | undefined)[];
}

// Times in requests and credentials count in whole seconds.
const laterMs = 61_000;

async function runTwice(open: OpenResource, origin: string, under?: Pick<Store, 'get'>): Promise<TwoRuns> {
  const [run, again] = await Promise.all([
    runSolution(open, origin, scratchStore(under)),
    runSolution(await open.ahead(laterMs), origin, scratchStore(under), laterMs),
  ]);
  return { run, again };
}

/** Runs the solution; `instead` may give another answer than the one that comes. */
async function runSolution(
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

/** The solution once more, with the responses that the log has; undefined where they are no longer valid. */
async function replay(
  open: OpenResource,
  { origin, store, log }: AttemptRecord,
  runs: TwoRuns,
): Promise<Replay | undefined> {
  const logged = runs.run.sent.map(({ draft, answer }, at) => {
    const other = runs.again.sent[at]?.draft ?? draft;
    return log.find(
      ({ request, response }) =>
        response.status === answer.status && isSame(request, { draft, other, base: open.base }),
    );
  });
  const run = await runSolution(open, origin, scratchStore(store), 0, (at) => logged[at]?.response);
  return run.solved ? { drafts: run.sent.map(({ draft }) => draft), logged } : undefined;
}

/** True where a request is that of the solution, but for what differs between two runs of it. */
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
function requests(
  open: OpenResource,
  { run, again }: TwoRuns,
  replayed?: Replay,
): readonly SolutionRequest[] {
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
    const missing = needs.filter((number) => !replayed?.logged[number - 1]);
    const status = replayed?.logged[at]?.response.status;
    return {
      why: open.exercise.reasons?.[at] ?? 'Send it as it stands here.',
      shown,
      ...(missing.length ? { after: missing } : { draft: replayed?.drafts[at] ?? draft }),
      ...(status && { status }),
    };
  });
}
