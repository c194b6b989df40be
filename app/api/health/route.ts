/** Whether this process lives. It asks nothing and computes nothing, so that load alone never makes it fail. */
import { jsonResponse } from '@/lib/sandbox/api';
import { trouble } from '@/lib/sandbox/readiness';

export const dynamic = 'force-dynamic';

export function GET(): Response {
  const { DOORMAN_BUILD: build = '', DOORMAN_INSTANCE: instance } = process.env;
  // By its instance a program that has started a server knows that it is this one that answers.
  const seen = trouble();
  return jsonResponse({
    status: 'live',
    build,
    ...(instance && { instance }),
    ...(seen && { trouble: seen }),
  });
}
