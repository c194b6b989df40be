// Starts the web server, in production or for development.
import { connect } from 'node:net';
import { launch, wasAskedToEnd } from './child.mjs';
import { productionFlags, serverProgram } from './paths.mjs';
import { secret } from './secret.mjs';
import { Stop } from './stop.mjs';

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
  return launch(process.execPath, [...args, '--port', String(port)], {
    env: serverEnvironment(mode),
    ...options,
  });
}

/**
 * Resolves with true as soon as `port` takes connections, with false where the server ended before that.
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export async function isListening(child, port) {
  while (child.exitCode === null && child.signalCode === null) {
    const connected = await new Promise((resolve) => {
      const socket = connect(port, 'localhost', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (connected) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

/**
 * Serves in this terminal until asked to end. Throws a Stop where the server ends by itself.
 * @param {'production' | 'development'} mode
 * @param {number} port
 */
export async function serve(mode, port) {
  const child = startServer(mode, port);
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(signal ?? `code ${code}`));
  });
  if (await isListening(child, port)) console.log(`\nDoorman is open at http://localhost:${port}\n`);
  const how = await ended;
  if (!wasAskedToEnd()) throw new Stop(`The server ended by itself (${how}).`);
}
