/** The script of the worker for handlers, and the policy with which it is served. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Where the script is. */
export const workerPath = '/handler-worker.js';

/**
 * The Content-Security-Policy of the worker, which does not take over that of the page (CSP3 §4.2): it may evaluate the
 * text that a learner writes, and load and reach nothing at all.
 */
export const workerPolicy =
  "default-src 'none'; script-src 'unsafe-eval'; connect-src 'none'; worker-src 'none'";

/** The source of the worker. */
export function handlerWorker(): string {
  return readFileSync(path.join(process.cwd(), 'lib/handlers/worker.mjs'), 'utf8');
}
