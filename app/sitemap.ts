import type { MetadataRoute } from 'next';
import { headers } from 'next/headers';
import { listCauses } from '@/lib/content/causes';
import { listLessons } from '@/lib/content/lessons';
import { listStackTexts } from '@/lib/content/stacks';
import { exerciseSlugs } from '@/lib/exercises';
import { publicOrigin } from '@/lib/sandbox/origin';

/** Every page that is worth finding, the ways in first. What a learner does alone (review, settings) is not. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const origin = publicOrigin((await headers()).get('host'));
  const paths = [
    '/',
    '/lessons',
    '/causes',
    '/visitors',
    '/sandbox',
    '/sandbox/native-dialog',
    '/practice',
    '/stacks',
    '/reference',
    ...['statuses', 'schemes', 'fields', 'rules', 'glossary'].map((list) => `/reference/${list}`),
    '/cheatsheet',
    ...listLessons().map(({ slug }) => `/lessons/${slug}`),
    ...listCauses().map(({ slug }) => `/causes/${slug}`),
    ...[...listStackTexts().keys()].map((name) => `/stacks/${name}`),
    ...exerciseSlugs().map((slug) => `/sandbox/${slug}`),
  ];
  return paths.map((path) => ({ url: new URL(path, origin).href }));
}
