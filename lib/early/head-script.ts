/** What stands inline in the head of every page to start it: lib/early/early-input.mjs without its comments. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { progressKey } from '@/lib/progress/progress';

/** The text of the script. It is the same on every page, so that one hash in the policy names it. */
export function headScript(): string {
  return readFileSync(path.join(process.cwd(), 'lib/early/early-input.mjs'), 'utf8')
    .replace('{progress}', progressKey)
    .replace(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, '')
    .replace(/^\s*\/\/.*\n/gm, '')
    .replace(/^\s+/gm, '');
}
