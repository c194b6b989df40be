/** What was given to a question of several parts, as the one text that the progress keeps. */

/** The keys of the options that were ticked, in the order of the file. */
export function ticked(given: string): readonly string[] {
  return given ? given.split(',') : [];
}

/** `given` with the option `key` ticked, or no longer. */
export function tick(given: string, key: string, on: boolean): string {
  const others = ticked(given).filter((option) => option !== key);
  return (on ? [...others, key] : others).sort((a, b) => Number(a) - Number(b)).join(',');
}

/** The answer of a server: the status that was chosen (empty before that) and the line that was typed. */
export interface BuiltAnswer {
  readonly status: string;
  readonly line: string;
}

/** Reads back what `builtText` wrote. */
export function builtAnswer(given: string): BuiltAnswer {
  const end = given.indexOf('\n');
  return end < 0 ? { status: given, line: '' } : { status: given.slice(0, end), line: given.slice(end + 1) };
}

/** A built answer as text. */
export function builtText({ status, line }: BuiltAnswer): string {
  return line ? `${status}\n${line}` : status;
}
