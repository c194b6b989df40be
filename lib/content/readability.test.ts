import { describe, expect, test } from 'vitest';
import { lessonText, listLessons } from './lessons';
import { readingOf } from './readability';

/** What is aimed at is 150 words between two things to do; the count of words is good to within ten. */
const mostWords = 160;
/** Reading is about a third of the time that a lesson may take; see lesson-minutes.test.ts. */
const mostInAll = 1000;
/** Plain English. */
const leastEase = 60;

const lessons = listLessons().map(({ slug, folder, sources }) => ({
  slug,
  sources: sources.length,
  ...readingOf(lessonText(folder)),
}));

describe('a lesson can be read', () => {
  test.each(lessons)('$slug: $words words, at most $stretch at once, ease $ease', (lesson) => {
    expect(lesson.sources).toBeGreaterThanOrEqual(2);
    expect(lesson.words).toBeLessThanOrEqual(mostInAll);
    expect(lesson.ease).toBeGreaterThanOrEqual(leastEase);
    expect(lesson.stretch, `from “${lesson.stretchAt}”`).toBeLessThanOrEqual(mostWords);
  });
});

test('code, attributes and figures are not read', () => {
  const text =
    '---\na: b\n---\n\nOne two three.\n\n<Exchange exercise="x" draft="y" />\n\nFour `GET / HTTP` six, <Term id="realm">seven</Term>.\n\n```\nnot this\n```\n';
  expect(readingOf(text)).toMatchObject({
    words: 7,
    stretch: 4,
    stretchAt: 'Four code six, seven .'.replace(' .', ''),
  });
});
