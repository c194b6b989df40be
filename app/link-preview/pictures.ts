import { listCauses } from '@/lib/content/causes';
import { listLessons } from '@/lib/content/lessons';
import { catalog } from '@/lib/figures/catalog';
import { figure } from '@/lib/figures/figure';
import { causePath, exercisePath, lessonPath, pages } from '@/lib/pages';

/** What the picture of a page shows. */
export interface Picture {
  readonly path: string;
  readonly title: string;
  /** Left out where a run of this exercise tells it. */
  readonly statuses?: readonly number[];
  readonly exercise?: string;
}

const lists: readonly Picture[] = pages.flatMap(({ path, picture }) =>
  picture ? [{ path: path === '/' ? '/home' : path, title: picture, statuses: [401, 403] }] : [],
);

let made: Promise<Picture[]> | undefined;

/** Every picture that a link can have. The open doors, which pose no task, share that of the sandbox. */
export function pictures(): Promise<Picture[]> {
  // Each picture looks into the list; a build reads the content for it once, development each time.
  if (process.env.NODE_ENV !== 'production') return list();
  made ??= list();
  return made;
}

async function list(): Promise<Picture[]> {
  const plain = (title: string) => title.replaceAll('`', '');
  const exercises = (await catalog()).filter(({ open }) => !open);
  return [
    ...lists,
    ...listLessons().map(({ slug, title, searchTitle = title, statuses }) => ({
      path: lessonPath(slug),
      title: plain(searchTitle),
      statuses,
    })),
    ...listCauses().map(({ slug, title, statuses }) => ({
      path: causePath(slug),
      title: plain(title),
      statuses,
    })),
    ...exercises.map(({ slug, title }) => ({
      path: exercisePath(slug),
      title: plain(title),
      exercise: slug,
    })),
  ];
}

/** The statuses of a picture; those of an exercise are what its first draft is answered with. */
export async function statusesOf({ statuses = [], exercise }: Picture): Promise<readonly number[]> {
  return exercise ? [(await figure(exercise, 'start')).response.status] : statuses;
}
