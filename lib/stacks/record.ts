/** The record: what each stack answered, read from `stacks/record`. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseResponse, type RecordedResponse } from './message';

export interface Question {
  readonly id: string;
  readonly title: string;
  /** For the head of a column. */
  readonly short: string;
  readonly about: string;
}

/** What every stack was asked, in order. */
export const questions: readonly Question[] = JSON.parse(
  readFileSync(path.join(process.cwd(), 'stacks', 'questions.json'), 'utf8'),
);

export type Answer =
  | { readonly notApplicable: string }
  | {
      readonly request: string;
      /** The bytes of the response as text; those that are no UTF-8 stand in the file in base64. */
      readonly raw: string;
      readonly response: RecordedResponse;
      /** What was sent first, to log in. */
      readonly before: readonly { readonly request: string; readonly response: string }[];
    };

export interface Variant {
  readonly id: string;
  readonly title: string;
  readonly schemes: readonly string[];
  readonly answers: Readonly<Record<string, Answer>>;
}

export interface StackRecord {
  readonly name: string;
  readonly title: string;
  readonly language: string;
  readonly kind: string;
  readonly from: 'npm' | 'debian';
  /** The day, as 2026-11-30. */
  readonly recorded: string;
  readonly versions: Readonly<Record<string, string>>;
  /** Questions whose status the small program chose, and not the stack. */
  readonly chosenByProgram: readonly string[];
  readonly volatile: readonly { readonly name: string; readonly pattern: string }[];
  readonly program: Readonly<Record<string, string>>;
  /** The default first. */
  readonly variants: readonly [Variant, ...Variant[]];
}

interface StoredAnswer {
  notApplicable?: string;
  request?: string;
  response?: string | { base64: string };
  before?: { request: string; response: string | { base64: string } }[];
}

interface StoredRecord extends Omit<StackRecord, 'variants'> {
  variants: Record<string, { title: string; schemes: string[] }>;
  answers: Record<string, Record<string, StoredAnswer>>;
}

const folder = path.join(process.cwd(), 'stacks', 'record');

let cached: readonly StackRecord[] | undefined;

/** Every stack of the record, by title. */
export function listRecords(): readonly StackRecord[] {
  if (process.env.NODE_ENV !== 'production') return readAll();
  cached ??= readAll();
  return cached;
}

/** The record of one stack. */
export function findRecord(name: string): StackRecord | undefined {
  return listRecords().find((record) => record.name === name);
}

/** The files as they are, for those who want to count for themselves. */
export function storedRecords(): unknown[] {
  return recordFiles().map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')));
}

function recordFiles(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort();
}

function readAll(): StackRecord[] {
  return (storedRecords() as StoredRecord[])
    .map(readRecord)
    .sort((first, other) => first.title.localeCompare(other.title, 'en'));
}

function readRecord({ variants, answers, ...rest }: StoredRecord): StackRecord {
  const [first, ...others] = Object.entries(variants).map(
    ([id, { title, schemes }]): Variant => ({
      id,
      title,
      schemes,
      answers: Object.fromEntries(
        Object.entries(answers[id] ?? {}).map(([question, answer]) => [question, readAnswer(answer)]),
      ),
    }),
  );
  if (!first) throw new Error(`stacks/record/${rest.name}.json has no variant.`);
  return { ...rest, variants: [first, ...others] };
}

function readAnswer({ notApplicable, request = '', response = '', before = [] }: StoredAnswer): Answer {
  if (notApplicable) return { notApplicable };
  const raw = textOf(response);
  return {
    request,
    raw,
    response: parseResponse(raw),
    before: before.map((step) => ({ request: step.request, response: textOf(step.response) })),
  };
}

function textOf(stored: string | { base64: string }): string {
  return typeof stored === 'string' ? stored : Buffer.from(stored.base64, 'base64').toString('latin1');
}
