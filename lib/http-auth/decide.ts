/** The heart: syntax → 400, authentication → 401, authorization → 403 (RFC 9110 §15.5). */
import {
  type Answer, type Check, type Decision, failed, type NonEmpty, passed, type Step, skipped, stages,
} from './decision';
import { type AuthParam, type Challenge, withParams } from './grammar';
import type { Message } from './message';
import type { Policy } from './policies';
import type { Env, Scheme } from './scheme';
import { checkSyntax, syntaxChecks } from './syntax';

/** What stands behind the gates: how to be recognised there, and who may pass. */
export interface Resource {
  readonly realm: string;
  readonly schemes: NonEmpty<Scheme>;
  readonly policy: Policy;
}

const presented: Check = {
  stage: 'authentication',
  check: 'credentials are presented',
  rule: 'RFC 9110 §11.6.1',
};

/**
 * Takes one request through the three gates of a resource.
 * Out comes a status with its challenges and the whole trace; only a programmer's error throws.
 */
export async function decide(message: Message, resource: Resource, env: Env): Promise<Decision> {
  const { realm, schemes, policy } = resource;
  const trace: Step[] = [];
  const note = (step: Step) => trace.push(step);
  const challenge = async (params: (scheme: Scheme) => readonly AuthParam[], of = schemes) =>
    (await Promise.all(
      of.map(async (scheme) => withParams(await scheme.challenge(realm, env), params(scheme))),
    )) as unknown as NonEmpty<Challenge>;

  const walk = async (): Promise<readonly [Answer, Scheme]> => {
    if (!checkSyntax(message, note)) {
      return [{ status: 400, challenges: await challenge((scheme) => scheme.malformed) }, schemes[0]];
    }
    const { scheme, steps, found } = await firstPresented(message, resource, env);
    trace.push(...steps.filter(({ stage }) => stage === 'syntax'));
    if (found.outcome === 'malformed') {
      return [{ status: 400, challenges: await challenge(() => found.params, [scheme]) }, scheme];
    }
    if (found.outcome === 'absent') {
      note(failed(presented, found.saw, schemes.map(({ name }) => name).join(' or ')));
      return [{ status: 401, challenges: await challenge(() => []) }, scheme];
    }
    note(passed(presented, `${scheme.name} in the field ${scheme.field}`));
    trace.push(...steps.filter(({ stage }) => stage !== 'syntax'));
    if (found.outcome === 'refused') {
      const params = (own: Scheme) => (own === scheme ? found.params : []);
      return [{ status: 401, challenges: await challenge(params) }, scheme];
    }
    const { principal, fields = [] } = found;
    const verdict = policy.judge(principal, message, note);
    if (verdict.granted) return [{ status: 200, principal, fields }, scheme];
    const { params } = verdict;
    return [
      { status: 403, principal, challenges: params ? await challenge(() => params, [scheme]) : [] },
      scheme,
    ];
  };

  const [answer, scheme] = await walk();
  const told = withSkipped(trace, [...syntaxChecks, presented, ...scheme.checks, ...policy.checks], answer);
  return { ...(policy.conceals && answer.status !== 200 ? { status: 404 } : answer), trace: told };
}

async function firstPresented(message: Message, { schemes, realm }: Resource, env: Env) {
  let first: Attempted | undefined;
  for (const scheme of schemes) {
    const steps: Step[] = [];
    const found = await scheme.verify(message, realm, env, (step) => steps.push(step));
    if (found.outcome !== 'absent') return { scheme, steps, found };
    first ??= { scheme, steps, found };
  }
  return first as Attempted;
}

type Attempted = { scheme: Scheme; steps: Step[]; found: Awaited<ReturnType<Scheme['verify']>> };

/** A refusal also lists what was not reached, gate by gate. */
function withSkipped(trace: Step[], checks: readonly Check[], answer: Answer): Step[] {
  if (answer.status === 200) return trace;
  const taken = new Set(trace.map(({ check }) => check));
  const rest = checks.filter(({ check }) => !taken.has(check)).map(skipped);
  return [...trace, ...rest].sort((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage));
}
