/** What the API routes around the sandbox share: finding the attempt, answering JSON. */
import { isStoreUnavailable } from '@/lib/store/store';
import { type OpenResource, openResource } from './open-resource';
import { problemResponse, storeAway } from './problem';

export type AttemptContext = { params: Promise<{ exercise: string; attempt: string }> };

/** The resource that the route's parameters name, or the 404 problem that says what is wrong with them. */
export async function resourceOr404({ params }: AttemptContext): Promise<OpenResource | Response> {
  const { exercise, attempt } = await params;
  return (
    (await openResource(exercise, attempt)) ??
    problemResponse(404, 'Unknown exercise, or an attempt that is not 8 to 64 characters of A-Z a-z 0-9 _ -.')
  );
}

/** What `answer` gives, or a 503 problem where it needs the store and the store is away. */
export async function orStoreAway(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (!isStoreUnavailable(error)) throw error;
    return problemResponse(503, storeAway.detail, { 'Retry-After': storeAway.retryAfter });
  }
}

/** False where `DIAGNOSE` is `off`: then this server takes no text to diagnose. */
export const takesTexts = () => process.env.DIAGNOSE !== 'off';

/** JSON that is not stored. `json` may already be text. */
export function jsonResponse(json: unknown, status = 200): Response {
  return new Response(typeof json === 'string' ? json : `${JSON.stringify(json, null, 2)}\n`, {
    status,
    headers: {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
