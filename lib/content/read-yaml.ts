/** Reads YAML against a shape; what does not fit is told with its line and key, never as a dump. */
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { ContentError, type Fault } from './content-error';
import { kindAdvices, kindNames } from './question-kinds';

/**
 * The value of `text`, which stands in `file` after `skippedLines` lines of something else.
 * Throws a `ContentError` with every fault that was found.
 */
export function readYaml<T>(schema: z.ZodType<T>, text: string, file: string, skippedLines = 0): T {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line + skippedLines;
  if (document.errors.length) {
    throw new ContentError(
      document.errors.map(({ message, pos }) => ({
        file,
        line: lineAt(pos[0]),
        reason: `This is not YAML: ${message.replace(/\s+/g, ' ')}`,
        advice: 'Mind indentation, and put text that holds a colon or begins with a sign between quotes.',
      })),
    );
  }
  const value: unknown = document.toJS();
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new ContentError(
    read.error.issues.map((issue) => fault(issue, value, file, (path) => lineOf(document, path, lineAt))),
  );
}

type Path = readonly PropertyKey[];

function fault(issue: z.core.$ZodIssue, value: unknown, file: string, line: (path: Path) => number): Fault {
  const key = keyText(issue.path);
  const advice = adviceFor(issue.path);
  return { file, line: line(issue.path), ...(key && { key }), ...worded(issue, value, advice) };
}

function worded(issue: z.core.$ZodIssue, value: unknown, advice: string): Pick<Fault, 'reason' | 'advice'> {
  const given = at(value, issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        reason: `Unknown ${issue.keys.length > 1 ? 'keys' : 'key'}: ${issue.keys.join(', ')}.`,
        advice: issue.keys.includes('minutes')
          ? 'Take minutes out: they are computed from the words, predictions, exercises and questions.'
          : 'Check the spelling, or take it out: a key that nothing reads is a mistake.',
      };
    case 'invalid_type':
      return given === undefined || given === null
        ? { reason: 'It is missing.', advice }
        : { reason: `${shown(given)} is no ${typeNames[issue.expected] ?? issue.expected}.`, advice };
    case 'invalid_value':
      return {
        reason: given === undefined ? 'It is missing.' : `${shown(given)} cannot stand here.`,
        advice: `Write one of: ${issue.values.map(String).join(', ')}.`,
      };
    case 'invalid_union': {
      const allowed = 'options' in issue && Array.isArray(issue.options) ? issue.options : kindNames;
      return {
        reason: given === undefined ? 'It is missing.' : `${shown(given)} is not a kind.`,
        advice: `Write one of: ${allowed.map(String).join(', ')}.`,
      };
    }
    case 'too_small':
      return { reason: `It is too short or too small: at least ${issue.minimum} is wanted.`, advice };
    case 'too_big':
      return { reason: `It is too long or too large: at most ${issue.maximum} is wanted.`, advice };
    default:
      return { reason: issue.message, advice };
  }
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  int: 'whole number',
  boolean: 'true or false',
  array: 'list',
  object: 'set of keys',
  record: 'set of keys',
};

/** What to write at a key, by its name. */
const advices: Readonly<Record<string, string>> = {
  why: 'Every option explains itself: say in at most 60 words why it is right or wrong.',
  id: 'Give an id of small letters, digits and hyphens that was never used before, such as first-401-invitation.',
  rule: 'Name a rule like “RFC 9110 §15.5.2”.',
  rules: 'List rules like “RFC 9110 §15.5.2”.',
  options:
    'List options, each with “text” and “why”: choose has one with “correct: true”, several has one or more and a wrong one.',
  variants: 'Write at least one other version of the question: it is asked when the first was missed.',
  items: 'List at least six questions.',
  message: 'Show the request or response as raw text, after “message: |”.',
  only: 'Write request or response, or leave it out to show both.',
  ask: 'Ask the question in at most 60 words.',
  needs: 'List slugs of earlier lessons, such as your-first-401, or leave it out for the lesson before.',
  inShort: 'Write means, check and fix, together in at most 60 words.',
  module: 'Write “module: { number: 0, title: Read a refusal }”.',
  causes: 'List slugs of causes, such as expired-token.',
  says: 'List texts that tools print, each with “text”, “tool” and “source”; leave it out where there is none.',
  signs: 'List marks of an exchange, each with “strength” and “reason”; leave it out where there is none.',
  source:
    'Name the file or the thread that has the text, a rule like “RFC 9110 §15.5.2”, or a program like “stack:express”.',
  strength: 'Write certain where it can be nothing else, or likely.',
  reason: 'Say in at most 30 words why this mark points to this cause.',
  proof: 'Write “command”, and “look” for what its output shows.',
  who: 'List where it happens: visitor, page, program, server.',
  sent: 'List what the request carried: token, password, cookie, signature, nothing; or leave it out.',
  reader: 'Write what the commonest reader answers, such as “reader: { status: none }”, or leave it out.',
  fixedBy: 'List who can fix it, the likeliest first: visitor, client, server, operator.',
  neighbours: 'List one to four slugs of causes that look like this one.',
  evidence: 'List at least one public source, each with “title” and “url”.',
  sources: 'List at least one public source, each with “title” and “url”.',
  exercise:
    'Write “exercise: { slug: expired-token, draft: start }”, or say in cannotShow why none shows it.',
  statuses:
    'List the statuses that it is about, such as [401]; a build lists two wrong ones or more, each with “status” and “why”.',
  exchange: 'Write “exchange: { exercise: first-401, draft: start }”.',
  draft: 'Write start, solution, or the name of a mistake of that exercise.',
};

function adviceFor(path: Path): string {
  const key = [...path].reverse().find((part) => typeof part === 'string');
  return (
    advices[String(key)] ?? kindAdvices[String(key)] ?? 'See the files beside this one for how it is written.'
  );
}

function keyText(path: Path): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text && '.'}${String(part)}`),
    '',
  );
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, part) =>
      typeof inner === 'object' && inner !== null ? inner[part as keyof typeof inner] : undefined,
    value,
  );
}

/** The line of the node at `path`, or of the nearest one around it. */
function lineOf(document: Document, path: Path, lineAt: (offset: number) => number): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
    if (Array.isArray(range)) return lineAt(range[0] as number);
  }
  return lineAt(0);
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
}
