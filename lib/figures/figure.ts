/** Figures: exercises that are run while the pages are built, so that no transcript is typed by hand. */

import type { Exchange } from '@/lib/draft/exchange';
import { loadExercise } from '@/lib/exercises';
import { type Ask, type DraftMaker, walletValues } from '@/lib/exercises/exercise';
import { type Draft, draftMessage } from '@/lib/http-auth/draft';
import { serverEnv } from '@/lib/sandbox/env';
import { type OpenResource, resourceOf } from '@/lib/sandbox/open-resource';
import { respond } from '@/lib/sandbox/respond';
import { memoryStore } from '@/lib/store/memory';
import type { Store } from '@/lib/store/store';

// A figure opens nothing: its credentials derive from a secret that no server uses, at a time that stands still.
const secret = 'the secret of figures';
const id = 'figure-0';
const figureOrigin = 'http://doorman.example';
const otherOrigin = 'http://second.doorman.example';
const at = new Date('2026-03-02T09:00:00Z');

// Each resource that is opened remembers for itself, so that no figure depends on those made before it.
const stores = new WeakMap<OpenResource, Store>();

function storeOf(open: OpenResource): Store {
  const store = stores.get(open) ?? memoryStore(() => at.getTime());
  stores.set(open, store);
  return store;
}

/** The resource at which figures are made, for one attempt. Throws where there is no such exercise. */
export async function figureResource(slug: string, attempt = id): Promise<OpenResource> {
  const exercise = await loadExercise(slug);
  if (!exercise) throw new Error(`There is no exercise "${slug}" in lib/exercises/catalog`);
  return resourceOf(slug, exercise, attempt, secret, () => at);
}

/** A named draft of an exercise at the resource of figures, with the wallet that filled it in. */
export interface FigureDraft {
  readonly draft: Draft;
  readonly wallet: Readonly<Record<string, string>>;
  readonly open: OpenResource;
}

/**
 * A draft of an exercise: `start`, `solution` or the name of one of its mistakes.
 * Throws with the names to choose from where there is no such draft.
 */
export async function figureDraft(slug: string, which: string, attempt = id): Promise<FigureDraft> {
  const open = await figureResource(slug, attempt);
  const wallet = await walletValues(open.resource);
  return { draft: await draftMaker(open, which)(wallet, asker(open)), wallet, open };
}

/** What makes the draft `which` of an open door; throws as `figureDraft` does. */
export function draftMaker({ slug, exercise }: OpenResource, which: string): DraftMaker {
  const { start, solution, mistakes } = exercise;
  const named = { start, solution }[which] ?? mistakes.find(({ name }) => name === which)?.draft;
  if (named) return named;
  const names = ['start', 'solution', ...mistakes.map(({ name }) => name)].join(' · ');
  throw new Error(`The exercise "${slug}" has no draft "${which}". It has: ${names}`);
}

// A signature and an id are new each time: two figures of one request should not differ by them.
const figures = new Map<string, Promise<Exchange>>();

/** The exchange that a named draft of an exercise causes, always the same one; throws as `figureDraft` does. */
export function figure(slug: string, which: string): Promise<Exchange> {
  const key = `${slug} ${which}`;
  const exchange = figures.get(key) ?? figureDraft(slug, which).then(({ draft, open }) => run(draft, open));
  figures.set(key, exchange);
  return exchange;
}

/** Asks an open door in this process, as a draft may need to before it can be made. */
export function asker(open: OpenResource): Ask {
  return Object.assign(async (draft: Draft) => (await run(draft, open)).response, {
    resource: figureOrigin + open.base,
    now: () => at,
  });
}

/** Runs a draft at an open door in this process, without a wire; `elsewhere` at the server's other origin. */
export async function run(draft: Draft, open: OpenResource, elsewhere = false): Promise<Exchange> {
  const sent = draftMessage(draft, open.base);
  const [origin, secondOrigin] = elsewhere ? [otherOrigin, figureOrigin] : [figureOrigin, otherOrigin];
  const message = { ...sent, fields: [['Host', new URL(origin).host] as const, ...sent.fields] };
  const env = { ...serverEnv(storeOf(open), open.base, origin), secondOrigin, now: () => at };
  const { status, reason, fields, body, trace, solved } = await respond(message, open, env);
  return {
    id: `${open.slug}-figure`,
    at: at.toISOString(),
    client: 'figure',
    request: { ...message, body: draft.body ?? '' },
    response: { status, reason, fields, body },
    trace,
    solved,
    milliseconds: 0,
  };
}
