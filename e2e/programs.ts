/** Other programs that a test runs beside the browser: more servers, a Redis, a reverse proxy. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const testSecret = process.env.DOORMAN_SECRET ?? 'toy-secret-of-the-tests-that-opens-no-door-elsewhere';

/** True where `program --version`, or what is asked instead, can be run. */
export function has(program: string, question = '--version'): boolean {
  return spawnSync(program, [question]).status === 0;
}

export interface Program {
  readonly port: number;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
}

/** A test that fails leaves its programs behind; they end with the tests. */
const programs = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of programs) child.kill('SIGKILL');
});

/** Starts a program that will listen on `port` and waits until it does. */
export async function startListening(
  command: string,
  args: readonly string[],
  port: number,
  env: NodeJS.Dict<string> = {},
): Promise<Program & { child: ChildProcess; said: () => string }> {
  const cwd = command === process.execPath ? root : tmpdir();
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd,
    // When it ends, Apache ends its whole process group, which must not be the tests' own.
    detached: command === 'apache2',
    env: { ...process.env, ...env },
  });
  let text = '';
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding('utf8').on('data', (chunk: string) => {
      text = (text + chunk).slice(-1_000_000);
    });
  }
  programs.add(child);
  const ended = once(child, 'exit');
  ended.then(() => programs.delete(child));
  const running = () => child.exitCode === null && child.signalCode === null;
  while (!(await accepts(port))) {
    if (!running()) throw new Error(`${command} ended before it listened on ${port}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const kill = async () => {
    if (running()) child.kill('SIGKILL');
    await ended;
  };
  return { port, kill, child, said: () => text };
}

const serverArguments = (port: number) => ['next/server.mjs', 'start', '--port', String(port)];
/** What every server of the tests is told. */
export const serverSettings = {
  NODE_ENV: 'production' as const,
  DOORMAN_SECRET: testSecret,
  DOORMAN_DATA: '',
  PUBLIC_ORIGIN: '',
};

/** A production server with the secret of the tests; `env` adds to what it is told. `said` is what it printed. */
export async function startServer(
  env: NodeJS.Dict<string>,
  port?: number,
): Promise<Program & { origin: string; said: () => string; child: ChildProcess }> {
  const serverPort = port ?? (await freePort());
  const { kill, said, child } = await startListening(
    process.execPath,
    serverArguments(serverPort),
    serverPort,
    {
      ...serverSettings,
      ...env,
    },
  );
  const origin = `http://localhost:${serverPort}`;
  // The framework listens before it has started what the instrumentation starts; an answer shows that it has.
  await fetch(`${origin}/api/exercises`);
  return { port: serverPort, kill, origin, said, child };
}

/** A production server that is expected to end by itself: its exit code and what it printed. */
export async function refusedServer(env: NodeJS.Dict<string>): Promise<{ code: number; said: string }> {
  const port = await freePort();
  const child = spawn(process.execPath, serverArguments(port), {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...serverSettings, ...env },
  });
  let said = '';
  for (const output of [child.stdout, child.stderr]) output.on('data', (chunk) => (said += chunk));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said };
}

/** A command of Node's that serves in this tree on `port`, with the settings of a server of the tests. */
export function startProgram([, ...args]: readonly string[], port: number, env: NodeJS.Dict<string>) {
  return startListening(process.execPath, args, port, { ...serverSettings, ...env });
}

/** `npm start` in this tree, without npm. */
export async function startCommand(
  env: NodeJS.Dict<string>,
): Promise<Awaited<ReturnType<typeof startListening>>> {
  const port = await freePort();
  const settings = { ...serverSettings, PORT: String(port), PROXY_PORT: '', ...env };
  return startListening(process.execPath, ['scripts/run.mjs', 'start'], port, settings);
}

/** Debian's redis-server on a loopback port, keeping nothing on disk. */
export async function startRedis(port?: number): Promise<Program & { url: string }> {
  const redisPort = port ?? (await freePort());
  const args = ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  return {
    ...(await startListening('redis-server', args, redisPort)),
    url: `redis://127.0.0.1:${redisPort}`,
  };
}

/** nginx with the configuration file `conf`, in the foreground, until it is asked to end. */
export async function startNginx(conf: string, port: number): Promise<Program> {
  const { child, kill } = await startListening('nginx', ['-c', conf, '-g', 'daemon off;'], port);
  return { port, kill: () => ended(child, kill) };
}

/** Asks a program to end, since its workers would outlive a killed master. */
async function ended(child: ChildProcess, kill: () => Promise<void>): Promise<void> {
  const exit = once(child, 'exit');
  if (child.kill('SIGTERM')) await exit;
  else await kill();
}

/** A program of Node's that listens on the `PORT` it is told. */
export async function startNode(file: string, port: number): Promise<Program> {
  return startListening(process.execPath, [file], port, { PORT: String(port) });
}

/** A program of Debian's Python that listens on the `PORT` it is told. */
export async function startPython(file: string, port: number): Promise<Program> {
  return startListening('/usr/bin/python3', [file], port, { PORT: String(port) });
}

/** Apache with the configuration file `conf`, in the foreground, until it is asked to end. */
export async function startApache(conf: string, port: number): Promise<Program> {
  const { child, kill } = await startListening('apache2', ['-f', conf, '-DFOREGROUND'], port);
  return { port, kill: () => ended(child, kill) };
}

/** A port that nothing is using. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, 'localhost', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
