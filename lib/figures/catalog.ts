/** The exercises as pages and the catalog see them: without keys or verifiers. */
import { listLessons } from '@/lib/content/lessons';
import type { ExerciseSummary, ExerciseView } from '@/lib/draft/exchange';
import { exerciseSlugs } from '@/lib/exercises';
import { answersOf } from './answers';
import { figureResource } from './figure';

/** All exercises, open doors last. */
export async function catalog(): Promise<ExerciseSummary[]> {
  const summaries = await Promise.all(exerciseSlugs().map(summaryOf));
  return summaries.sort((a, b) => Number(a.open) - Number(b.open) || a.level - b.level);
}

// No name on any network can be this one (RFC 2606 §2).
const placeholder = 'https://origin.invalid';
let text: Promise<string> | undefined;

/** The catalog as JSON with addresses at `origin`. It is computed once, since nothing in it changes. */
export async function catalogText(origin: string): Promise<string> {
  text ??= writeCatalogue();
  return (await text).replaceAll(placeholder, origin);
}

async function writeCatalogue(): Promise<string> {
  const entries = (await catalog()).map(({ slug, title, schemes, goal, lessons, open }) => ({
    slug,
    title,
    open,
    schemes,
    goal,
    briefUrl: `${placeholder}/api/briefs/${slug}/{attempt}`,
    resourceUrl: `${placeholder}/api/sandbox/${slug}/{attempt}`,
    lessons,
  }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}

/** One exercise with what its page needs besides; undefined where there is none of that slug. */
export async function exerciseView(slug: string): Promise<ExerciseView | undefined> {
  if (!exerciseSlugs().includes(slug)) return undefined;
  return { ...(await summaryOf(slug)), ...(await answersOf(slug)) };
}

async function summaryOf(slug: string): Promise<ExerciseSummary> {
  const { exercise, resource } = await figureResource(slug);
  const methods = new Set(Object.values(resource.routes).flatMap(({ methods = ['GET'] }) => methods));
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
    schemes: resource.schemes.map(({ name }) => name),
    // The paths of an exam differ from attempt to attempt.
    paths: exam ? ['/', '/progress', goal.path ?? '/'] : Object.keys(resource.routes),
    methods: [...methods],
    lessons: (await listLessons())
      .filter(({ exercises }) => exercises.includes(slug))
      .map((lesson) => lesson.slug),
  };
}
