/** Notes which build this process works with, so that no other is made in its place (scripts/build.mjs). */
import { buildFolders, noteUse } from '@/next/build-folder.mjs';

/** Leaves the note until the process ends. */
export function noteServing(root: string, folder: string | undefined): void {
  if (!folder || !buildFolders.includes(folder)) return;
  try {
    process.once('exit', noteUse(root, folder));
  } catch {
    // Where the folder is read-only, as in a container, nothing can be built there either.
  }
}
