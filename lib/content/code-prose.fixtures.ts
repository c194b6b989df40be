/** The prose in source files: texts between tags, and strings of more than one word. */
import { parseAst } from 'vitest/node';
import type { Prose } from './prose';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly name?: { readonly name?: string };
  readonly key?: { readonly name?: string };
  readonly value?: unknown;
  readonly children?: readonly Node[];
  readonly quasis?: readonly { readonly value: { readonly cooked?: string } }[];
}

/** Elements that stand within a sentence. */
const inline = /^(?:a|abbr|b|code|em|i|kbd|span|strong|Inline|PageLink|Link)$/;

/** The prose of a TypeScript file. Class names, module names and single words are none. */
export function codeProse(text: string, file: string): Prose[] {
  const lang = file.endsWith('x') ? 'tsx' : 'ts';
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  return [...textsIn(parseAst(text, { lang }) as unknown as Node)].map(({ at, words }) => ({
    file,
    line: lineAt(at),
    text: words,
  }));
}

interface Text {
  readonly at: number;
  readonly words: string;
}

/** `isRead` is true of an element whose text the sentence around it contains already. */
function* textsIn(node: Node, isRead = false): Generator<Text> {
  if (/^(?:Import|TSLiteral)/.test(node.type)) return;
  // A draft has a name that texts refer to, and that stays.
  if (node.type === 'Property' && node.key?.name === 'name') return;
  if (node.type === 'JSXAttribute' && /class/i.test(node.name?.name ?? '')) return;
  if (node.type === 'Literal' && typeof node.value === 'string') yield* several(node.start, node.value);
  if (node.type === 'TemplateLiteral')
    yield* several(node.start, (node.quasis ?? []).map(({ value }) => value.cooked ?? '').join('`…`'));
  if (!isRead && node.children && node.type.startsWith('JSX')) yield* runsOf(node.children);
  for (const [key, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child) && !(key === 'children' && child.type === 'JSXText'))
        yield* textsIn(child, key === 'children' && wordsOf(child) !== undefined);
    }
  }
}

function* several(at: number, words: string): Generator<Text> {
  if (/\S\s+\S/.test(words)) yield { at, words };
}

/** The sentences between the tags of one element; what is computed stands in them as code. */
function* runsOf(children: readonly Node[]): Generator<Text> {
  let run: Text | undefined;
  for (const child of children) {
    const words = wordsOf(child);
    if (words === undefined) {
      if (run) yield run;
      run = undefined;
    } else {
      const at = child.start + (/^\s*/.exec(words)?.[0].length ?? 0);
      run = run ? { at: run.at, words: run.words + words } : { at, words: words.trimStart() };
    }
  }
  if (run && /\p{Letter}/u.test(run.words.replace(/`[^`]*`/g, ''))) yield run;
}

function wordsOf(node: Node): string | undefined {
  if (node.type === 'JSXText') return String(node.value);
  if (node.type === 'JSXExpressionContainer') return '`…`';
  if (node.type !== 'JSXElement') return undefined;
  const { openingElement } = node as Node & { readonly openingElement: Node };
  if (!inline.test(openingElement.name?.name ?? '')) return undefined;
  const parts = (node.children ?? []).map(wordsOf);
  return parts.includes(undefined) ? undefined : parts.join('');
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
