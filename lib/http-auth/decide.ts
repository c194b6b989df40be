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

/** A gate lets a request pass with what the next one needs, or answers it. `scheme` is whose checks the trace lists. */
type Outcome<T> =
  | { readonly passed: true; readonly scheme: Scheme; readonly value: T }
  | { readonly passed: false; readonly scheme: Scheme; readonly answer: Answer };

/** Credentials that can be read, or their absence, with the checks that a scheme made of them. */
type Presented = SchemeResult & {
  readonly authentication: Exclude<Authentication, { outcome: 'malformed' }>;
};
type Recognised = Extract<Authentication, { outcome: 'authenticated' }>;

/**
 * Takes one request through the three gates of a resource: syntax, authentication, authorization.
 * Out comes a status with its challenges and the whole trace; only a programmer's error throws.
 */
export async function decide(message: Message, resource: Resource, env: Env): Promise<Decision> {
  const trace: Step[] = [];
  const passage: Passage = { message, resource, env, note: (step) => trace.push(step) };
  const { scheme, answer } = await walk(passage);
  if (answer.status === 200) return { trace, ...answer };
  const { policy } = resource;
  const checks = [...syntaxChecks, presented, ...scheme.checks, ...policy.checks];
  const whole = withSkipped(trace, checks);
  return policy.conceals ? { trace: whole, status: 404 } : { trace: whole, ...answer };
}

async function walk(passage: Passage): Promise<{ readonly scheme: Scheme; readonly answer: Answer }> {
  const syntax = await syntaxGate(passage);
  if (!syntax.passed) return syntax;
  const authentication = await authenticationGate(passage, syntax.value);
  if (!authentication.passed) return authentication;
  return authorizationGate(passage, authentication.scheme, authentication.value);
}

/** The first gate: can the request be read, and the credentials by the grammar of their scheme? Else 400. */
async function syntaxGate(passage: Passage): Promise<Outcome<Presented>> {
  const { message, resource, env, note } = passage;
  const { schemes, realm } = resource;
  if (!checkSyntax(message, note)) {
    const challenges = await challengesOf(passage, asking(schemes), ({ malformed }) => malformed);
    return { passed: false, scheme: schemes[0], answer: { status: 400, challenges } };
  }
  const { scheme, steps, authentication } = await firstPresented(schemes, message, realm, env);
  for (const step of steps) if (step.stage === 'syntax') note(step);
  if (authentication.outcome !== 'malformed')
    return { passed: true, scheme, value: { scheme, steps, authentication } };
  const challenges = await challengesOf(passage, asking([scheme]), () => authentication.params);
  return { passed: false, scheme, answer: { status: 400, challenges } };
}

/** The second gate: are there credentials, and are they good? Else 401, with what would be. */
async function authenticationGate(
  passage: Passage,
  { scheme, steps, authentication }: Presented,
): Promise<Outcome<Recognised>> {
  const { resource, note } = passage;
  const refuse = async (params: readonly AuthParam[] = [], fields: readonly Field[] = []) => ({
    passed: false as const,
    scheme,
    answer: await unauthenticated(passage, scheme, params, fields),
  });
  if (authentication.outcome === 'absent') {
    const places = resource.schemes.map(({ name, field }) => `${name} in the ${field} header`);
    note(failed(presented, authentication.saw, places.join(', or ')));
    return refuse();
  }
  if (!scheme.standsForNothing) note(passed(presented, `${scheme.name} in the ${scheme.field} header`));
  for (const step of steps) if (step.stage !== 'syntax') note(step);
  if (authentication.outcome === 'refused') return refuse(authentication.params, authentication.fields);
  return { passed: true, scheme, value: authentication };
}

/** The third gate: may the principal do this? Else 403, or what the policy answers instead. */
async function authorizationGate(
  passage: Passage,
  scheme: Scheme,
  { principal, fields = [], closing }: Recognised,
): Promise<{ readonly scheme: Scheme; readonly answer: Answer }> {
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
    const more = (await asked.accompany?.(resource.realm, env, message)) ?? [];
    fields.push(...more.filter(([name]) => !names.has(name)));
  }
  const paramsOf = (asked: Scheme) => (asked === scheme ? params : []);
  const challenge = await challengeOf(passage, first, paramsOf(first));
  return { status: 401, challenges: [challenge, ...(await challengesOf(passage, others, paramsOf))], fields };
}

/** The schemes that ask with a challenge; some services refuse with 403 in place of it. */
const asking = (schemes: readonly Scheme[]) => schemes.filter(({ refusesWith }) => !refusesWith);

async function challengesOf(
  passage: Passage,
  schemes: readonly Scheme[],
  paramsOf: (scheme: Scheme) => readonly AuthParam[],
): Promise<Challenge[]> {
  const challenges: Challenge[] = [];
  for (const scheme of schemes) challenges.push(await challengeOf(passage, scheme, paramsOf(scheme)));
  return challenges;
}

async function challengeOf(
  { message, resource, env }: Passage,
  scheme: Scheme,
  params: readonly AuthParam[],
): Promise<Challenge> {
  return withParams(await scheme.challenge(resource.realm, env, message), params);
}
