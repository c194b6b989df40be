/** The exercises as pages and the catalogue see them: without keys or verifiers. */
import { listLessons } from '@/lib/content/lessons';
import { exerciseSlugs } from '@/lib/exercises';
import { answersOf } from './answers';
import type { ExerciseSummary, ExerciseView } from './exchange';
import { figureDoor } from './figure';

/** All exercises, open doors last. */
export async function catalogue(): Promise<ExerciseSummary[]> {
  const summaries = await Promise.all(exerciseSlugs().map(summaryOf));
  return summaries.sort((a, b) => Number(a.open) - Number(b.open) || a.level - b.level);
}

/** One exercise with what its page needs besides; undefined where there is none of that slug. */
export async function exerciseView(slug: string): Promise<ExerciseView | undefined> {
  if (!exerciseSlugs().includes(slug)) return undefined;
  return { ...(await summaryOf(slug)), ...(await answersOf(slug)) };
}

async function summaryOf(slug: string): Promise<ExerciseSummary> {
  const { exercise, door } = await figureDoor(slug);
  const methods = new Set(Object.values(door.routes).flatMap(({ methods = ['GET'] }) => methods));
  const { title, task, level, open = false, cookies = false, goal, exam, wrongOnPurpose } = exercise;
  return {
    slug,
    title,
    task,
    level,
    open,
    cookies,
    goal,
    ...(wrongOnPurpose && { wrongOnPurpose }),
    schemes: door.schemes.map(({ name }) => name),
    // The paths of an exam differ from attempt to attempt.
    paths: exam ? ['/', '/progress', goal.path ?? '/'] : Object.keys(door.routes),
    methods: [...methods],
    lessons: (await listLessons()).filter(({ exercises }) => exercises.includes(slug)).map((one) => one.slug),
  };
}
