/** How the index is made at build and read in the page: both have to agree. */
import type { Options } from 'minisearch';

export interface Found {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly text: string;
}

/** Words of a title weigh most. Two typing errors in ten letters are forgiven, and a word may be unfinished. */
export const searchOptions: Options<Found & { readonly words: string }> = {
  fields: ['title', 'words', 'text'],
  storeFields: ['kind', 'title', 'text'],
  searchOptions: {
    boost: { title: 4, words: 2 },
    prefix: true,
    fuzzy: (term) => (term.length > 3 ? 0.2 : false),
    combineWith: 'AND',
    boostDocument: (_id, _term, fields) => weights[String(fields?.kind)] ?? 1,
  },
};

const weights: Readonly<Record<string, number>> = {
  Lesson: 1.4,
  Cause: 1.4,
  Page: 1.5,
  'In a lesson': 0.6,
  'Open door': 0.7,
  Stack: 0.8,
};
