/** An answer as a person writes it: a status line and header lines, without quotes to escape (RFC 9112 §4, §5). */
import type { Field } from './message';

/** What the text says, word for word; nothing is checked. */
export interface AnswerText {
  /** The digits of the status line; empty where there is none. */
  readonly status: string;
  readonly fields: readonly Field[];
  /** The first line that is neither a status line nor a header line. */
  readonly odd?: string;
}

/** An answer to the request called `name`. */
export interface NamedAnswer extends AnswerText {
  readonly name: string;
}

const statusLine = /^(?:HTTP\/\d(?:\.\d)?[ \t]+)?(\d+)(?:[ \t].*)?$/i;
const blank = /^[ \t]*$/;

/** Reads `HTTP/1.1 401 Unauthorized` or `401`, then header lines up to the first blank line. */
export function readAnswerText(text: string): AnswerText {
  const lines = linesOf(text);
  const begin = lines.findIndex((line) => !blank.test(line));
  const end = lines.findIndex((line, at) => at > begin && blank.test(line));
  return begin < 0 ? { status: '', fields: [] } : answerOf(lines.slice(begin, end < 0 ? lines.length : end));
}

/** The text of an answer: `readAnswerText` reads the same from it. */
export function writeAnswerText({ status, fields }: Omit<AnswerText, 'odd'>): string {
  const lines = fields.map(([name, value]) => `${name}: ${value}`);
  return [...(status ? [`HTTP/1.1 ${status}`] : []), ...lines].join('\n');
}

/**
 * Reads several answers, a blank line between two. Each begins with its name: `shelf-stranger: 401`.
 * A line with one of `names` begins an answer without the blank line, too.
 */
export function readNamedAnswers(text: string, names: readonly string[] = []): NamedAnswer[] {
  const blocks: string[][] = [[]];
  for (const line of linesOf(text)) {
    if (blank.test(line)) blocks.push([]);
    else if (names.includes(divided(line)[0].trim())) blocks.push([line]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.flatMap(([first, ...rest]) => {
    if (first === undefined) return [];
    const [name, status] = divided(first);
    return [{ name: name.trim(), ...answerOf(status.trim() ? [status.trim(), ...rest] : rest) }];
  });
}

/** The text of several answers. */
export function writeNamedAnswers(answers: readonly Omit<NamedAnswer, 'odd'>[]): string {
  return answers
    .map(({ name, status, fields }) =>
      [`${name}: ${status}`, writeAnswerText({ status: '', fields })].filter(Boolean).join('\n'),
    )
    .join('\n\n');
}

function answerOf([first = '', ...rest]: readonly string[]): AnswerText {
  const status = statusLine.exec(first)?.[1];
  const lines = status === undefined ? [first, ...rest] : rest;
  const odd = lines.find((line) => line !== '' && !line.includes(':'));
  const fields = lines.filter((line) => line.includes(':')).map(divided);
  return { status: status ?? '', fields, ...(odd !== undefined && { odd }) };
}

/** A line at its first colon; one space after it belongs to neither half. */
function divided(line: string): Field {
  const at = line.indexOf(':');
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1).replace(/^ /, '')];
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/);
}
