// `npm run bench:diagnose`: how long a diagnosis takes, in milliseconds of one core.
import { ensureInstalled } from '../install.mjs';
import { root } from '../paths.mjs';

const rounds = 9;

/** What this process has used of a core: other work on the machine does not count. */
function clock() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** @typedef {{ name: string, most: number, milliseconds: readonly number[] }} Measure */

export default async function benchDiagnose() {
  Object.assign(process.env, { NODE_ENV: 'production' });
  await ensureInstalled();
  const { importSource } = await import('../source.mjs');
  const { measureDiagnosis } = await importSource(`${root}/lib/figures/diagnosis-bench.ts`);
  let isSlow = false;
  for (const { name, most, milliseconds } of /** @type {Measure[]} */ (measureDiagnosis(rounds, clock))) {
    const sorted = [...milliseconds].sort((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
    isSlow ||= median > most;
    const all = milliseconds.map((millisecond) => millisecond.toFixed(0)).join(' ');
    console.log(`${name.padEnd(20)} median ${median.toFixed(0).padStart(5)} ms of at most ${most} (${all})`);
  }
  if (isSlow) process.exitCode = 1;
}
