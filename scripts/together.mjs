// Runs stages at the same time, and shows what each printed once it is through.
import { runner, stages } from './stages.mjs';
import { Stop } from './stop.mjs';
import { timed } from './timing.mjs';

/**
 * Runs the stages called `names` at the same time. Rejects with a Stop, once all are through, where one of them failed;
 * what that one printed is shown. Adds to `timings` how long each took.
 * @param {readonly string[]} names
 * @param {import('./timing.mjs').Timing[]} timings
 * @param {typeof stages} table The stages by name; tests bring others.
 */
export async function runTogether(names, timings, table = stages) {
  const outcomes = await Promise.allSettled(
    names.map((name) => timed(timings, name, () => runQuietly(name, table[name]))),
  );
  const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  const fault = reasons.find((reason) => !(reason instanceof Stop));
  if (fault) throw fault;
  const asked = reasons.find(({ exitCode }) => exitCode !== 1);
  if (reasons.length) throw new Stop('', asked?.exitCode ?? 1);
}

/**
 * @param {string} name
 * @param {typeof stages[string] | undefined} stage
 */
async function runQuietly(name, stage) {
  let printed = '';
  try {
    await stage?.(
      runner((output) => (printed += output)),
      [],
    );
    console.log(`✓ ${name}`);
  } catch (error) {
    console.error(`✗ ${name}\n${printed.trimEnd()}\n`);
    throw error;
  }
}
