/** The sandbox as a route of the framework, for hosts that run no server of ours. */
import type { Field } from '@/lib/http-auth/message';
import { answerRequest } from './answer-request';
import { readBody } from './body';
import { sentFields } from './respond';

/**
 * Answers a request below `/api/sandbox/` as far as the framework shows it: field lines of one name are joined, and the
 * target is normalised. Nothing is logged. `answerWire` is what a server of ours answers with.
 */
export async function handle(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const fields: Field[] = [...request.headers];
  const { answer } = await answerRequest({
    message: { method: request.method, target: pathname + search, fields },
    host: request.headers.get('Host') ?? undefined,
    body: () => readBody(request),
    wire: undefined,
  });
  const { status, reason } = answer;
  const content = new TextEncoder().encode(answer.body);
  const sent = sentFields(answer, content.length, crypto.randomUUID());
  const headers = sent.map(([name, value]): [string, string] => [name, value]);
  return new Response(status === 204 ? null : content, { status, statusText: reason, headers });
}
