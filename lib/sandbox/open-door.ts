/** Opens the door of one attempt: the exercise with its resource, schemes and wallet. */
import { LRUCache } from 'lru-cache';
import { loadExercise } from '@/lib/exercises';
import { attempt, isAttemptId } from '@/lib/exercises/attempt';
import type { Door, Exercise } from '@/lib/exercises/exercise';
import { serverSecret } from './secret';

export interface OpenDoor {
  readonly slug: string;
  readonly id: string;
  /** The path of the resource, without trailing slash. */
  readonly base: string;
  readonly exercise: Exercise;
  readonly door: Door;
  /** The same door by a clock that is so many milliseconds ahead. */
  readonly ahead: (milliseconds: number) => Promise<OpenDoor>;
}

// A door holds no state, only keys that cost time to derive.
const opened = new LRUCache<string, OpenDoor>({ max: 2_000, ttl: 60_000 });

/** What `openDoor` would resolve with, where it has been opened lately. */
export function openedDoor(slug: string, id: string): OpenDoor | undefined {
  return opened.get(`${slug}/${id}`);
}

/** The door of exercise `slug` for attempt `id`; undefined where the exercise is unknown or the id malformed. */
export async function openDoor(slug: string, id: string): Promise<OpenDoor | undefined> {
  if (!isAttemptId(id)) return undefined;
  const cached = openedDoor(slug, id);
  if (cached) return cached;
  const exercise = await loadExercise(slug);
  if (!exercise) return undefined;
  const open = await doorOf(slug, exercise, id, serverSecret(), () => new Date());
  opened.set(`${slug}/${id}`, open);
  return open;
}

/** The same, of a given exercise, secret and clock. */
export async function doorOf(
  slug: string,
  exercise: Exercise,
  id: string,
  secret: string,
  now: () => Date,
): Promise<OpenDoor> {
  const door = await exercise.door(attempt(slug, id, secret, now));
  const ahead = (milliseconds: number) =>
    doorOf(slug, exercise, id, secret, () => new Date(now().getTime() + milliseconds));
  return { slug, id, base: `/api/sandbox/${slug}/${id}`, exercise, door, ahead };
}
