import { expect, test } from 'vitest';
import { exerciseSlugs } from '@/lib/exercises';
import { exercisePath, lessonPath } from '@/lib/pages';
import { anchor } from './anchor';
import { lessonText, listLessons } from './lessons';
import { loadTeaching } from './teach';

test('the plans are for 45 and for 90 minutes', () => {
  expect(loadTeaching().plans.map(({ minutes }) => minutes)).toEqual([45, 90]);
});

test('every link of a plan leads somewhere', () => {
  const places = new Set<string>([
    ...exerciseSlugs().map(exercisePath),
    ...listLessons().flatMap(({ slug, folder }) => {
      const titles = [...lessonText(folder).matchAll(/^#{2,3} (.+)$/gm)].map(([, title = '']) => title);
      return [lessonPath(slug), ...titles.map((title) => `${lessonPath(slug)}#${anchor(title)}`)];
    }),
  ]);
  const links = loadTeaching().plans.flatMap(({ parts }) => parts.flatMap(({ link }) => link ?? []));
  expect(links.filter((link) => !places.has(link))).toEqual([]);
});
