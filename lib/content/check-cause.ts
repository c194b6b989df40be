/** What the file of a cause may say: causes, misconceptions and drafts that exist, and four parts in their order. */
import { type Cause, causeFile, wordsIn } from './cause';
import { knowledgeFaults } from './cause-signs';
import { textFaults } from './check-text';
import type { Fault } from './content-error';
import { draftFaults, type Known, unknown } from './known';
import type { MdxNode } from './mdx-nodes';
import { misconceptionsFile } from './words';

/** The parts of the text of every cause, in this order. */
const causeParts = ['What it looks like', 'How to be sure', 'The fix', 'Why it happens'] as const;

/** What is counted to keep a cause short enough for somebody who is stuck. */
const [fewest, most] = [120, 300];

/** Faults in one cause; `text` is its whole file. */
export function causeFaults(
  cause: Cause,
  text: string,
  nodes: readonly MdxNode[],
  knownNames: Known,
): Fault[] {
  const file = causeFile(cause.file);
  return [
    ...cause.neighbours.flatMap((slug, index) => neighbourFaults(cause, slug, index, knownNames)),
    ...(Object.hasOwn(knownNames.misconceptions, cause.misconception)
      ? []
      : [unknown({ file, key: 'misconception' }, 'misconception', cause.misconception, misconceptionsFile)]),
    ...(cause.exercise
      ? draftFaults({ file, key: 'exercise' }, cause.exercise.slug, cause.exercise.draft, knownNames)
      : []),
    ...knowledgeFaults(cause).map((fault) => ({ ...fault, file })),
    ...textFaults(file, nodes, '', knownNames),
    ...partFaults(file, nodes),
    ...lengthFaults(file, wordsIn(text)),
  ];
}

function neighbourFaults(cause: Cause, slug: string, index: number, knownNames: Known): Fault[] {
  const at = { file: causeFile(cause.file), key: `neighbours[${index}]` };
  if (slug === cause.slug) {
    return [{ ...at, reason: 'A cause is no neighbour of itself.', advice: 'Name one that looks like it.' }];
  }
  return knownNames.causes.has(slug) ? [] : [unknown(at, 'cause', slug, 'content/causes')];
}

function partFaults(file: string, nodes: readonly MdxNode[]): Fault[] {
  const sandbox = nodes.find((node) => node.type === 'element' && node.name === 'Sandbox');
  const parts = nodes.flatMap((node) => (node.type === 'heading' && node.depth === 2 ? [node.text] : []));
  return [
    ...(sandbox
      ? [
          {
            file,
            line: sandbox.line,
            key: '<Sandbox>',
            reason: 'The page places the sandbox of a cause itself.',
            advice: 'Take it out, and name the exercise in the frontmatter.',
          },
        ]
      : []),
    ...(parts.join('|') === causeParts.join('|')
      ? []
      : [
          {
            file,
            reason: `Its parts are: ${parts.join(' · ') || 'none'}.`,
            advice: `Head the parts, in this order: ${causeParts.map((part) => `## ${part}`).join(' · ')}.`,
          },
        ]),
  ];
}

function lengthFaults(file: string, words: number): Fault[] {
  if (words >= fewest && words <= most) return [];
  return [
    {
      file,
      reason: `The text has ${words} words.`,
      advice: `Write ${fewest} to ${most}: whoever reads it is stuck right now.`,
    },
  ];
}
