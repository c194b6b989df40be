/** A text file of the content; where it cannot be read, one sentence says why. */
import { existsSync, readFileSync } from 'node:fs';
import { ContentError, type Fault } from './content-error';

/**
 * The text at `place`, called `file` in messages. Throws a `ContentError`: with `advice` if there is none, else with what
 * keeps it from being read, and the line of the first byte that is not UTF-8.
 */
export function readTextFile(place: string, file: string, advice: string): string {
  if (!existsSync(place)) refuse({ file, reason: 'There is no such file.', advice });
  const bytes = bytesOf(place, file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const [before = ''] = new TextDecoder().decode(bytes).split('\uFFFD');
    const line = before.split('\n').length;
    return refuse({
      file,
      line,
      reason: 'This is not UTF-8.',
      advice: 'Save the file in the encoding UTF-8.',
    });
  }
}

function bytesOf(place: string, file: string): Uint8Array {
  try {
    return readFileSync(place);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    const advice = 'See that it is a file, and that you have the right to read it.';
    return refuse({ file, reason: `It cannot be read (${code}).`, advice });
  }
}

function refuse(fault: Fault): never {
  throw new ContentError([fault]);
}
