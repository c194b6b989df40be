// `npm run diagnose -- FILE`: reads a file, or what comes in, and says what it shows. It needs no server.
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { ensureInstalled } from '../install.mjs';
import { root } from '../paths.mjs';
import { Stop } from '../stop.mjs';

/** More is refused before it is read. */
const mostBytes = 25_000_000;

/** @param {string | undefined} file A path, or nothing for what comes in. */
async function pasted(file) {
  if (file === undefined || file === '-') {
    if (process.stdin.isTTY)
      throw new Stop('Name a file, or pipe a text in: curl -v … 2>&1 | npm run -s diagnose');
    return text(process.stdin);
  }
  const { size } = statSync(file, { throwIfNoEntry: false }) ?? {};
  if (size === undefined) throw new Stop(`There is no file ${file}.`);
  if (size > mostBytes) {
    throw new Stop(
      `${file} has ${Math.round(size / 1_000_000)} MB, and 20 are the most. Cut out the request that fails.`,
    );
  }
  return readFile(file, 'utf8').catch((error) => {
    throw new Stop(`${file} cannot be read (${error.code}).`);
  });
}

/** @param {readonly string[]} args `[FILE] [--json] [--origin http://localhost:3000]` */
export default async function diagnose(args) {
  const isJson = args.includes('--json');
  const at = args.indexOf('--origin');
  const origin = at >= 0 ? (args[at + 1] ?? '') : 'http://localhost:3000';
  const file = args.find((arg, index) => !arg.startsWith('--') && (at < 0 || index !== at + 1));
  await ensureInstalled();
  const paste = await pasted(file);
  // The engine is TypeScript; the tests' own loader reads it without a build.
  const { importSource } = await import('../source.mjs');
  const { diagnosisOf, diagnosisText } = await importSource(`${root}/lib/figures/cause-knowledge.ts`);
  const now = Date.now();
  const answer = isJson
    ? `${JSON.stringify(diagnosisOf(paste, now), null, 2)}\n`
    : diagnosisText(paste, now, origin);
  process.stdout.write(answer);
}
