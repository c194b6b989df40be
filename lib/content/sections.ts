/** A text by its headings, as the search reads it: prose, code, what figures say, and the programs of snippets. */
import { anchor } from './anchor';
import { mdxTree, type Tree } from './mdx-nodes';
import { loadSnippets } from './snippets';

export interface TextSection {
  /** The id of its heading; empty for what stands before the first. */
  readonly anchor: string;
  readonly title: string;
  readonly body: string;
}

/** The sections of an MDX `text`, in order. Throws a `ContentError` where it is not MDX. */
export function sectionsOf(text: string, file: string): readonly TextSection[] {
  const sections: { anchor: string; title: string; words: string[] }[] = [
    { anchor: '', title: '', words: [] },
  ];
  for (const piece of pieces(mdxTree(text, file))) {
    if (piece.heading) sections.push({ anchor: anchor(piece.text), title: piece.text, words: [] });
    else sections.at(-1)?.words.push(piece.text);
  }
  return sections
    .map(({ words, ...rest }) => ({ ...rest, body: words.join(' ').replace(/\s+/g, ' ').trim() }))
    .filter(({ title, body }) => title || body);
}

interface TextPiece {
  readonly text: string;
  readonly heading?: true;
}

/** Attributes of elements that a reader sees. */
const readAttributes = ['ask', 'caption', 'firstTitle', 'secondTitle', 'id'];

function* pieces(tree: Tree): Generator<TextPiece> {
  if (tree.type === 'yaml' || tree.type.startsWith('mdxjsEsm') || tree.type.endsWith('Expression')) return;
  if (tree.type === 'heading') {
    yield { text: plain(tree), heading: true };
    return;
  }
  if (tree.type.startsWith('mdxJsx')) yield { text: elementText(tree) };
  if (typeof tree.value === 'string') yield { text: tree.value };
  // Marks inside a word do not part it.
  if (tree.children?.every(({ type }) => type === 'text' || type === 'inlineCode'))
    yield { text: plain(tree) };
  else for (const child of tree.children ?? []) yield* pieces(child);
}

function elementText({ name, attributes = [] }: Tree): string {
  const attributeOf = (key: string) => attributes.find((attribute) => attribute.name === key)?.value;
  const set = attributeOf('set');
  if (name === 'Snippets' && typeof set === 'string') {
    const { title, snippets } = loadSnippets(set);
    return [title, ...snippets.flatMap((snippet) => [snippet.title, snippet.text])].join('\n');
  }
  const read = name === 'Rule' ? readAttributes : readAttributes.filter((attribute) => attribute !== 'id');
  return read
    .map(attributeOf)
    .filter((value) => typeof value === 'string')
    .join(' ');
}

function plain({ value, children = [] }: Tree): string {
  return typeof value === 'string' ? value : children.map(plain).join('');
}
