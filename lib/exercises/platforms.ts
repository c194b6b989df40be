/** Refusals in the shapes of known platforms, for decisions that the gates really made. */
import type { Decision } from '@/lib/http-auth/decision';
import { param } from '@/lib/http-auth/grammar';
import type { Field } from '@/lib/http-auth/message';
import type { Reply } from './exercise';
import { challengeLines } from './framework';

const json: Field = ['Content-Type', 'application/json'];

/** A refusal with JSON as its whole content: the trace is in the log alone. */
function refusal({ trace }: Decision, status: number, content: object, ...fields: readonly Field[]): Reply {
  return { status, text: JSON.stringify(content, null, 2), fields: [json, ...fields], trace };
}

/**
 * As GitHub's REST API refuses a private resource: 404 to all who may not see it, signed in or not, and 401 to a token
 * that is not accepted. `decision` is about that resource, `recognised` about one that everybody may see.
 */
export function githubRefuses(decision: Decision, recognised: Decision): Reply {
  const isBad = recognised.status === 401 && recognised.challenges.some((asked) => param(asked, 'error'));
  if (!isBad) return refusal(decision, 404, { message: 'Not Found', status: '404' });
  const content = { message: 'Bad credentials', status: '401' };
  return refusal(decision, 401, content, ...challengeLines(recognised));
}

/** As GitHub's REST API answers beyond its limit: 403, and `reset` says when the count begins again. */
export function githubLimits(decision: Decision, limit: number, reset: Date): Reply {
  return refusal(
    decision,
    403,
    { message: 'API rate limit exceeded for 192.0.2.7.' },
    ['X-RateLimit-Limit', String(limit)],
    ['X-RateLimit-Remaining', '0'],
    ['X-RateLimit-Reset', String(Math.ceil(reset.getTime() / 1000))],
  );
}

/** As the API of Kubernetes refuses a list: with a Status. Its 403 names the user, its 401 has no challenge. */
export function kubernetesRefuses(decision: Decision, kind: string, namespace: string): Reply {
  const head = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure' };
  if (decision.status !== 403) {
    return refusal(decision, 401, { ...head, message: 'Unauthorized', reason: 'Unauthorized', code: 401 });
  }
  const user = decision.principal?.name ?? 'system:anonymous';
  const message = `${kind} is forbidden: User "${user}" cannot list resource "${kind}" in API group "" in the namespace "${namespace}"`;
  return refusal(decision, 403, { ...head, message, reason: 'Forbidden', details: { kind }, code: 403 });
}

/** What Google's Drive API says beside a 403, by its reason. */
const driveReasons = {
  insufficientPermissions: 'Insufficient Permission: Request had insufficient authentication scopes.',
  insufficientFilePermissions: 'The user does not have sufficient permissions for this file.',
} as const;

/** As Google's Drive API refuses: one 403 for many reasons. */
export function driveRefuses(decision: Decision, reason: keyof typeof driveReasons): Reply {
  const message = driveReasons[reason];
  const errors = [{ domain: 'global', reason, message }];
  return refusal(decision, 403, { error: { errors, code: 403, message } });
}
