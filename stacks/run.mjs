// `npm run stacks`: records what real stacks answer, and shows where that differs from the record.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from '../scripts/install.mjs';
import { Stop } from '../scripts/stop.mjs';

/**
 * Records the stacks that are named, or all. A difference is shown, and written down only with --write.
 * @param {readonly string[]} args `express-passport`, `--npm`, `--debian`, `--write`
 */
async function recordStacks(args) {
  await ensureInstalled();
  const { chosenStacks } = await import('./recorder/chosen.mjs');
  const { recordFolder } = await import('./recorder/declaration.mjs');
  const { chosen, write } = chosenStacks(args);
  mkdirSync(recordFolder, { recursive: true });
  let [differing, failed] = [0, 0];
  for (const stack of chosen) {
    const outcome = await recordOne(stack, join(recordFolder, `${stack.name}.json`), write);
    console.log(`${stack.name}: ${outcome.says}`);
    if (outcome.kind === 'different') differing++;
    if (outcome.kind === 'trouble') failed++;
  }
  if (!differing && !failed) return;
  const parts = [
    ...(differing ? [`${differing} ${differing === 1 ? 'differs' : 'differ'} from the record`] : []),
    ...(failed ? [`${failed} could not be recorded`] : []),
  ];
  throw new Stop(`${parts.join(', and ')}. The record is as it was; --write changes it.`);
}

/**
 * @param {import('./recorder/declaration.mjs').Stack} stack
 * @param {string} file
 * @param {boolean} write
 * @returns {Promise<{ kind: 'same' | 'written' | 'different' | 'trouble', says: string }>}
 */
async function recordOne(stack, file, write) {
  const { install, Trouble } = await import('./recorder/program.mjs');
  const { recordStack } = await import('./recorder/record.mjs');
  const { differences } = await import('./recorder/compare.mjs');
  try {
    install(stack);
    const now = await recordStack(stack);
    const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
    const lines = before ? differences(before, now) : ['  it is not in the record yet'];
    if (!lines.length) return { kind: 'same', says: 'as recorded' };
    if (!write) return { kind: 'different', says: `differs from the record\n${lines.join('\n')}` };
    writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`);
    return { kind: 'written', says: `written\n${before ? lines.join('\n') : ''}`.trimEnd() };
  } catch (error) {
    if (error instanceof Trouble) return { kind: 'trouble', says: error.message };
    throw error;
  }
}

recordStacks(process.argv.slice(2)).catch((error) => {
  // A Stop is a sentence for the person at the terminal; anything else is a fault of the recorder, with its stack.
  console.error(error instanceof Stop ? error.message : error);
  process.exitCode = 1;
});
