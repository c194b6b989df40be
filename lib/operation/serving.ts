/** Notes in the folder of the build that this process works with it, so that no build is made there (scripts/build.mjs). */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Leaves the note until the process ends. Where the folder is read-only nothing can be built there either. */
export function noteServing(root: string, folder: string | undefined): void {
  if (!folder) return;
  const note = path.join(root, folder, 'serving', String(process.pid));
  try {
    mkdirSync(path.dirname(note), { recursive: true });
    writeFileSync(note, '');
    process.once('exit', () => rmSync(note, { force: true }));
  } catch {
    // A process that was killed leaves its note behind; it counts for nothing once nobody has that number.
  }
}
