/** What a request was for, in a name of this server's: nothing that a client made up is in it. */
import { exerciseSlugs } from '@/lib/exercises';
import { pages } from '@/lib/pages';

const withExercise = new Set(['sandbox', 'exchanges', 'relay', 'briefs']);
const alone = new Set(['diagnose', 'exercises', 'health', 'ready']);
const firstSegments = new Set(pages.flatMap(({ path }) => path.split('/')[1] || []));
let slugs: ReadonlySet<string> | undefined;

/** `api/sandbox/open-basic`, `page/lessons`, `well-known`, `asset`, `home` or `other`. */
export function routeName(target: string): string {
  const path = target.replace(/^https?:\/\/[^/?#]*/i, '');
  const [, first = '', second = '', third = ''] = /^\/+([^/?#]*)\/?([^/?#]*)\/?([^/?#]*)/.exec(path) ?? [];
  if (first === 'api') {
    if (alone.has(second)) return `api/${second}`;
    if (!withExercise.has(second)) return 'other';
    slugs ??= new Set(exerciseSlugs());
    return `api/${second}/${slugs.has(third) ? third : 'unknown'}`;
  }
  if (first === '.well-known') return 'well-known';
  if (first === '_next') return 'asset';
  if (path === '/' || path.startsWith('/?')) return 'home';
  return firstSegments.has(first) ? `page/${first}` : 'other';
}
