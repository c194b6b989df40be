/** What a learner is given for one attempt: task, wallet, start, and where everything is. */

import type { Brief, Hint } from '@/lib/draft/exchange';
import type { Ask, ProtectedResource } from '@/lib/exercises/exercise';
import { openProxyPort } from '@/lib/wire/front';
import type { OpenResource } from './open-resource';
import { type AttemptRecord, type WorkedSolution, workedSolution } from './worked-solution';

/** The brief of an open door; `origin` is where this server may be reached. */
export async function brief(
  { slug, id, base, exercise, resource }: OpenResource,
  origin: string,
  ask: Ask,
): Promise<Brief> {
  const wallet = await resource.wallet();
  const at = (kind: string) => `${origin}/api/${kind}/${slug}/${id}`;
  const { token, metadata } = resource.endpoints ?? {};
  const jwks = Object.keys(resource.routes).find((path) => path.endsWith('/jwks.json'));
  return {
    slug,
    title: exercise.title,
    task: exercise.task,
    wallet: [
      ...Object.entries(wallet).map(([name, { label, value }]) => ({ name, label, value })),
      ...proxyEntry(wallet, origin),
    ],
    start: await exercise.start(valuesOf(wallet), ask),
    goal: exercise.goal,
    hints: exercise.hints.length + (exercise.exam ? 0 : 1),
    ...(resource.sheet && { sheet: resource.sheet }),
    ...(exercise.wrongOnPurpose && { wrongOnPurpose: exercise.wrongOnPurpose }),
    urls: {
      resource: origin + base,
      exchanges: at('exchanges'),
      relay: at('relay'),
      hints: `${at('briefs')}/hints`,
      ...(jwks ? { jwks: origin + base + jwks } : {}),
      ...(token ? { token: origin + base + token } : {}),
      // A well-known name stands between host and path (RFC 8414 §3.1).
      ...(metadata ? { metadata: origin + metadata + base } : {}),
    },
  };
}

/** The address of the proxy that is open, for an attempt that has credentials for it. */
function proxyEntry(
  wallet: Awaited<ReturnType<ProtectedResource['wallet']>>,
  origin: string,
): Brief['wallet'] {
  const port = openProxyPort();
  if (!('proxy-username' in wallet) || port === undefined) return [];
  return [{ name: 'proxy', label: 'The proxy', value: `http://${new URL(origin).hostname}:${port}` }];
}

/** One tier of help, 1 to 4; the last brings the solution, which an exam has not. Undefined where there is no such tier. */
export async function hint(
  open: OpenResource,
  tier: number,
  record: () => Promise<AttemptRecord>,
): Promise<Hint | undefined> {
  const { hints, exam } = open.exercise;
  const text = hints[tier - 1];
  if (text !== undefined) return { tier, text };
  if (exam || tier !== hints.length + 1) return undefined;
  const { requests, solves } = await workedSolution(open, await record());
  return { tier, text: introduction(requests.length === 1, requests.length, solves), requests };
}

function introduction(single: boolean, count: number, solves: WorkedSolution['solves']): string {
  if (solves === 'nowhere') return 'This server is not set up for the solution of this exercise.';
  const what = single ? 'This request' : `These ${count} requests, sent in this order,`;
  if (solves === 'here')
    return `${what} ${single ? 'gets' : 'get'} through. Showing ${single ? 'it' : 'them'} sent nothing.`;
  return `${what} ${single ? 'solves' : 'solve'} a fresh attempt. In this one, something was changed or used up. Begin a fresh attempt first.`;
}

function valuesOf(wallet: Awaited<ReturnType<ProtectedResource['wallet']>>): Record<string, string> {
  return Object.fromEntries(Object.entries(wallet).map(([name, { value }]) => [name, value]));
}
