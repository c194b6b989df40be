/** What of a paste is compared by its words. */
import { withoutSecrets } from './secrets';
import { longest, termsOf, withGroups } from './words';

/** Frames of a stack trace in JavaScript, Java or C#: names of files and functions, no words of a report. */
const frames = /^[ \t]*at [^\n]*(?::\d+|\))[ \t{,;]*$/gm;

/** The beginning of a paste without secrets, whose letters say nothing about a cause, and without frames. */
export const wordsOfPaste = (text: string): string =>
  withoutSecrets(text.slice(0, longest), () => ' ').replace(frames, ' ');

/** Its terms and their groups, each once. */
export const termsOfPaste = (text: string): ReadonlySet<string> =>
  new Set(withGroups(termsOf(wordsOfPaste(text))));
