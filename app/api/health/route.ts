/** Whether this process lives. It asks nothing and computes nothing, so that load alone never makes it fail. */
import { jsonResponse } from '@/lib/sandbox/api';
import { trouble } from '@/lib/sandbox/readiness';

export const dynamic = 'force-dynamic';

export function GET(): Response {
  // Written out, so that the build puts its own name in: each process has another one in its environment.
  const build = process.env.DOORMAN_BUILD ?? '';
  // By its instance a program that has started a server knows that it is this one that answers.
  const { DOORMAN_INSTANCE: instance } = process.env;
  const seen = trouble();
  return jsonResponse({
    status: 'live',
    build,
    ...(instance && { instance }),
    ...(seen && { trouble: seen }),
  });
}
