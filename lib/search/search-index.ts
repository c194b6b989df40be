/** The index of the search: made while the site is built, and read in the page when somebody searches. */
import MiniSearch, { type Options } from 'minisearch';
import { type CompactIndex, packIndex, unpackIndex } from './compact-index';
import { termsOf } from './words';

/** What a result shows. */
export interface Page {
  readonly at: string;
  readonly kind: string;
  readonly title: string;
  readonly text: string;
}

/** A part of a page that was indexed by itself: its head, a section, or a text that a tool prints. */
export interface Passage {
  /** The number of its page. */
  readonly page: number;
  /** The id of its heading; empty where it has none. */
  readonly anchor: string;
  /** Its heading, or the text that a tool prints; empty for the head of a page. */
  readonly title: string;
  /** The tool that prints it; undefined where it is no such text. */
  readonly tool?: string | undefined;
}

/** A page as it is indexed. */
export interface IndexedPage extends Page {
  readonly words: string;
  readonly sections: readonly { readonly anchor: string; readonly title: string; readonly body: string }[];
  readonly says: readonly { readonly text: string; readonly tool: string }[];
}

/** Pages and passages as rows, and the index over the passages by their number. */
export interface StoredIndex {
  readonly pages: readonly (readonly [at: string, kind: string, title: string, text: string])[];
  readonly passages: readonly (readonly [page: number, anchor: string, title: string, tool?: string])[];
  readonly index: CompactIndex;
}

export interface SearchIndex {
  readonly pages: readonly Page[];
  readonly passages: readonly Passage[];
  readonly index: MiniSearch<Document>;
}

interface Document {
  readonly id: number;
  readonly title?: string;
  readonly printed?: string;
  readonly text?: string;
  readonly words?: string;
  readonly body?: string;
}

const options: Options<Document> = {
  fields: ['title', 'printed', 'text', 'words', 'body'],
  tokenize: (text) => [...termsOf(text)],
  processTerm: (term) => term,
};

/** Indexes the pages. The result can be written as JSON. */
export function makeIndex(pages: readonly IndexedPage[]): StoredIndex {
  const index = new MiniSearch<Document>(options);
  const passages: StoredIndex['passages'][number][] = [];
  const add = (row: StoredIndex['passages'][number], document: Omit<Document, 'id'>) => {
    index.add({ id: passages.length, ...document });
    passages.push(row);
  };
  pages.forEach(({ title, text, words, sections, says }, page) => {
    // What stands before the first heading belongs to the head.
    const opening = sections.filter(({ anchor }) => !anchor).map(({ body }) => body);
    add([page, '', ''], { title, text, words, body: opening.join(' ') });
    for (const section of sections.filter(({ anchor }) => anchor)) {
      add([page, section.anchor, section.title], { words: section.title, body: section.body });
    }
    for (const { text, tool } of says) add([page, '', text, tool], { printed: text, words: tool });
  });
  return {
    pages: pages.map(({ at, kind, title, text }) => [at, kind, title, text]),
    passages,
    index: packIndex(index.toJSON()),
  };
}

/** Reads what `makeIndex` wrote as JSON. Long work is cut into pieces, so that typing goes on meanwhile. */
export async function readIndex(json: string): Promise<SearchIndex> {
  const { pages, passages, index } = JSON.parse(json) as StoredIndex;
  return {
    pages: pages.map(([at, kind, title, text]) => ({ at, kind, title, text })),
    passages: passages.map(([page, anchor, title, tool]) => ({ page, anchor, title, tool })),
    index: await MiniSearch.loadJSAsync<Document>(await unpackIndex(index), options),
  };
}
