/** From a message to a response: finds the route, asks the gates, words the answer. */

import { reasonPhrase } from '@/lib/draft/status';
import { crossOrigin, sealed } from '@/lib/draft/transport-fields';
import type { Call, Route } from '@/lib/exercises/exercise';
import { decide } from '@/lib/http-auth/decide';
import type { Decision, Step } from '@/lib/http-auth/decision';
import { formatChallenge } from '@/lib/http-auth/grammar';
import type { Field, Message } from '@/lib/http-auth/message';
import { concealed, nobody } from '@/lib/http-auth/policies';
import type { Env } from '@/lib/http-auth/scheme';
import type { OpenResource } from './open-resource';
import { nothingHere, problem, refusal } from './problem';
import { indentedJson } from './trace-json';

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
export async function respond(message: Message, open: OpenResource, env: Env): Promise<Answer> {
  const path = resourcePath(message.target, open.base);
  const { [path]: route = open.resource.elsewhere ?? missing } = open.resource.routes;
  const hidden = route.policy.conceals === true;
  const methods = allowed(hidden ? {} : route);
  const cors = route.ownCors ? [] : crossOrigin(message, methods);

  const call = { message, env, resource: env.origin + open.base };
  if (message.method === 'OPTIONS') {
    const optionsAnswer = await route.options?.(call);
    // Allow lists the methods that are there (RFC 9110 §15.5.6): a 405 to OPTIONS cannot name OPTIONS.
    const there = optionsAnswer?.status === 405 ? methods.replace(/, OPTIONS$/, '') : methods;
    const options: Field[] = [['Allow', there], ...cors];
    if (!optionsAnswer) return answer(204, options, '', []);
    const answered = await handled(
      { policy: route.policy, handle: async () => optionsAnswer },
      call,
      [],
      options,
    );
    return { ...answered, solved: meets(open, answered.status, 'OPTIONS', path) };
  }
  const supported = isAllowed(route, message.method);
  if (!supported && !hidden)
    return answer(405, [['Allow', methods], ...cors], problem(405, notSupported), []);
  // A proposal may come by PUT as well.
  const method = route.proposal && message.method === 'PUT' ? 'POST' : message.method;
  const solves = (status: number) => meets(open, status, method, path);
  // Where no gate stands, a status alone solves nothing: a login or a setting answers 200, too.
  const aimed = open.exercise.goal.path === path;
  if (route.open) return handled(route, call, [], cors, aimed ? solves : undefined);

  const { realm, schemes } = open.resource;
  const resource = { realm, schemes: route.schemes ?? schemes, policy: route.policy };
  const decision = await decide(message, resource, env);
  if (decision.status === 200 && !supported) {
    return answer(405, [['Allow', allowed(route)], ...cors], problem(405, notSupported), decision.trace);
  }
  if (decision.status === 200 && route.handle) {
    const identified = { ...call, principal: decision.principal };
    return handled(route, identified, decision.trace, cors, solves);
  }
  const solved = solves(decision.status);
  const body =
    decision.status === 200
      ? { solved, principal: decision.principal.name, ...route.content, trace: decision.trace }
      : refusal(decision);
  const result = answer(
    decision.status,
    [...decided(decision, route.oneLine), ...cors],
    body,
    decision.trace,
    solved,
  );
  if (decision.status !== 200 || !decision.closing) return result;
  const closing = await decision.closing(new TextEncoder().encode(result.body));
  return { ...result, fields: [...closing, ...result.fields] };
}

/** What a route answers by itself, or its content. `solves` is left out where nothing here can meet the goal. */
async function handled(
  route: Route,
  call: Call,
  gates: readonly Step[],
  cors: Field[],
  solves?: (status: number) => boolean,
): Promise<Answer> {
  const {
    status,
    fields = [],
    content,
    text,
    trace = [],
  } = (await route.handle?.(call)) ?? {
    status: 200,
    ...(route.content && { content: route.content }),
  };
  const steps = [...gates, ...trace];
  const solved = solves?.(status) ?? false;
  if (text !== undefined) return { ...answer(status, [...fields, ...cors], '', steps, solved), body: text };
  const words = content ?? (status >= 400 ? refusal({ status, trace: steps }) : {});
  const marked = solves && status === 200 ? { solved, ...words } : words;
  // A missing resource tells nothing but that it is missing, behind the gates as in front of them.
  const traced = steps.length && status !== 404 ? { ...marked, trace: steps } : marked;
  return answer(status, [...fields, ...cors], traced, steps, solved);
}

const notSupported = 'This resource does not have that method; Allow lists those it has.';

/** What a path that no route has answers, for a resource that does not exist. */
export function unknownResource(): Answer {
  return answer(404, [], nothingHere, []);
}

/** A refusal that no gate made: too large, too many field lines. */
export function refuse(status: number, detail: string, fields: readonly Field[] = []): Answer {
  return answer(status, fields, problem(status, detail), []);
}

/** The field lines of an answer of `length` octets as they are sent. `id` names the exchange. */
export function sentFields({ status, fields }: Answer, length: number, id: string): Field[] {
  const sent: Field[] = [...fields, ['Doorman-Exchange', id]];
  if (status !== 204) sent.push(['Content-Length', String(length)]);
  return sent;
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

/** True for the methods that `allowed` lists. */
function isAllowed({ methods = ['GET'] }: Route, method: string): boolean {
  return method === 'OPTIONS' || methods.includes(method) || (method === 'HEAD' && methods.includes('GET'));
}

function decided(decision: Decision, oneLine = false): Field[] {
  if (decision.status === 200) return [...decision.fields];
  if (decision.status === 404) return [];
  const values = decision.challenges.map(formatChallenge);
  const joined = oneLine && values.length ? [values.join(', ')] : values;
  const lines = joined.map((value) => ['WWW-Authenticate', value] as const);
  return 'fields' in decision ? [...lines, ...(decision.fields ?? [])] : lines;
}

function meets(
  { exercise: { goal, open } }: OpenResource,
  status: number,
  method: string,
  path: string,
): boolean {
  if (open || status !== goal.status) return false;
  return (goal.method ?? method) === method && (goal.path ?? path) === path;
}

/** An answer of these parts, sealed; content is JSON, or nothing. */
export function answer(
  status: number,
  fields: readonly Field[],
  content: object | '',
  trace: readonly Step[],
  solved = false,
): Answer {
  const body = content === '' || status === 204 ? '' : `${indentedJson(content)}\n`;
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  const typed = fields.some(([name]) => name === 'Content-Type');
  const described: Field[] = body && !typed ? [['Content-Type', type]] : [];
  return {
    status,
    reason: reasonPhrase(status),
    fields: [...fields, ...described, ...sealed],
    body,
    trace,
    solved,
  };
}
