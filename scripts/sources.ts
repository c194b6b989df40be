/** The source files of this repository. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { roomOf } from './imports';
import { root } from './paths.mjs';

const isSource = (name: string) => /\.(tsx?|mjs)$/.test(name) && !name.endsWith('.d.ts');

/** The paths from the root of every source file that lies in a room, tests included. */
export function sourceFiles(): string[] {
  return readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isFile()) return roomOf(entry.name) ? [entry.name] : [];
    const names = roomOf(`${entry.name}/x`) || entry.name === 'lib' ? below(entry.name) : [];
    return names.filter(isSource);
  });
}

function below(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((name) => !name.includes('/node_modules/'));
}
