/** The heart: syntax → 400, authentication → 401, authorization → 403 (RFC 9110 §15.5). */
import {
  type Answer,
  type Decision,
  failed,
  type NonEmpty,
  passed,
  type Step,
  withSkipped,
} from './decision';
import { type AuthParam, type Challenge, withParams } from './grammar';
import type { Message } from './message';
import type { Policy } from './policies';
import { type Env, firstPresented, presented, type Scheme } from './scheme';
import { checkSyntax, syntaxChecks } from './syntax';

/** What stands behind the gates: how to be recognised there, and who may pass. */
export interface Resource {
  readonly realm: string;
  readonly schemes: NonEmpty<Scheme>;
  readonly policy: Policy;
}

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
    const { scheme, steps, found } = await firstPresented(schemes, message, realm, env);
    trace.push(...steps.filter(({ stage }) => stage === 'syntax'));
    if (found.outcome === 'malformed') {
      return [{ status: 400, challenges: await challenge(() => found.params, [scheme]) }, scheme];
    }
    if (found.outcome === 'absent') {
      note(
        failed(
          presented,
          found.saw,
          schemes.map(({ name, field }) => `${name} in the field ${field}`).join(', or '),
        ),
      );
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
    const challenges = params ? await challenge(() => params, [scheme]) : [];
    return [{ status: 403, principal, challenges }, scheme];
  };

  const [answer, scheme] = await walk();
  if (answer.status === 200) return { ...answer, trace };
  const told = withSkipped(trace, [...syntaxChecks, presented, ...scheme.checks, ...policy.checks]);
  return { ...(policy.conceals ? { status: 404 } : answer), trace: told };
}
