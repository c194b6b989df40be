/** The end of a server: nobody new, a last event on every stream, what runs is finished, and exit code 0. */
import { isDraining, startDraining } from '@/lib/wire/draining';
import { flushLog, report } from './log';
import type { Requests } from './requests';

/**
 * Milliseconds that a proxy is given to hear of it from /api/ready, that a connection is given to send its request, and until
 * the end at the latest.
 */
const drainTimes = { notice: 1_000, fresh: 300, latest: 5_000 };

/**
 * Has SIGTERM, SIGINT and the death of the program that started this one end the process in order. Takes the place of
 * the framework's listeners, which wait for streams that never end.
 */
export function drainOnSignals(requests: Requests): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.removeAllListeners(signal);
    process.on(signal, () => void drain(requests));
  }
  // `npm start` is connected to this process; where it was killed, nobody would be left to end it.
  if (process.send) process.once('disconnect', () => void drain(requests));
}

async function drain(requests: Requests): Promise<void> {
  if (isDraining()) return;
  const began = performance.now();
  report('info', 'The server was asked to end.');
  startDraining();
  const passed = () => performance.now() - began;
  await until(() => passed() > drainTimes.notice);
  requests.close();
  const closed = passed();
  await until(() => passed() > closed + drainTimes.fresh);
  await until(() => requests.running() === 0 || passed() > drainTimes.latest - 200);
  report('info', 'The server ends.');
  flushLog();
  process.exit(0);
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}
