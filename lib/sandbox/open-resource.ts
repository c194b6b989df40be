/** Opens the protected resource of one attempt: the exercise with its schemes, routes and wallet. */
import { LRUCache } from 'lru-cache';
import { loadExercise } from '@/lib/exercises';
import { attempt, isAttemptId } from '@/lib/exercises/attempt';
import type { Exercise, ProtectedResource } from '@/lib/exercises/exercise';
import { serverSecret } from './secret';

export interface OpenResource {
  readonly slug: string;
  readonly id: string;
  /** The path of the resource, without trailing slash. */
  readonly base: string;
  readonly exercise: Exercise;
  readonly resource: ProtectedResource;
  /** The same resource by a clock that is so many milliseconds ahead. */
  readonly ahead: (milliseconds: number) => Promise<OpenResource>;
}

// A resource holds no state, only keys that cost time to derive.
const opened = new LRUCache<string, OpenResource>({ max: 2_000, ttl: 60_000 });

/** What `openResource` would resolve with, where it has been opened lately. */
export function openedResource(slug: string, id: string): OpenResource | undefined {
  return opened.get(`${slug}/${id}`);
}

/** The resource of exercise `slug` for attempt `id`; undefined where the exercise is unknown or the id malformed. */
export async function openResource(slug: string, id: string): Promise<OpenResource | undefined> {
  if (!isAttemptId(id)) return undefined;
  const cached = openedResource(slug, id);
  if (cached) return cached;
  const exercise = await loadExercise(slug);
  if (!exercise) return undefined;
  const open = await resourceOf(slug, exercise, id, serverSecret(), () => new Date());
  opened.set(`${slug}/${id}`, open);
  return open;
}

/** The same, of a given exercise, secret and clock. */
export async function resourceOf(
  slug: string,
  exercise: Exercise,
  id: string,
  secret: string,
  now: () => Date,
): Promise<OpenResource> {
  const resource = await exercise.resource(attempt(slug, id, secret, now));
  const ahead = (milliseconds: number) =>
    resourceOf(slug, exercise, id, secret, () => new Date(now().getTime() + milliseconds));
  return { slug, id, base: `/api/sandbox/${slug}/${id}`, exercise, resource, ahead };
}
