/** The catalog: the folder is the registry. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Exercise } from './exercise';

const folder = path.join(process.cwd(), 'lib', 'exercises', 'catalog');
const slugs = readdirSync(folder)
  .flatMap((file) => /^([a-z0-9-]+)\.ts$/.exec(file)?.[1] ?? [])
  .sort();

/** The slugs of all exercises, open doors included, in alphabetical order. */
export function exerciseSlugs(): readonly string[] {
  return slugs;
}

/** The exercise called `slug`, or undefined where there is none. */
export async function loadExercise(slug: string): Promise<Exercise | undefined> {
  if (!slugs.includes(slug)) return undefined;
  const module = (await import(`./catalog/${slug}.ts`)) as { default: Exercise };
  return module.default;
}
