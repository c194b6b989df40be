import type { MetadataRoute } from 'next';
import { headers } from 'next/headers';
import { listCauses } from '@/lib/content/causes';
import { listLessons } from '@/lib/content/lessons';
import { listStackTexts } from '@/lib/content/stacks';
import { listWays } from '@/lib/content/ways';
import { exerciseSlugs } from '@/lib/exercises';
import { causePath, exercisePath, lessonPath, pages, stackPath, wayPath } from '@/lib/pages';
import { publicOrigin } from '@/lib/sandbox/origin';

/** Every page that is worth finding, the ways in first. What a learner does alone (review, settings) is not. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const origin = publicOrigin((await headers()).get('host'));
  const paths = [
    ...pages.filter(({ isListed }) => isListed).map(({ path }) => path),
    ...listLessons().map(({ slug }) => lessonPath(slug)),
    ...listWays().map(({ name }) => wayPath(name)),
    ...listCauses().map(({ slug }) => causePath(slug)),
    ...[...listStackTexts().keys()].map(stackPath),
    ...exerciseSlugs().map(exercisePath),
  ];
  return paths.map((path) => ({ url: new URL(path, origin).href }));
}
