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
import type { Field, Message } from './message';
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
  const challenge = async (
    params: (scheme: Scheme) => readonly AuthParam[],
    of: readonly Scheme[] = schemes.filter(({ refusesWith }) => !refusesWith),
  ) => {
    const challenges: Challenge[] = [];
    for (const scheme of of) {
      challenges.push(withParams(await scheme.challenge(realm, env, message), params(scheme)));
    }
    return challenges as unknown as NonEmpty<Challenge>;
  };

  const unauthenticated = async (
    params: (scheme: Scheme) => readonly AuthParam[],
    own: readonly Field[],
  ): Promise<Answer> => {
    if (schemes.every(({ refusesWith }) => refusesWith))
      return { status: 403, principal: null, challenges: [] };
    const fields = [...own];
    const named = new Set(own.map(([name]) => name));
    for (const scheme of schemes) {
      if (!scheme.accompany) continue;
      fields.push(...(await scheme.accompany(realm, env, message)).filter(([name]) => !named.has(name)));
    }
    return { status: 401, challenges: await challenge(params), fields };
  };

  const walk = async (): Promise<readonly [Answer, Scheme]> => {
    if (!checkSyntax(message, note)) {
      return [{ status: 400, challenges: await challenge((scheme) => scheme.malformed) }, schemes[0]];
    }
    const { scheme, steps, found } = await firstPresented(schemes, message, realm, env);
    trace.push(...steps.filter(({ stage }) => stage === 'syntax'));
    if (found.outcome === 'malformed') {
      return [
        { status: 400, challenges: scheme.refusesWith ? [] : await challenge(() => found.params, [scheme]) },
        scheme,
      ];
    }
    if (found.outcome === 'absent') {
      note(
        failed(
          presented,
          found.saw,
          schemes.map(({ name, field }) => `${name} in the field ${field}`).join(', or '),
        ),
      );
      return [await unauthenticated(() => [], []), scheme];
    }
    if (!scheme.standsForNothing) note(passed(presented, `${scheme.name} in the field ${scheme.field}`));
    trace.push(...steps.filter(({ stage }) => stage !== 'syntax'));
    if (found.outcome === 'refused') {
      const params = (own: Scheme) => (own === scheme ? found.params : []);
      return [await unauthenticated(params, found.fields ?? []), scheme];
    }
    const { principal, fields = [], closing } = found;
    const verdict = await policy.judge(principal, message, note, env);
    if (verdict.granted) return [{ status: 200, principal, fields, ...(closing && { closing }) }, scheme];
    const { params, status = 403, fields: beside } = verdict;
    if (status === 401) {
      return [await unauthenticated((own) => (own === scheme && params) || [], beside ?? []), scheme];
    }
    const challenges = params ? await challenge(() => params, [scheme]) : [];
    return [{ status, principal, challenges, ...(beside && { fields: beside }) }, scheme];
  };

  const [answer, scheme] = await walk();
  if (answer.status === 200) return { ...answer, trace };
  const told = withSkipped(trace, [...syntaxChecks, presented, ...scheme.checks, ...policy.checks]);
  return { ...(policy.conceals ? { status: 404 } : answer), trace: told };
}
