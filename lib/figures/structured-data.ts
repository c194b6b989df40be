/** What a page is, for search engines: schema.org in JSON-LD, made from the same content as the page. */

import type {
  BreadcrumbList,
  EducationalAudience,
  LearningResource,
  Quiz,
  TechArticle,
  Thing,
  WebSite,
  WithContext,
} from 'schema-dts';
import type { Cause } from '@/lib/content/cause';
import type { Lesson } from '@/lib/content/lesson';
import type { QuizItem } from '@/lib/content/question-kinds';
import { causePath, lessonPath } from '@/lib/pages';

/** The address of a path: absolute where the origin of the server is set. */
type AddressOf = (path: string) => string;

const context = 'https://schema.org';
const audience: EducationalAudience = { '@type': 'EducationalAudience', educationalRole: 'student' };
const subject = (statuses: readonly number[]): Thing[] =>
  statuses.map((status) => ({ '@type': 'Thing', name: `HTTP status ${status}` }));
const plain = (text: string) => text.replaceAll('`', '').replaceAll('*', '');

/** A lesson as a LearningResource, with its quiz as a part of it. */
export function lessonData(
  lesson: Lesson & { readonly minutes: number },
  items: readonly QuizItem[],
  addressOf: AddressOf,
): WithContext<LearningResource> {
  const url = addressOf(lessonPath(lesson.slug));
  return {
    '@context': context,
    '@type': 'LearningResource',
    '@id': url,
    url,
    name: plain(lesson.title),
    headline: plain(lesson.searchTitle ?? lesson.title),
    description: plain(lesson.summary),
    inLanguage: 'en',
    isAccessibleForFree: true,
    learningResourceType: 'lesson',
    educationalLevel: 'beginner',
    timeRequired: `PT${lesson.minutes}M`,
    audience,
    about: subject(lesson.statuses),
    isPartOf: { '@type': 'Course', name: 'Doorman: HTTP 401 and 403', url: addressOf('/lessons') },
    citation: lesson.sources.map(({ title, url: source }) => ({
      '@type': 'CreativeWork',
      name: title,
      url: source,
    })),
    hasPart: quizData(lesson, items, `${url}#quiz`),
  };
}

/** Questions with one right option; the other kinds have no form in schema.org. */
function quizData(lesson: Lesson, items: readonly QuizItem[], url: string): Quiz {
  const questions = items.flatMap((item) => {
    if (item.kind !== 'choose') return [];
    // Why each is right or wrong stands on the page; here it would double the weight of the page.
    const answer = ({ text }: { text: string }) => ({ '@type': 'Answer', text: plain(text) });
    const right = item.options.find(({ correct }) => correct);
    return [
      {
        '@type': 'Question',
        '@id': `${url}-${item.id}`,
        eduQuestionType: 'Multiple choice',
        text: plain(item.ask),
        suggestedAnswer: item.options.filter(({ correct }) => !correct).map(answer),
        ...(right && { acceptedAnswer: answer(right) }),
      },
    ];
  });
  return {
    '@type': 'Quiz',
    '@id': url,
    url,
    name: `Quiz: ${plain(lesson.title)}`,
    about: subject(lesson.statuses),
    hasPart: questions,
  };
}

/** A cause as a TechArticle. */
export function causeData(cause: Cause, addressOf: AddressOf): WithContext<TechArticle> {
  const url = addressOf(causePath(cause.slug));
  return {
    '@context': context,
    '@type': 'TechArticle',
    '@id': url,
    url,
    headline: plain(cause.title),
    description: plain(cause.summary),
    inLanguage: 'en',
    isAccessibleForFree: true,
    proficiencyLevel: 'Beginner',
    audience,
    about: subject(cause.statuses),
    citation: cause.evidence.map(({ title, url: source }) => ({
      '@type': 'CreativeWork',
      name: title,
      url: source,
    })),
  };
}

/** The house itself, for its home page. */
export function siteData(description: string, addressOf: AddressOf): WithContext<WebSite> {
  const url = addressOf('/');
  return {
    '@context': context,
    '@type': 'WebSite',
    '@id': url,
    url,
    name: 'Doorman',
    description,
    inLanguage: 'en',
  };
}

/** The way to a page from above, the page itself last. */
export function breadcrumbData(
  way: readonly { name: string; path: string }[],
  addressOf: AddressOf,
): WithContext<BreadcrumbList> {
  return {
    '@context': context,
    '@type': 'BreadcrumbList',
    itemListElement: way.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: plain(name),
      item: addressOf(path),
    })),
  };
}
