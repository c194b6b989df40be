import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { listCauses } from '@/lib/content/causes';
import { listLessons, loadQuiz } from '@/lib/content/lessons';
import { breadcrumbData, causeData, lessonData, siteData } from './structured-data';

// The shapes of https://schema.org/LearningResource, /Quiz, /Question, /Answer and /TechArticle, as far as they are used.
const url = z.url();
const text = z.string().min(1);
const thing = z.strictObject({ '@type': z.literal('Thing'), name: text });
const work = z.strictObject({ '@type': z.literal('CreativeWork'), name: text, url });
const answer = z.strictObject({ '@type': z.literal('Answer'), text });
const question = z.strictObject({
  '@type': z.literal('Question'),
  '@id': url,
  eduQuestionType: z.literal('Multiple choice'),
  text,
  suggestedAnswer: z.array(answer).min(1),
  acceptedAnswer: answer,
});
const common = {
  '@context': z.literal('https://schema.org'),
  '@id': url,
  url,
  headline: z.string().min(1).max(110),
  description: text,
  inLanguage: z.literal('en'),
  isAccessibleForFree: z.literal(true),
  audience: z.strictObject({ '@type': z.literal('EducationalAudience'), educationalRole: text }),
  about: z.array(thing).min(1),
  citation: z.array(work).min(1),
};
const learningResource = z.strictObject({
  ...common,
  '@type': z.literal('LearningResource'),
  name: text,
  learningResourceType: z.literal('lesson'),
  educationalLevel: z.literal('beginner'),
  timeRequired: z.string().regex(/^PT\d+M$/),
  isPartOf: z.strictObject({ '@type': z.literal('Course'), name: text, url }),
  hasPart: z.strictObject({
    '@type': z.literal('Quiz'),
    '@id': url,
    url,
    name: text,
    about: z.array(thing).min(1),
    hasPart: z.array(question).min(1),
  }),
});
const article = z.strictObject({
  ...common,
  '@type': z.literal('TechArticle'),
  proficiencyLevel: z.literal('Beginner'),
});
const site = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('WebSite'),
  '@id': url,
  url,
  name: text,
  description: text,
  inLanguage: z.literal('en'),
});
const breadcrumbs = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('BreadcrumbList'),
  itemListElement: z
    .array(
      z.strictObject({ '@type': z.literal('ListItem'), position: z.int().positive(), name: text, item: url }),
    )
    .min(2),
});
const origin = 'https://doorman.example';
const addressOf = (path: string) => `${origin}${path}`;

describe('what search engines are told', () => {
  test.each(listLessons().map((lesson) => [lesson.slug, lesson] as const))(
    'the lesson %s is a LearningResource with a Quiz',
    (slug, lesson) => {
      const data = learningResource.parse(lessonData({ ...lesson, minutes: 12 }, loadQuiz(slug), addressOf));
      expect(data.url).toBe(`${origin}/lessons/${slug}`);
      expect(JSON.stringify(data)).not.toContain('`');
    },
  );

  test.each(listCauses().map((cause) => [cause.slug, cause] as const))(
    'the cause %s is a TechArticle',
    (slug, cause) => {
      expect(article.parse(causeData(cause, addressOf)).url).toBe(`${origin}/causes/${slug}`);
    },
  );

  test('the home page is a WebSite', () => {
    expect(site.parse(siteData('Real refusals to meet.', addressOf)).url).toBe(`${origin}/`);
  });

  test('the way to a page is a BreadcrumbList, in order', () => {
    const way = [
      { name: 'Causes', path: '/causes' },
      { name: 'A `null` origin', path: '/causes/null-origin' },
    ];
    expect(breadcrumbs.parse(breadcrumbData(way, addressOf)).itemListElement).toEqual([
      { '@type': 'ListItem', position: 1, name: 'Causes', item: `${origin}/causes` },
      { '@type': 'ListItem', position: 2, name: 'A null origin', item: `${origin}/causes/null-origin` },
    ]);
  });
});
