/** Where the course uses a term of the glossary for the first time, and whether it explains it there. */
import type { Fault } from './content-error';
import { mdxTree, type Tree } from './mdx-nodes';
import type { Glossary } from './words';

/** The text of a lesson with its place. */
export interface LessonText {
  readonly file: string;
  readonly text: string;
}

interface Block {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  /** The ids of the terms that it marks. */
  readonly marked: readonly string[];
}

/** Words that mean something else in everyday English, so that a text may use them before the term. */
const everyday = ['site', 'claim', 'trace', 'replay', 'gateway'];

/** A fault for each term that `lessons`, in course order, use before they mark it with `<Term>`. */
export function firstTermFaults(lessons: readonly LessonText[], glossary: Glossary): Fault[] {
  const blocks = lessons.flatMap(({ file, text }) => [...blocksOf(mdxTree(text, file), file)]);
  const terms = Object.entries(glossary)
    // A status is what a lesson is about, and is explained by all of it.
    .filter(([id, { term }]) => !everyday.includes(id) && !/^\d{3} /.test(term))
    .map(([id, { term }]) => ({ id, term, pattern: patternOf(term) }))
    // “refresh token” is looked for before “token”, which it contains.
    .sort((a, b) => b.term.length - a.term.length);
  const faults = new Map<string, Fault>();
  const explained = new Set<string>();
  for (const { file, line, text, marked } of blocks) {
    for (const id of marked) explained.add(id);
    let rest = text;
    for (const { id, term, pattern } of terms) {
      // In code a common word is a part of something else, such as the name of a header.
      const isUsed = pattern.test(/^[a-z ]+$/.test(term) ? rest.replace(/`[^`]*`/g, ' ') : rest);
      rest = rest.replace(new RegExp(pattern, `${pattern.flags}g`), ' ');
      if (!isUsed || explained.has(id) || faults.has(id)) continue;
      faults.set(id, {
        file,
        line,
        reason: `“${term}” stands here for the first time, and is not explained.`,
        advice: `Write <Term id="${id}">…</Term> around it, or use the term later.`,
      });
    }
  }
  return [...faults.values()];
}

/** Paragraphs and cells; headings and attributes cannot mark a term. */
function* blocksOf(tree: Tree, file: string): Generator<Block> {
  if (tree.type === 'paragraph' || tree.type === 'tableCell') {
    const line = tree.position?.start.line ?? 1;
    yield { file, line, text: textOf(tree), marked: [...termsIn(tree)] };
    return;
  }
  // An element that stands alone on its line is no paragraph to the parser.
  if (tree.type === 'mdxJsxFlowElement' && tree.name === 'Term') {
    yield { file, line: tree.position?.start.line ?? 1, text: textOf(tree), marked: [...termsIn(tree)] };
    return;
  }
  for (const child of tree.children ?? []) yield* blocksOf(child, file);
}

function* termsIn(tree: Tree): Generator<string> {
  if (tree.name === 'Term') {
    const id = tree.attributes?.find(({ name }) => name === 'id')?.value;
    if (typeof id === 'string') yield id;
  }
  for (const child of tree.children ?? []) yield* termsIn(child);
}

function textOf(tree: Tree): string {
  if (tree.type === 'inlineCode') return `\`${tree.value}\``;
  if (typeof tree.value === 'string') return tree.value;
  return (tree.children ?? []).map(textOf).join('');
}

/** A pattern for a term as texts write it: “key set (JWKS)” by either name, the name of a header as code, plurals. */
function patternOf(term: string): RegExp {
  const [, header] = /^(\S+) (?:field|header)$/.exec(term) ?? [];
  if (header) return new RegExp(`\`${escaped(header)}\``);
  const names = term
    .split(/[()]/)
    .map((name) => name.trim())
    .filter(Boolean);
  const forms = names.map((name) => escaped(name).replace(/y$/, '(?:y|ies)'));
  return new RegExp(`(?<![\\w-])(?:${forms.join('|')})s?(?![\\w-])`, /[A-Z]/.test(term) ? '' : 'i');
}

function escaped(text: string): string {
  return text.replace(/[^\w\s-]/g, '\\$&');
}
