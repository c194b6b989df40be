/** The face of headings as pictures need it: one weight, in a format that their renderer reads. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const file = 'node_modules/@fontsource/bricolage-grotesque/files/bricolage-grotesque-latin-700-normal.woff';

/** Bricolage Grotesque, bold. Read while the pages are built; no server that runs needs the file. */
export function displayFace() {
  const data = readFileSync(path.join(process.cwd(), file));
  return { name: 'Bricolage Grotesque', data, weight: 700, style: 'normal' } as const;
}
