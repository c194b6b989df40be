/** From a message to a response: finds the route, asks the gates, words the answer. */
import type { Route } from '@/lib/exercises/exercise';
import { decide } from '@/lib/http-auth/decide';
import type { Decision, Step } from '@/lib/http-auth/decision';
import { formatChallenge } from '@/lib/http-auth/grammar';
import type { Field, Message } from '@/lib/http-auth/message';
import { concealed, nobody } from '@/lib/http-auth/policies';
import type { Env } from '@/lib/http-auth/scheme';
import type { OpenDoor } from './door';
import { crossOrigin, sealed } from './fields';
import { nothingHere, problem, refusal } from './problem';
import { reasonPhrase } from './status';

export interface Answer {
  readonly status: number;
  readonly reason: string;
  readonly fields: readonly Field[];
  readonly body: string;
  /** Every check, even those that the response itself hides. */
  readonly trace: readonly Step[];
  readonly solved: boolean;
}

const missing: Route = { policy: concealed(nobody) };

/** Answers `message` at an open door. Never throws for anything that a client sends. */
export async function respond(message: Message, open: OpenDoor, env: Env): Promise<Answer> {
  const path = resourcePath(message.target, open.base);
  const { [path]: route = missing } = open.door.routes;
  const hidden = route.policy.conceals === true;
  const methods = allowed(hidden ? {} : route);
  const cors = crossOrigin(message, methods);

  if (message.method === 'OPTIONS') return answer(204, [['Allow', methods], ...cors], '', []);
  const supported = allowed(route).split(', ').includes(message.method);
  if (!supported && !hidden)
    return answer(405, [['Allow', methods], ...cors], problem(405, notSupported), []);
  if (route.open) return answer(200, cors, route.content ?? {}, []);

  const { realm, schemes } = open.door;
  const decision = await decide(message, { realm, schemes, policy: route.policy }, env);
  if (decision.status === 200 && !supported) {
    return answer(405, [['Allow', allowed(route)], ...cors], problem(405, notSupported), decision.trace);
  }
  const solved = meets(open, decision.status, message.method, path);
  const body =
    decision.status === 200
      ? { solved, principal: decision.principal.name, ...route.content, trace: decision.trace }
      : refusal(decision);
  return answer(decision.status, [...decided(decision), ...cors], body, decision.trace, solved);
}

const notSupported = 'This resource does not have that method; Allow lists those it has.';

/** What a path that no route has answers, for a door that does not exist. */
export function unknownDoor(): Answer {
  return answer(404, [], nothingHere, []);
}

/** A refusal that no gate made: too large, too many field lines. */
export function refuse(status: number, detail: string, fields: readonly Field[] = []): Answer {
  return answer(status, fields, problem(status, detail), []);
}

/** The raw path below `base`, without the query; a slash where it is empty. */
function resourcePath(target: string, base: string): string {
  const [path = ''] = target.slice(base.length).split('?');
  return path || '/';
}

function allowed({ methods = ['GET'] }: Partial<Route>): string {
  const all = methods.includes('GET') ? ['GET', 'HEAD', ...methods.filter((m) => m !== 'GET')] : methods;
  return [...all, 'OPTIONS'].join(', ');
}

function decided(decision: Decision): Field[] {
  if (decision.status === 200) return [...decision.fields];
  if (decision.status === 404) return [];
  return decision.challenges.map((challenge) => ['WWW-Authenticate', formatChallenge(challenge)] as const);
}

function meets(
  { exercise: { goal, open } }: OpenDoor,
  status: number,
  method: string,
  path: string,
): boolean {
  if (open || status !== goal.status) return false;
  return (goal.method ?? method) === method && (goal.path ?? path) === path;
}

function answer(
  status: number,
  fields: readonly Field[],
  content: object | '',
  trace: readonly Step[],
  solved = false,
): Answer {
  const body = content === '' ? '' : `${JSON.stringify(content, null, 2)}\n`;
  const type = status < 300 ? 'application/json' : 'application/problem+json';
  const described: Field[] = body ? [['Content-Type', type]] : [];
  return {
    status,
    reason: reasonPhrase(status),
    fields: [...fields, ...described, ...sealed],
    body,
    trace,
    solved,
  };
}
