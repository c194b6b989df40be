/** What the three gates conclude, with every check that led there (RFC 9110 §15.5). */
import type { Challenge } from './grammar';
import type { Field } from './message';
import type { Rule } from './rule';

export type NonEmpty<T> = readonly [T, ...T[]];

/** The gates, in the order in which a request meets them. */
export const stages = ['syntax', 'authentication', 'authorization'] as const;
export type Stage = (typeof stages)[number];

/** A question that a gate asks of every request, or that is asked of what a learner proposes in place of a server. */
export interface Check {
  /** `proposal` is no gate: the request came through, and what it proposes is judged. */
  readonly stage: Stage | 'proposal';
  readonly check: string;
  readonly rule: Rule;
  /** What is wrong with a request that fails the check: a clause that follows *Refused:*, without a full stop. */
  readonly failure?: string;
}

/** A check of the first gate: whether the request can be read. `failure` as in Check. */
export function syntaxCheck(check: string, rule: Rule, failure: string): Check {
  return { stage: 'syntax', check, rule, failure };
}

/** A check of the second gate: whether credentials are there and are good. `failure` as in Check. */
export function authenticationCheck(check: string, rule: Rule, failure: string): Check {
  return { stage: 'authentication', check, rule, failure };
}

/** A check that was asked, or was not reached: what it saw and what it expected instead. */
export interface Step extends Check {
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** The evidence: secrets masked, cut, control characters escaped (`evidence.ts`). Empty where skipped. */
  readonly saw: string;
  readonly expected?: string;
}

/** The gate that made a step; undefined where no gate did. */
export function gateOf({ stage }: Step): Stage | undefined {
  return stage === 'proposal' ? undefined : stage;
}

/** Receives the steps in the order in which they are taken. */
export type Note = (step: Step) => void;

/** The step of a check that was met, with the evidence `saw`, which is inert already (`evidence.ts`). */
export function passed({ stage, check, rule }: Check, saw: string): Step {
  return { stage, check, rule, outcome: 'passed', saw };
}

/** The step of a check that was not met, with what it saw and what would have met it. */
export function failed({ stage, check, rule, failure }: Check, saw: string, expected: string): Step {
  // Both are written out, since members that are added to a spread cost more than all the rest of the step.
  return failure === undefined
    ? { stage, check, rule, outcome: 'failed', saw, expected }
    : { stage, check, rule, failure, outcome: 'failed', saw, expected };
}

const skippedSteps = new WeakMap<Check, Step>();

/** The same step each time, as it has no evidence: a log of refusals is full of them. */
export function skipped(check: Check): Step {
  const before = skippedSteps.get(check);
  if (before) return before;
  const { stage, check: question, rule } = check;
  const step: Step = { stage, check: question, rule, outcome: 'skipped', saw: '' };
  skippedSteps.set(check, step);
  return step;
}

/** What a failed step found wrong: the words of its check, or the name of the check where it has none. */
export function failureOf({ stage, check, failure }: Step): string {
  return (
    failure ?? (stage === 'proposal' ? `the proposal fails the check “${check}”` : `“${check}” is not so`)
  );
}

/** The trace of a refusal with those of `checks` that it did not reach, gate by gate. */
export function withSkipped(trace: readonly Step[], checks: readonly Check[]): Step[] {
  const steps = [...trace];
  for (const check of checks) {
    if (!trace.some((step) => step.check === check.check)) steps.push(skipped(check));
  }
  // Sorting is stable, and these are nearly in order.
  return steps.sort((a, b) => order[a.stage] - order[b.stage]);
}

const order: Readonly<Record<Check['stage'], number>> = {
  syntax: 0,
  authentication: 1,
  authorization: 2,
  proposal: 3,
};

/** Whom authentication found. `roles` and `scopes` are what authorization may ask about. */
export interface Principal {
  readonly name: string;
  readonly roles?: readonly string[];
  readonly scopes?: readonly string[];
  /** How strongly the person behind it logged in, and when (RFC 9470 §6). */
  readonly acr?: string;
  readonly authenticatedAt?: Date;
}

/** Makes field lines of a response from its content, as `rspauth` needs it (RFC 7616 §3.5). */
export type Closing = (content: Uint8Array) => Promise<readonly Field[]>;

/** A status with all that it owes the client. A 401 without a challenge does not compile (RFC 9110 §15.5.2). */
export type Answer =
  | {
      readonly status: 200;
      readonly principal: Principal;
      readonly fields: readonly Field[];
      readonly closing?: Closing;
    }
  | { readonly status: 400; readonly challenges: readonly Challenge[] }
  | {
      readonly status: 401;
      readonly challenges: NonEmpty<Challenge>;
      readonly fields?: readonly Field[];
    }
  | {
      /** 419 is in no registry: some frameworks answer it where a page was open for too long. */
      readonly status: 403 | 419 | 429;
      readonly principal: Principal | null;
      readonly challenges: readonly Challenge[];
      readonly fields?: readonly Field[];
    }
  /** A 403 that hides (RFC 9110 §15.5.4). */
  | { readonly status: 404 };

/** An answer with every check behind it; the last one that ran decided. */
export type Decision = Answer & { readonly trace: readonly Step[] };
