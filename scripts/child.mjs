// Starts other programs and passes the signals on that this one receives.
import { spawn } from 'node:child_process';
import { root } from './paths.mjs';
import { Stop } from './stop.mjs';

/** How long a child may take to end after it was asked to; a server takes five seconds at most. */
const killAfterMs = 7000;

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();
/** @type {NodeJS.Signals | undefined} */
let received;
let receivedAt = 0;

/** @param {NodeJS.Signals} signal */
function passOn(signal) {
  // A second Ctrl+C means: now. One Ctrl+C arrives twice, though, from the terminal and from npm.
  const again = received && Date.now() - receivedAt > 1000;
  received ??= signal;
  receivedAt ||= Date.now();
  for (const child of children) end(child, again ? 'SIGKILL' : signal);
  if (!children.size) process.exit(exitCodes[signal]);
}

const exitCodes = /** @type {Record<string, number>} */ ({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 });

let listening = false;

/** From the first child on; without one a signal ends this program as it ends any other. */
function listen() {
  if (listening) return;
  listening = true;
  for (const signal of Object.keys(exitCodes)) {
    process.on(signal, () => passOn(/** @type {NodeJS.Signals} */ (signal)));
  }
  // Where npm is told to end, its shell goes without passing that on, and this program would stay behind alone.
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event) return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    passOn('SIGTERM');
  }, 500).unref();
}

/**
 * Asks a child to end and kills it where it does not.
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} [signal]
 */
export function end(child, signal = 'SIGTERM') {
  child.kill(signal);
  setTimeout(() => child.kill('SIGKILL'), killAfterMs).unref();
}

/** True once this program was asked to end. */
export function wasAskedToEnd() {
  return received !== undefined;
}

/**
 * Starts a program in the root folder and in this terminal, unless `options` say otherwise.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function launch(command, args, options = {}) {
  listen();
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
  children.add(child);
  child.once('close', () => children.delete(child));
  child.once('error', () => children.delete(child));
  return child;
}

/**
 * Runs a program to its end. Resolves with its exit code and, where `stdio` pipes them, its two outputs as text.
 * Rejects with a Stop where this program was asked to end meanwhile; a program that cannot be started has code 127.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function runToEnd(command, args, options) {
  const child = launch(command, args, options);
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', (status) => resolve(status ?? 1));
  });
  if (received) throw new Stop('', exitCodes[received]);
  return { code, output };
}
