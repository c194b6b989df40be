/** The text of a lesson as nodes with their lines, so that what it refers to can be checked. */
import { createProcessor } from '@mdx-js/mdx';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import { type Rule, rulesIn } from '@/lib/http-auth/rule';
import { ContentError } from './content-error';

/** An element with its attributes, a heading, a link, or a rule that the text names. */
export type MdxNode = { readonly line: number } & (
  | { readonly type: 'element'; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly type: 'heading'; readonly depth: number; readonly text: string }
  | { readonly type: 'link'; readonly url: string }
  | { readonly type: 'citation'; readonly rule: Rule }
);

/** A node of the tree that the parser makes, as far as it is read here. */
export interface Tree {
  readonly type: string;
  readonly name?: string | null;
  readonly url?: string;
  readonly value?: unknown;
  readonly depth?: number;
  readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[];
  readonly children?: readonly Tree[];
  readonly position?: { readonly start: { readonly line: number } };
}

/** Elements, headings, links and citations of `text` in order. Throws a `ContentError` where it is not MDX. */
export function mdxNodes(text: string, file: string): MdxNode[] {
  return [...walk(mdxTree(text, file))];
}

/** The parsed `text`. Throws a `ContentError` where it is not MDX. */
export function mdxTree(text: string, file: string): Tree {
  const processor = createProcessor({ remarkPlugins: [remarkFrontmatter, remarkGfm] });
  try {
    return processor.parse(text) as Tree;
  } catch (error) {
    const { reason = String(error), place } = error as Refusal;
    const line = place?.start?.line ?? place?.line ?? Number(/\((\d+):\d+/.exec(reason)?.[1]);
    throw new ContentError([
      {
        file,
        line: Number.isNaN(line) ? undefined : line,
        reason: `This is not MDX: ${reason}`,
        advice: 'Close every element, and write { and < in text between backticks.',
      },
    ]);
  }
}

/** What the parser throws: it knows a point, a range, or names one in its reason. */
interface Refusal {
  readonly reason?: string;
  readonly place?: { readonly line?: number; readonly start?: { readonly line: number } };
}

function* walk(tree: Tree): Generator<MdxNode> {
  const line = tree.position?.start.line ?? 1;
  if (tree.type.startsWith('mdxJsx') && tree.name) {
    const attributes = (tree.attributes ?? []).flatMap(({ name, value }) =>
      name && typeof value === 'string' ? [[name, value] as const] : [],
    );
    yield { type: 'element', line, name: tree.name, attributes: Object.fromEntries(attributes) };
  }
  if (tree.type === 'heading') yield { type: 'heading', line, depth: tree.depth ?? 1, text: plain(tree) };
  if (tree.type === 'link' || tree.type === 'definition') yield { type: 'link', line, url: tree.url ?? '' };
  if (tree.type === 'text') {
    for (const rule of rulesIn(String(tree.value))) yield { type: 'citation', line, rule };
  }
  for (const child of tree.children ?? []) yield* walk(child);
}

function plain({ value, children = [] }: Tree): string {
  return typeof value === 'string' ? value : children.map(plain).join('');
}
