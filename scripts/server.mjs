// Starts the web server, in production or for development.
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { launch, wasAskedToEnd } from './child.mjs';
import { productionFlags, serverProgram } from './paths.mjs';
import { secret } from './secret.mjs';
import { Stop } from './stop.mjs';

/** By this the server that answers is known to be the one that was started, on a port that another may have taken. */
const instance = randomUUID();

/**
 * The environment of whatever runs the framework.
 * @param {'production' | 'development'} mode
 * @returns {NodeJS.ProcessEnv}
 */
export function serverEnvironment(mode) {
  return {
    ...process.env,
    NODE_ENV: mode,
    NEXT_TELEMETRY_DISABLED: '1',
    DOORMAN_SECRET: secret(process.env),
    DOORMAN_INSTANCE: instance,
  };
}

/**
 * Starts the framework's server. Production needs a build.
 * @param {'production' | 'development'} mode
 * @param {number} port
 * @param {import('node:child_process').SpawnOptions & { flags?: readonly string[] }} [options]
 */
export function startServer(mode, port, { flags = productionFlags, ...options } = {}) {
  const args = mode === 'production' ? [...flags, serverProgram, 'start'] : [serverProgram, 'dev'];
  const host = process.env.HOST ? ['--hostname', process.env.HOST] : [];
  return launch(process.execPath, [...args, '--port', String(port), ...host], {
    env: serverEnvironment(mode),
    // By the last of these the server notices where this program was killed (lib/operation/drain.ts).
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    ...options,
  });
}

/** The exit code of a server that was refused its start, and has said why (lib/operation/start.ts). */
const refusedCode = 78;

/** Where this machine reaches a server that was bound to `HOST`. */
function here() {
  const host = process.env.HOST ?? '';
  if (!host || host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/**
 * Resolves with true as soon as `port` takes connections, with false where the program ended before that.
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} port
 * @param {(port: number) => Promise<boolean>} [isThere] how to find out
 * @returns {Promise<boolean>}
 */
export async function isListening(child, port, isThere = connects) {
  while (child.exitCode === null && child.signalCode === null) {
    if (await isThere(port)) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function connects(port) {
  return new Promise((resolve) => {
    const socket = connect(port, 'localhost', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/**
 * True where it is the server of this program that answers: another may have been quicker to take the port.
 * @param {number} port
 */
export async function answers(port) {
  try {
    const response = await fetch(`http://${here()}:${port}/api/health`);
    return /** @type {{ instance?: string }} */ (await response.json()).instance === instance;
  } catch {
    return false;
  }
}

/**
 * Serves in this terminal until asked to end. Throws a Stop where the server ends by itself.
 * @param {'production' | 'development'} mode
 * @param {number} port
 */
export async function serve(mode, port) {
  const child = startServer(mode, port);
  /** @type {number | null} */
  let exitCode = null;
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => {
      exitCode = code;
      resolve(signal ?? `code ${code}`);
    });
  });
  if (await isListening(child, port, answers)) console.log(`\nDoorman is open at http://${here()}:${port}\n`);
  const how = await ended;
  if (wasAskedToEnd()) return;
  if (exitCode === refusedCode) throw new Stop('', refusedCode);
  throw new Stop(`The server ended by itself (${how}).`);
}
