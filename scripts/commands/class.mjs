// `node scripts/run.mjs class`: a class of 60 behind one address, for a minute. Fails where the server refuses anything.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { learner } from '../bench/learner.mjs';
import { percentile } from '../bench/measure.mjs';
import { ensureBuilt } from '../build.mjs';
import { end } from '../child.mjs';
import { ensureInstalled } from '../install.mjs';
import { freePort } from '../port.mjs';
import { isListening, startServer } from '../server.mjs';
import { Stop } from '../stop.mjs';

/** What a learner's own mistakes are answered with. */
const expected = new Set([200, 401]);

/** @param {readonly string[]} args `--learners 60 --seconds 60` */
export default async function schoolClass(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      learners: { type: 'string', default: '60' },
      seconds: { type: 'string', default: '60' },
    },
  });
  const [learners, seconds] = [Number(values.learners), Number(values.seconds)];
  if (!(learners >= 1 && learners <= 200 && seconds >= 1)) {
    throw new Stop('--learners is a number from 1 to 200, --seconds one from 1.');
  }
  await ensureInstalled();
  await ensureBuilt();
  const port = await freePort();
  // This machine itself is never limited; what comes through a proxy that is believed is.
  process.env.TRUSTED_PROXIES = '127.0.0.1,::1';
  process.env.DOORMAN_DATA = '';
  const server = startServer('production', port, { stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    if (!(await isListening(server, port))) throw new Stop('The server ended before it could be asked.');
    /** @type {Map<string, { status: number, milliseconds: number }[]>} */
    const answers = new Map();
    const seen = (/** @type {import('../bench/learner.mjs').Seen} */ { kind, ...answer }) =>
      answers.get(kind)?.push(answer) ?? answers.set(kind, [answer]);
    const everyone = Array.from({ length: learners }, (_, number) =>
      learner(`http://localhost:${port}`, number, seen).work(seconds),
    );
    const works = await Promise.all(everyone);
    const refused = report(answers);
    const least = (/** @type {'sent' | 'events' | 'logged'} */ what) =>
      Math.min(...works.map((work) => work[what]));
    console.log(`each sent ${least('sent')} requests or more, heard of ${least('events')}, and found ${least('logged')} in its log
memory of the server ${residentMebibytes(server.pid)} MiB`);
    if (refused) throw new Stop(`${refused} answers were refusals.`);
    if (least('logged') < Math.min(20, least('sent'))) throw new Stop('Somebody lost exchanges.');
  } finally {
    end(server);
  }
}

/**
 * Prints a line for each kind of request; returns how many answers no learner should get.
 * @param {Map<string, { status: number, milliseconds: number }[]>} answers
 */
function report(answers) {
  let refused = 0;
  for (const [kind, all] of answers) {
    const times = all.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
    const wrong = all.filter(({ status }) => !expected.has(status)).map(({ status }) => status);
    refused += wrong.length;
    console.log(
      `${kind.padEnd(8)} ${String(all.length).padStart(6)} answers, p50 ${percentile(times, 0.5).toFixed(1)} ms, p99 ${percentile(times, 0.99).toFixed(1)} ms, refused ${wrong.length} ${[...new Set(wrong)].join(' ')}`,
    );
  }
  return refused;
}

/** @param {number | undefined} pid Where the system does not say, NaN */
function residentMebibytes(pid) {
  try {
    const [, kibibytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return (Number(kibibytes) / 1024).toFixed(0);
  } catch {
    return 'NaN';
  }
}
