/** Sequences: who sends what to whom, in order. Words and lanes are written; every arrow is a request of an exercise. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ContentError, type Fault } from './content-error';
import { draftFaults, type Known } from './known';
import { readYaml } from './read-yaml';
import { prose, slug } from './shapes';
import { readTextFile } from './text-file';

const headers = z.array(z.string().regex(/^[A-Za-z0-9-]+$/, { error: 'It is not the name of a header.' }));

/** Headers that the words speak of: those that a message must have, and those that it must not have. */
const headersOf = z.strictObject({ shows: headers.optional(), lacks: headers.optional() });

const lane = z.strictObject({
  name: prose(5),
  where: prose(8).optional(),
  /** The server's other origin, which the exercise redirects to. */
  elsewhere: z.literal(true).optional(),
});

const step = z
  .strictObject({
    from: slug.optional(),
    to: slug.optional(),
    /** A note stands at one lane, and has a draft only where something was sent for it. */
    at: slug.optional(),
    note: prose(25).optional(),
    /** The next request of this draft: those that it asks for first, then itself. */
    draft: z.string().min(1).optional(),
    status: z.int().min(100).max(599).optional(),
    request: prose(25).optional(),
    response: prose(25).optional(),
    asks: headersOf.optional(),
    answers: headersOf.optional(),
  })
  .superRefine((value, context) => {
    const isNote = value.note !== undefined || value.at !== undefined;
    const needed = isNote
      ? (['at', 'note', ...(value.draft ? (['status'] as const) : [])] as const)
      : (['from', 'to', 'draft', 'status', 'request'] as const);
    for (const key of needed)
      if (value[key] === undefined)
        context.addIssue({ code: 'custom', path: [key], message: 'It is missing.' });
    if (isNote && (value.from !== undefined || value.to !== undefined))
      context.addIssue({ code: 'custom', path: ['note'], message: 'A note has no arrow.' });
  });

const sequenceFile = z.strictObject({
  title: prose(14),
  exercise: slug,
  lanes: z
    .record(slug, lane)
    .refine((lanes) => Object.keys(lanes).length >= 2, { error: 'It has fewer than two lanes.' }),
  steps: z.array(step).min(2).max(8),
});

/** One message and its answer, or a note at a lane. */
export type SequenceStep = z.infer<typeof step>;

export interface Sequence extends z.infer<typeof sequenceFile> {
  /** The name of its file, without `.yaml`. */
  readonly name: string;
}

/** Where a sequence is written, for messages. */
function sequencePath(name: string): string {
  return `content/sequences/${name}.yaml`;
}

/** The names of all sequences. */
export function sequenceNames(root = process.cwd()): readonly string[] {
  const folder = path.join(root, 'content', 'sequences');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .sort();
}

/** One sequence. Throws a `ContentError` that names file and key where it is missing or wrong. */
export function loadSequence(name: string, root = process.cwd()): Sequence {
  const file = sequencePath(name);
  const text = readTextFile(path.join(root, file), file, 'Write title, exercise, lanes and steps there.');
  return { name, ...readYaml(sequenceFile, text, file) };
}

/** How many words there are to read in the sequences of `text`, the MDX of a lesson. */
export function sequenceWords(text: string): number {
  const names = [...text.matchAll(/<Sequence\s+name="([^"]+)"/g)].map(([, name = '']) => name);
  const words = names.flatMap((name) =>
    loadSequence(name).steps.flatMap(({ note = '', request = '', response = '' }) =>
      `${note} ${request} ${response}`.split(/\s+/).filter(Boolean),
    ),
  );
  return words.length;
}

/** The faults of all sequences: of the files themselves, and of the lanes and drafts that they name. */
export function sequenceFaults(knownNames: Known, root = process.cwd()): Fault[] {
  return sequenceNames(root).flatMap((name) => {
    try {
      return namesIn(loadSequence(name, root), knownNames);
    } catch (error) {
      if (error instanceof ContentError) return error.faults;
      throw error;
    }
  });
}

function namesIn({ name, exercise, lanes, steps }: Sequence, knownNames: Known): Fault[] {
  const file = sequencePath(name);
  const unknownExercise = draftFaults({ file, key: 'exercise' }, exercise, undefined, knownNames);
  if (unknownExercise.length) return unknownExercise;
  return steps.flatMap((step, index) => [
    ...(['from', 'to', 'at'] as const).flatMap((key): Fault[] => {
      const { [key]: which } = step;
      if (which === undefined || Object.hasOwn(lanes, which)) return [];
      const reason = `There is no lane “${which}”.`;
      const advice = `Write one of: ${Object.keys(lanes).join(', ')}.`;
      return [{ file, key: `steps[${index}].${key}`, reason, advice }];
    }),
    ...draftFaults({ file, key: `steps[${index}].draft` }, exercise, step.draft, knownNames),
  ]);
}

type Lines = readonly (readonly [name: string, value: string])[];

/** What came of a step that sent something. */
export interface Sent {
  readonly request: { readonly fields: Lines };
  readonly response: { readonly status: number; readonly fields: Lines };
}

/** What a step sends, and where; undefined for a note for which nothing is sent. */
type Turn = { readonly draft: string; readonly elsewhere?: boolean | undefined } | undefined;

/** The turns of a sequence, one for each step. */
export function turnsOf({ lanes, steps }: Sequence): readonly Turn[] {
  return steps.map(({ draft, to = '' }) => draft && { draft, elsewhere: lanes[to]?.elsewhere }) as Turn[];
}

/** Runs turns in order at one server; `unsent` names the drafts that have more to send. */
export type RunTurns = (
  exercise: string,
  turns: readonly Turn[],
) => Promise<{ readonly exchanges: readonly (Sent | undefined)[]; readonly unsent: readonly string[] }>;

/** Runs every sequence. Throws one `ContentError` with each place where the words say what did not happen. */
export async function checkSequences(run: RunTurns, root = process.cwd()): Promise<void> {
  const faults: Fault[] = [];
  for (const name of sequenceNames(root)) {
    const sequence = loadSequence(name, root);
    const { exchanges, unsent } = await run(sequence.exercise, turnsOf(sequence));
    faults.push(...sentFaults(sequence, exchanges), ...unsentFaults(name, unsent));
  }
  if (faults.length) throw new ContentError(faults);
}

function sentFaults({ name, steps }: Sequence, exchanges: readonly (Sent | undefined)[]): Fault[] {
  const file = sequencePath(name);
  return steps.flatMap(({ draft, status, asks, answers }, index): Fault[] => {
    const { [index]: sent } = exchanges;
    if (draft === undefined || !sent) return [];
    const key = `steps[${index}]`;
    const came = sent.response.status;
    return [
      ...(came === status
        ? []
        : [{ file, key: `${key}.status`, reason: `The server answers ${came}.`, advice: `Write ${came}.` }]),
      ...headerFaults({ file, key: `${key}.asks` }, asks, sent.request.fields),
      ...headerFaults({ file, key: `${key}.answers` }, answers, sent.response.fields),
    ];
  });
}

function headerFaults(
  at: { readonly file: string; readonly key: string },
  { shows = [], lacks = [] }: z.infer<typeof headersOf> = {},
  fields: Lines,
): Fault[] {
  const names = new Set(fields.map(([name]) => name.toLowerCase()));
  const advice = `The message has: ${fields.map(([name]) => name).join(', ') || 'no header'}.`;
  return [
    ...shows
      .filter((name) => !names.has(name.toLowerCase()))
      .map((name) => ({ ...at, reason: `There is no header ${name}.`, advice })),
    ...lacks
      .filter((name) => names.has(name.toLowerCase()))
      .map((name) => ({ ...at, reason: `There is a header ${name}.`, advice })),
  ];
}

function unsentFaults(name: string, unsent: readonly string[]): Fault[] {
  return unsent.map((draft) => ({
    file: sequencePath(name),
    key: 'steps',
    reason: `“${draft}” sends more requests than the steps show.`,
    advice: 'Add a step for each, in the order in which they are sent.',
  }));
}
