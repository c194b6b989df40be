/** Starts what an operator needs of a server: checks, the log, figures, and an end in order. */
import path from 'node:path';
import { currentStore } from '@/lib/store/current';
import { sentHead } from '@/lib/wire/field-lines';
import { drainOnSignals } from './drain';
import { isLogging, report, writeLine } from './log';
import { type Metrics, serveMetrics } from './metrics';
import { type Done, watchRequests } from './requests';
import { routeName } from './route-name';
import { noteServing } from './serving';
import { checkSettings, metricsAddress, StartRefusal } from './settings';

/** The exit code of a start that was refused: EX_CONFIG of sysexits.h. */
const refusedCode = 78;

/**
 * Called once, before the first request. Ends the process with a sentence where it must not serve. Development has the
 * checks alone.
 */
export async function startOperation(): Promise<void> {
  const isProduction = process.env.NODE_ENV === 'production';
  if (process.env.NEXT_PHASE === 'phase-production-build') return;
  if (isProduction) process.env.DOORMAN_DATA ??= path.join(process.cwd(), '.doorman', 'data');
  try {
    await checkSettings(process.env);
    currentStore();
    if (!isProduction) return;
    const metrics = await openMetrics();
    const isNoted = isLogging() || metrics !== undefined;
    const requests = watchRequests(
      isNoted ? (done) => note(done, metrics) : undefined,
      (server) => metrics?.isItself(server) ?? false,
    );
    drainOnSignals(requests);
    noteServing(process.cwd(), process.env.DOORMAN_BUILD_FOLDER);
  } catch (error) {
    refuse(error);
  }
}

function refuse(error: unknown): never {
  const { code = 'unknown' } = error as NodeJS.ErrnoException;
  report(
    'error',
    error instanceof StartRefusal ? error.message : `The server cannot start: its store failed (${code}).`,
  );
  process.exit(refusedCode);
}

async function openMetrics(): Promise<Metrics | undefined> {
  const address = metricsAddress(process.env.METRICS_ADDRESS);
  if (!address) return undefined;
  return serveMetrics(address).catch(({ code }: NodeJS.ErrnoException) => {
    throw new StartRefusal(`METRICS_ADDRESS cannot be opened (${code}): choose another address or port.`);
  });
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** One line in the log, one count in the figures. */
function note({ request, response, target, milliseconds, isAborted }: Done, metrics?: Metrics): void {
  const route = routeName(target);
  const status = response.headersSent ? response.statusCode : 0;
  metrics?.count(route, status, milliseconds);
  if (!isLogging()) return;
  const { method = '' } = request;
  const id = sentHead(response).fields.find(([name]) => name === 'Doorman-Exchange')?.[1];
  writeLine({
    level: status >= 500 && status !== 503 ? 'error' : 'info',
    ...(id && { id }),
    route,
    method: methods.has(method) ? method : 'other',
    status,
    ms: Math.round(milliseconds * 10) / 10,
    ...(isAborted && { aborted: true }),
  });
}
