/** The prose that learners read, in blocks with their place: of MDX with its head, and of YAML. */
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import { mdxTree, type Tree } from './mdx-nodes';

/** A paragraph, a heading, a cell or the value of a key. Code stands between backticks. */
export interface Prose {
  readonly file: string;
  /** The line on which it begins. */
  readonly line: number;
  readonly text: string;
  /** The key of YAML whose value it is. */
  readonly key?: string;
}

/** Attributes of elements that a reader sees. */
const shownAttributes = ['alt', 'ask', 'options', 'caption', 'title', 'firstTitle', 'secondTitle', 'binds'];

/** The prose of an MDX file, its head included. Throws a `ContentError` where it is not MDX. */
export function mdxProse(text: string, file: string): Prose[] {
  return [...blocksOf(mdxTree(text, file), file)];
}

function* blocksOf(tree: Tree, file: string): Generator<Prose> {
  const line = tree.position?.start.line ?? 1;
  if (tree.type === 'yaml') return yield* yamlProse(String(tree.value), file, line);
  if (tree.type.startsWith('mdxJsx')) yield* attributesOf(tree, file, line);
  if (['paragraph', 'heading', 'tableCell'].includes(tree.type)) {
    yield { file, line, text: textOf(tree) };
    // A paragraph may have elements inside, whose attributes are read too.
    for (const child of tree.children ?? [])
      if (child.type.startsWith('mdxJsx')) yield* attributesOf(child, file, line);
    return;
  }
  for (const child of tree.children ?? []) yield* blocksOf(child, file);
}

function* attributesOf({ attributes = [] }: Tree, file: string, line: number): Generator<Prose> {
  for (const { name = '', value } of attributes) {
    if (!shownAttributes.includes(name) || typeof value !== 'string') continue;
    for (const text of value.split('|')) yield { file, line, text };
  }
}

function textOf(tree: Tree): string {
  if (tree.type === 'inlineCode') return `\`${tree.value}\``;
  if (typeof tree.value === 'string') return tree.value;
  return (tree.children ?? []).map(textOf).join('');
}

/** Keys whose values are names, messages as they cross the wire, or the words of others. */
const notProse = new Set(
  `answer command cause causes challenges draft evidence example exercise file fixedBy id keyword kind language lie line message
  misconception must needs neighbours only rule rules see signs slug source sources status statuses url who`.split(
    /\s+/,
  ),
);

/** The prose of a YAML file, or of a head that begins after line `offset`. */
export function yamlProse(text: string, file: string, offset = 0): Prose[] {
  const lineCounter = new LineCounter();
  const passages: Prose[] = [];
  visit(parseDocument(text, { lineCounter }), {
    Pair(_, { key, value }, path) {
      const name = isScalar(key) ? String(key.value) : '';
      // A wrong header that people type, and a term of the glossary that is called as a key is.
      const isTyped = name === 'text' && path.some((node) => isPair(node) && String(node.key) === 'mistakes');
      // What tools print, in a list; what a misconception says is a sentence of ours.
      const isPrinted = name === 'says' && isSeq(value);
      return isTyped || isPrinted || (notProse.has(name) && !isMap(value)) ? visit.SKIP : undefined;
    },
    Scalar(place, { value, range }, path) {
      if (place === 'key' || typeof value !== 'string' || !range) return;
      const pair = path.findLast(isPair);
      const key = isScalar(pair?.key) ? String(pair.key.value) : '';
      passages.push({ file, line: offset + lineCounter.linePos(range[0]).line, text: value, key });
    },
  });
  return passages;
}
