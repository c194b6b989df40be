/** The heart: syntax → 400, authentication → 401, authorization → 403 (RFC 9110 §15.5). */
import {
  type Answer,
  type Decision,
  failed,
  type NonEmpty,
  type Note,
  passed,
  type Step,
  withSkipped,
} from './decision';
import { type AuthParam, type Challenge, withParams } from './grammar';
import type { Field, Message } from './message';
import type { Policy } from './policies';
import {
  type Authentication,
  type Env,
  firstPresented,
  presented,
  type Scheme,
  type SchemeResult,
} from './scheme';
import { checkSyntax, syntaxChecks } from './syntax';

/** What stands behind the gates: how to be recognised there, and who may pass. */
export interface Resource {
  readonly realm: string;
  readonly schemes: NonEmpty<Scheme>;
  readonly policy: Policy;
}

/** A request on its way through the gates of a resource. */
interface Passage {
  readonly message: Message;
  readonly resource: Resource;
  readonly env: Env;
  readonly note: Note;
}

/** What a gate concluded. `scheme` is whose checks the trace lists. */
interface Outcome {
  readonly scheme: Scheme;
  readonly answer: Answer;
}

/** Credentials that can be read, or their absence, with the checks that a scheme made of them. */
type Presented = SchemeResult & {
  readonly authentication: Exclude<Authentication, { outcome: 'malformed' }>;
};
type Recognised = Extract<Authentication, { outcome: 'authenticated' }>;
type Refused = Extract<Authentication, { outcome: 'refused' }>;

/**
 * Takes one request through the three gates of a resource: syntax, authentication, authorization.
 * Out comes a status with its challenges and the whole trace; only a programmer's error throws.
 */
export async function decide(message: Message, resource: Resource, env: Env): Promise<Decision> {
  const trace: Step[] = [];
  const { scheme, answer } = await walk({ message, resource, env, note: (step) => trace.push(step) });
  if (answer.status === 200) return { trace, ...answer };
  const { policy } = resource;
  const checks = [...syntaxChecks, presented, ...scheme.checks, ...policy.checks];
  const whole = withSkipped(trace, checks);
  return policy.conceals ? { trace: whole, status: 404 } : { trace: whole, ...answer };
}

/** Through the gates, as far as the request comes. What waits for a scheme or a policy is here, so that little waits. */
async function walk(passage: Passage): Promise<Outcome> {
  const { message, resource, env, note } = passage;
  const { schemes, realm } = resource;
  if (!checkSyntax(message, note)) {
    const challenges = await challengesOf(passage, asking(schemes), ({ malformed }) => malformed);
    return { scheme: schemes[0], answer: { status: 400, challenges } };
  }
  const { scheme, steps, authentication } = await firstPresented(schemes, message, realm, env);
  for (const step of steps) if (step.stage === 'syntax') note(step);
  if (authentication.outcome === 'malformed') {
    const challenges = await challengesOf(passage, asking([scheme]), () => authentication.params);
    return { scheme, answer: { status: 400, challenges } };
  }
  const judged = authenticationGate(passage, { scheme, steps, authentication });
  if (judged.outcome === 'authenticated') return authorizationGate(passage, scheme, judged);
  return { scheme, answer: await unauthenticated(passage, scheme, judged.params, judged.fields) };
}

/** The second gate: are there credentials, and are they good? */
function authenticationGate(
  { resource, note }: Passage,
  { scheme, steps, authentication }: Presented,
): Recognised | Refused {
  if (authentication.outcome === 'absent') {
    const places = resource.schemes.map(({ name, field }) => `${name} in the ${field} header`);
    note(failed(presented, authentication.saw, places.join(', or ')));
    return { outcome: 'refused', params: [] };
  }
  if (!scheme.standsForNothing) note(passed(presented, `${scheme.name} in the ${scheme.field} header`));
  for (const step of steps) if (step.stage !== 'syntax') note(step);
  return authentication;
}

/** The third gate: may the principal do this? Else 403, or what the policy answers instead. */
async function authorizationGate(
  passage: Passage,
  scheme: Scheme,
  { principal, fields = [], closing }: Recognised,
): Promise<Outcome> {
  const { message, resource, env, note } = passage;
  const verdict = await resource.policy.judge(principal, message, note, env);
  if (verdict.granted) {
    return { scheme, answer: { status: 200, principal, fields, ...(closing && { closing }) } };
  }
  const { params, status = 403, fields: beside } = verdict;
  if (status === 401) return { scheme, answer: await unauthenticated(passage, scheme, params, beside) };
  const isOwed = params !== undefined || (status === 403 && scheme.challengesForbidden === true);
  const challenges = isOwed ? await challengesOf(passage, [scheme], () => params ?? []) : [];
  return { scheme, answer: { status, principal, challenges, ...(beside && { fields: beside }) } };
}

/**
 * A 401 with a challenge of every scheme that sends one; `params` join that of `scheme`. Where all schemes refuse
 * with 403, that is the answer: a 401 has at least one challenge (RFC 9110 §15.5.2).
 */
async function unauthenticated(
  passage: Passage,
  scheme: Scheme,
  params: readonly AuthParam[] = [],
  presets: readonly Field[] = [],
): Promise<Answer> {
  const { message, resource, env } = passage;
  const [first, ...others] = asking(resource.schemes);
  if (!first) return { status: 403, principal: null, challenges: [] };
  const names = new Set(presets.map(([name]) => name));
  const fields = [...presets];
  for (const asked of resource.schemes) {
    if (!asked.accompany) continue;
    const more = await asked.accompany(resource.realm, env, message);
    fields.push(...more.filter(([name]) => !names.has(name)));
  }
  const paramsOf = (asked: Scheme) => (asked === scheme ? params : []);
  return { status: 401, challenges: await challengesOf(passage, [first, ...others], paramsOf), fields };
}

/** The schemes that ask with a challenge; some services refuse with 403 in place of it. */
const asking = (schemes: readonly Scheme[]) => schemes.filter(({ refusesWith }) => !refusesWith);

/** A challenge for each of `schemes`, so at least one where there is at least one of them. */
async function challengesOf<const S extends readonly Scheme[]>(
  { message, resource, env }: Passage,
  schemes: S,
  paramsOf: (scheme: Scheme) => readonly AuthParam[],
): Promise<{ readonly [K in keyof S]: Challenge }> {
  const challenges: Challenge[] = [];
  for (const scheme of schemes) {
    challenges.push(withParams(await scheme.challenge(resource.realm, env, message), paramsOf(scheme)));
  }
  return challenges as { readonly [K in keyof S]: Challenge };
}
