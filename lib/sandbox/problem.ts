/** Problem details: how the sandbox says no (RFC 9457 §3). */

import { reasonPhrase } from '@/lib/draft/status';
import { failureOf, gateOf, type Step } from '@/lib/http-auth/decision';
import { ruleUrl } from '@/lib/http-auth/rule';

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
}

/** A problem without a trace. */
export function problem(status: number, detail: string): Problem {
  return { type: 'about:blank', title: reasonPhrase(status), status, detail };
}

/** A problem as a response of an API route that is not a sandbox resource. */
export function problemResponse(
  status: number,
  detail: string,
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify(problem(status, detail)), {
    status,
    statusText: reasonPhrase(status),
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...headers,
    },
  });
}

/** The step that decided: the one that failed. */
export function decidingStep(trace: readonly Step[]): Step | undefined {
  return trace.find(({ outcome }) => outcome === 'failed');
}

/** A refusal with the rule behind it as `type`, and the whole trace. A hidden 404 says nothing (RFC 9110 §15.5.4). */
export function refusal({
  status,
  trace,
}: {
  status: number;
  trace: readonly Step[];
}): Problem & { trace?: readonly Step[]; gate?: string } {
  const step = decidingStep(trace);
  if (status === 404 || !step) return nothingHere;
  const [type, title, detail] = [ruleUrl(step.rule), reasonPhrase(status), sentence(step)];
  const gate = gateOf(step);
  return gate ? { type, title, status, detail, gate, trace } : { type, title, status, detail, trace };
}

/** What was wrong with a request, and what would be right. Both pieces of evidence are inert already. */
function sentence(step: Step): string {
  const failure = failureOf(step);
  const right = step.expected ? `; it expected ${step.expected}` : '';
  return `${failure.slice(0, 1).toUpperCase()}${failure.slice(1)}: the server saw ${step.saw}${right}.`;
}

/** Why a check could not be made: the store that several processes share is out of reach (RFC 9110 §15.6.4). */
export const storeAway = {
  detail: 'What was used before cannot be looked up now, so this is refused; ask again soon.',
  retryAfter: '2',
};

/** What a missing resource answers, and a hidden one too. */
export const nothingHere: Problem = problem(404, 'There is nothing here.');
