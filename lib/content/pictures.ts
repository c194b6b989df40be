/** The pictures and recordings that `npm run screenshots` makes for lessons. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { contentText } from './folder';

/** Where they lie, for messages. */
export const picturesFolder = 'content/pictures';

/** The names of the pictures, each there in both themes, and of the recordings of a terminal. */
export function pictureNames(
  root = process.cwd(),
): Readonly<Record<'screenshots' | 'recordings', Set<string>>> {
  const folder = path.join(root, picturesFolder);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const named = (end: string) =>
    files.flatMap((file) => (file.endsWith(end) ? [file.slice(0, -end.length)] : []));
  const dark = new Set(named('-dark.png'));
  return {
    screenshots: new Set(named('-light.png').filter((name) => dark.has(name))),
    recordings: new Set(named('.txt')),
  };
}

/** A recording of a terminal. */
export function recordingText(name: string): string {
  return contentText(`pictures/${name}.txt`, 'Make it with npm run screenshots.');
}
