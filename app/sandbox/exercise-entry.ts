/** What the list of the sandbox shows of an exercise, and which of them fit what somebody looks for. */

export interface ExerciseEntry {
  readonly slug: string;
  readonly title: string;
  /** The first sentence of the task. */
  readonly task: string;
  readonly level: 1 | 2 | 3;
  /** The statuses that its first request meets and that solve it. */
  readonly start: number;
  readonly goal: number;
  readonly lessons: readonly { readonly slug: string; readonly title: string }[];
}

/** The exercises of one scheme, under its heading. */
export interface ExerciseGroup {
  readonly scheme: string;
  readonly title: string;
  readonly about: string;
  readonly exercises: readonly ExerciseEntry[];
}

/** What is looked for; an empty text is anything. */
export interface Wish {
  readonly scheme: string;
  readonly status: string;
  readonly level: string;
  readonly state: string;
  readonly q: string;
}

export const noWish: Wish = { scheme: '', status: '', level: '', state: '', q: '' };

export const levels = { 1: 'one line to change', 2: 'needs some thought', 3: 'difficult' } as const;

/** How far somebody is with an exercise, in the words of the list. */
export const states: Readonly<Record<string, string>> = {
  new: 'New to me',
  tried: 'Tried, not solved',
  solved: 'Solved already',
  due: 'Due once more',
};

/** Reads a wish from the query of an address; what it does not know is no wish. */
export function wishIn(query: string): Wish {
  const given = new URLSearchParams(query);
  const read = (name: keyof Wish) => given.get(name) ?? '';
  return {
    scheme: read('scheme'),
    status: read('status'),
    level: read('level'),
    state: read('state'),
    q: read('q'),
  };
}

/** The query that `wishIn` reads again; empty where nothing is wished. */
export function wishQuery(wish: Wish): string {
  const given = Object.entries(wish).filter(([, value]) => value.trim() !== '');
  return given.length ? `?${new URLSearchParams(given)}` : '';
}

/** What the learner did with an exercise. */
export interface Standing {
  readonly status: 'new' | 'tried' | 'practised' | 'solved';
  readonly due: boolean;
}

/** True where an exercise of `group` fits all that is wished. */
export function fitsWish(
  { slug, title, task, level, start, lessons }: ExerciseEntry,
  group: Pick<ExerciseGroup, 'scheme' | 'title'>,
  { scheme, status, level: wishedLevel, state, q }: Wish,
  standing: Standing,
): boolean {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const text = [slug, title, task, group.title, start, ...lessons.map((lesson) => lesson.title)]
    .join(' ')
    .toLowerCase();
  return (
    (!scheme || group.scheme.toLowerCase() === scheme.toLowerCase()) &&
    (!status || String(start) === status) &&
    (!wishedLevel || String(level) === wishedLevel) &&
    fitsState(standing, state) &&
    words.every((word) => text.includes(word))
  );
}

function fitsState({ status, due }: Standing, state: string): boolean {
  switch (state) {
    case 'due':
      return due;
    case 'tried':
      return status === 'tried' || status === 'practised';
    case 'new':
    case 'solved':
      return status === state;
    default:
      return true;
  }
}
