/** Every page that has an address of its own, and how the address of a lesson, a cause, an exercise or a word is made. */
import type { Route } from 'next';

/** The address of a page of `app/`, perhaps with a query or a fragment. */
export type SitePath = Route;

export interface SitePage {
  readonly path: SitePath;
  /** How lists, the search and the footer call it. */
  readonly title: string;
  /** One sentence below the title in the search. */
  readonly text: string;
  /** Words that find it and are not shown; left out where the search does not list it. */
  readonly words?: string;
  /** The title on the picture of a link to it; left out where it has none of its own. */
  readonly picture?: string;
  /** How the footer calls it; left out where the footer does not list it. */
  readonly footer?: string;
  /** True if search engines shall list it; what somebody does alone, such as a review, is not listed. */
  readonly isListed: boolean;
}

/** The pages that are made once each, the ways in first. */
export const pages: readonly SitePage[] = [
  {
    path: '/',
    title: 'Home',
    text: 'Meet a real 401',
    picture: '401 asks who you are. 403 understood you, and says no.',
    isListed: true,
  },
  {
    path: '/lessons',
    title: 'Lessons',
    text: 'The path from a first 401 to the exam',
    words: 'course start progress export import',
    picture: 'Lessons on 401 and 403, each with a real one',
    footer: 'Lessons and progress',
    isListed: true,
  },
  {
    path: '/ways',
    title: 'Four ways through the course',
    text: 'Six to ten lessons for what you do, and an exam at the end',
    words: 'course path track call apis build apis run servers proxies teach exam badge',
    picture: 'Four ways through the lessons on 401 and 403',
    footer: 'Four ways through the course',
    isListed: true,
  },
  {
    path: '/teach',
    title: 'Teach 401 and 403',
    text: 'Plans for 45 and for 90 minutes, questions to discuss, and what goes wrong in class',
    words: 'teacher class lecture workshop lesson plan students discussion',
    picture: 'Teach 401 and 403 in 45 or 90 minutes',
    footer: 'For teachers',
    isListed: true,
  },
  {
    path: '/causes',
    title: 'Causes',
    text: 'Find the cause of a 401 or 403',
    words: 'debug fix help finder',
    picture: 'Why do I get a 401 or a 403? Every cause, and its fix',
    footer: 'Causes of a 401 or 403',
    isListed: true,
  },
  {
    path: '/diagnose',
    title: 'Diagnose',
    text: 'Paste a request, a response or an error: the cause, the proof and the fix',
    words: 'paste curl har log error message token analyse debug',
    picture: 'Paste a 401 or 403, and know its cause',
    footer: 'Diagnose a 401 or 403',
    isListed: true,
  },
  {
    path: '/visitors',
    title: 'A site answers 401 or 403',
    text: 'What you can do as a visitor',
    words: 'clear cookies history password browser',
    picture: 'A site answers 401 or 403: what you can do',
    footer: 'When a site refuses you',
    isListed: true,
  },
  {
    path: '/sandbox',
    title: 'Sandbox',
    text: 'Every exercise, and open doors for your own client',
    words: 'exercises playground test',
    picture: 'Real 401 and 403 responses to solve',
    footer: 'Sandbox',
    isListed: true,
  },
  {
    path: '/sandbox/native-dialog',
    title: 'The browser’s own dialog',
    text: 'What a browser asks when a page is refused with 401',
    isListed: true,
  },
  {
    path: '/practice',
    title: 'Practice',
    text: 'Situations without end: which gate, which status?',
    words: 'train random questions',
    picture: '401 or 403? Practise telling them apart',
    footer: 'Practice',
    isListed: true,
  },
  {
    path: '/stacks',
    title: 'What real stacks answer',
    text: 'Which 401 and 403 servers and frameworks send by default',
    words: 'record departures framework server defaults table express django nginx',
    picture: '401 or 403? What real servers and frameworks answer',
    footer: 'What real stacks answer',
    isListed: true,
  },
  {
    path: '/review',
    title: 'Review',
    text: 'What is due today',
    words: 'repeat spaced repetition',
    picture: 'What is due today, five minutes',
    isListed: false,
  },
  {
    path: '/reference',
    title: 'Reference',
    text: 'Statuses, schemes, headers, rules, words',
    words: 'rfc glossary header',
    picture: 'Status codes, schemes, headers and rules of HTTP authentication',
    footer: 'Reference',
    isListed: true,
  },
  { path: '/reference/statuses', title: 'Status codes', text: 'What each status says', isListed: true },
  { path: '/reference/schemes', title: 'Schemes', text: 'How each scheme asks and answers', isListed: true },
  { path: '/reference/fields', title: 'Headers', text: 'What each header does', isListed: true },
  { path: '/reference/rules', title: 'Rules', text: 'Every rule, and where it is used', isListed: true },
  { path: '/reference/glossary', title: 'Glossary', text: 'Every word, explained', isListed: true },
  {
    path: '/cheatsheet',
    title: 'Cheat sheet',
    text: '401 or 403? On one printed page',
    words: 'cheatsheet print poster',
    picture: '401 or 403? On one page',
    footer: '401 or 403? Cheat sheet',
    isListed: true,
  },
  {
    path: '/badge',
    title: 'Badge',
    text: 'Check the badge of an exam',
    words: 'certificate verify signature jws exam print',
    isListed: false,
  },
  { path: '/offline', title: 'You are offline', text: 'What can be read offline', isListed: false },
  { path: '/design', title: 'Design', text: 'Every token and component, in each state', isListed: false },
];

/** A path of which `app/` has the page: another one does not compile. */
const routeTo = <Path extends string>(path: Route<Path>): SitePath => path as Route;

export const lessonPath = (slug: string) => routeTo(`/lessons/${slug}`);
export const causePath = (slug: string) => routeTo(`/causes/${slug}`);
export const exercisePath = (slug: string) => routeTo(`/sandbox/${slug}`);
/** The page of a way through the course, by its name. */
export const wayPath = (name: string) => routeTo(`/ways/${name}`);
/** The page of a recorded stack, by its name. */
export const stackPath = (name: string) => routeTo(`/stacks/${name}`);
/** The place of a word of the glossary, by its key. */
export const wordPath = (key: string) => routeTo(`/reference/glossary#${key}`);
/** The place of a scheme in the reference, by its name in any case. */
export const schemePath = (name: string) => routeTo(`/reference/schemes#${name.toLowerCase()}`);
/** The place of a header in the reference, by its name in any case. */
export const fieldPath = (name: string) => routeTo(`/reference/fields#${name.toLowerCase()}`);
/** The place of a status code in the reference. */
export const statusPath = (status: number | string) => routeTo(`/reference/statuses#${status}`);
