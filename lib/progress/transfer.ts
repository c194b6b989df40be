/** The progress document as a file that a learner takes along. */
import { imported } from './changes';
import { lastOfImport } from './future-dates';
import { readProgress } from './read';
import { store } from './record';

/** The document as the text of a file, indented for people. */
export function exportProgress(): string {
  return `${JSON.stringify(store.snapshot(), null, 2)}\n`;
}

/**
 * Merges an exported file into this browser, without loss on either side. A refusal says why and changes nothing. `late`
 * counts the entries that were left out, since their dates are still to come.
 */
export function importProgress(text: string): { ok: true; late: number } | { ok: false; reason: string } {
  const read = readProgress(text, lastOfImport(new Date()));
  if (!read.ok) return read;
  store.change((_, at) => imported(read.progress, at));
  return { ok: true, late: read.late ?? 0 };
}
