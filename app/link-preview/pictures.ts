import { listCauses } from '@/lib/content/causes';
import { listLessons } from '@/lib/content/lessons';
import { catalogue } from '@/lib/sandbox/catalogue';
import { figure } from '@/lib/sandbox/figure';

/** What the picture of a page shows. */
export interface Picture {
  readonly path: string;
  readonly title: string;
  /** Left out where a run of this exercise tells it. */
  readonly statuses?: readonly number[];
  readonly exercise?: string;
}

const both = [401, 403];
const lists: readonly Picture[] = [
  { path: '/home', title: '401 asks who you are. 403 understood you, and says no.', statuses: both },
  { path: '/lessons', title: 'Lessons on 401 and 403, each with a real one', statuses: both },
  { path: '/causes', title: 'Why do I get a 401 or a 403? Every cause, and its fix', statuses: both },
  { path: '/visitors', title: 'A site answers 401 or 403: what you can do', statuses: both },
  { path: '/sandbox', title: 'Real 401 and 403 responses to solve', statuses: both },
  { path: '/practice', title: '401 or 403? Practise telling them apart', statuses: both },
  { path: '/stacks', title: '401 or 403? What real servers and frameworks answer', statuses: both },
  { path: '/review', title: 'What is due today, five minutes', statuses: both },
  {
    path: '/reference',
    title: 'Status codes, schemes, headers and rules of HTTP authentication',
    statuses: both,
  },
  { path: '/cheatsheet', title: '401 or 403? On one page', statuses: both },
];

let made: Promise<Picture[]> | undefined;

/** Every picture that a link can have. The open doors, which pose no task, share that of the sandbox. */
export function pictures(): Promise<Picture[]> {
  // Each picture looks into the list; a build reads the content for it once, development anew.
  if (process.env.NODE_ENV !== 'production') return list();
  made ??= list();
  return made;
}

async function list(): Promise<Picture[]> {
  const plain = (title: string) => title.replaceAll('`', '');
  const exercises = (await catalogue()).filter(({ open }) => !open);
  return [
    ...lists,
    ...listLessons().map(({ slug, title, searchTitle = title, statuses }) => ({
      path: `/lessons/${slug}`,
      title: plain(searchTitle),
      statuses,
    })),
    ...listCauses().map(({ slug, title, statuses }) => ({
      path: `/causes/${slug}`,
      title: plain(title),
      statuses,
    })),
    ...exercises.map(({ slug, title }) => ({
      path: `/sandbox/${slug}`,
      title: plain(title),
      exercise: slug,
    })),
  ];
}

/** The statuses of a picture; those of an exercise are what its first draft is answered with. */
export async function statusesOf({ statuses = [], exercise }: Picture): Promise<readonly number[]> {
  return exercise ? [(await figure(exercise, 'start')).response.status] : statuses;
}
