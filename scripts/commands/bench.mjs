// `npm run bench`: the open doors beside httpbin and beside a bare node:http server that does the same check.
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { digestClients, hasHttpbin, startHttpbin } from '../bench/httpbin.mjs';
import { compare, measure } from '../bench/measure.mjs';
import { basic, doorUrl, study, walletOf } from '../bench/study.mjs';
import { tableHead, tableRow } from '../bench/table.mjs';
import { ensureBuilt } from '../build.mjs';
import { end, launch } from '../child.mjs';
import { ensureInstalled } from '../install.mjs';
import { productionFlags, root } from '../paths.mjs';
import { freePort } from '../port.mjs';
import { isListening, startServer } from '../server.mjs';
import { Stop } from '../stop.mjs';

/** @param {readonly string[]} args */
function options(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '3' },
      connections: { type: 'string', default: '32' },
      flags: { type: 'string', default: productionFlags.join(' ') },
    },
  });
  const [rounds, seconds, connections] = [values.rounds, values.seconds, values.connections].map(Number);
  if (!(Number(rounds) >= 1 && Number(seconds) >= 1 && Number(connections) >= 1)) {
    throw new Stop('--rounds, --seconds and --connections are numbers from 1.');
  }
  return {
    rounds: Number(rounds),
    seconds: Number(seconds),
    connections: Number(connections),
    flags: values.flags.split(' ').filter(Boolean),
  };
}

/** @type {import('node:child_process').StdioOptions} */
const quiet = ['ignore', 'ignore', 'inherit'];

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} port
 */
async function ready(child, port) {
  if (!(await isListening(child, port))) throw new Stop('A server ended before it could be measured.');
}

/** @typedef {Omit<Parameters<typeof measure>[0], 'status' | 'connections' | 'seconds'>} Request */
/** @typedef {{ name: string, status: number, requests: [server: string, request: () => Promise<Request>][] }} Task */

/**
 * What is asked, and of whom; ours first.
 * @param {{ ours: string, bare: string, httpbin: string | undefined, connections: number }} servers
 * @param {Record<string, string>} credentials Of open-basic
 * @returns {Promise<Task[]>}
 */
async function tasks({ ours, bare, httpbin, connections }, credentials) {
  const token = (await walletOf(ours, 'open-bearer'))('token');
  const digest = await walletOf(ours, 'open-digest');
  const person = { username: digest('username'), password: digest('password') };
  const [peer, toy] = [httpbin ?? '', { username: 'ada', password: 'sesame' }];
  const inPath = `${toy.username}/${toy.password}`;
  /** @param {string} url @param {Record<string, string>} [headers] */
  const plain =
    (url, headers = {}) =>
    async () => ({ url, headers });
  /** @param {string} url @param {typeof toy} who */
  const answering = (url, who) => async () => ({
    url,
    perConnection: await digestClients(url, who, connections),
  });
  /** @param {() => Promise<Request>} request @returns {Task['requests']} */
  const ofHttpbin = (request) => (httpbin ? [['httpbin', request]] : []);
  const basicDoor = doorUrl(ours, 'open-basic');
  return [
    {
      name: 'Basic, 401',
      status: 401,
      requests: [
        ['open-basic', plain(basicDoor)],
        ['bare node:http', plain(bare)],
        ...ofHttpbin(plain(`${peer}/basic-auth/${inPath}`)),
      ],
    },
    {
      name: 'Basic, 200',
      status: 200,
      requests: [
        ['open-basic', plain(basicDoor, credentials)],
        ['bare node:http', plain(bare, credentials)],
        ...ofHttpbin(plain(`${peer}/basic-auth/${inPath}`, basic(`${toy.username}:${toy.password}`))),
      ],
    },
    {
      name: 'Bearer, 200',
      status: 200,
      requests: [
        ['open-bearer', plain(doorUrl(ours, 'open-bearer'), { authorization: `Bearer ${token}` })],
        ...ofHttpbin(plain(`${peer}/bearer`, { authorization: `Bearer ${token}` })),
      ],
    },
    {
      name: 'Digest, 200',
      status: 200,
      requests: [
        ['open-digest', answering(doorUrl(ours, 'open-digest'), person)],
        ...ofHttpbin(answering(`${peer}/digest-auth/auth/${inPath}/SHA-256`, toy)),
      ],
    },
  ];
}

/** @param {readonly string[]} args `--rounds 5 --seconds 3 --connections 32 --flags="--max-semi-space-size=64"` */
export default async function bench(args) {
  const { rounds, seconds, connections, flags } = options(args);
  await ensureInstalled();
  await ensureBuilt();
  const [port, barePort, peerPort] = [await freePort(), await freePort(), await freePort()];
  const doorman = startServer('production', port, { stdio: quiet, flags });
  const servers = [doorman];
  try {
    await ready(doorman, port);
    const ours = `http://localhost:${port}`;
    const { credentials, ...answers } = await study(ours);
    const bare = launch(process.execPath, [...flags, join(root, 'scripts', 'bench', 'bare-server.mjs')], {
      stdio: quiet,
      env: { ...process.env, DOORMAN_BENCH_TASK: JSON.stringify({ port: barePort, ...answers }) },
    });
    servers.push(bare);
    await ready(bare, barePort);
    const httpbin = hasHttpbin() ? startHttpbin(peerPort) : undefined;
    if (httpbin) {
      servers.push(httpbin);
      await ready(httpbin, peerPort);
    }
    console.log(`
By turns, ${rounds} rounds of ${seconds} s each on ${connections} connections. Node.js ${process.versions.node} ${flags.join(' ')},
${cpus().length} cores: ${cpus()[0]?.model.trim()}. ${
      httpbin
        ? 'httpbin runs behind gunicorn with two workers.'
        : 'httpbin is missing: apt-get install python3-httpbin gunicorn.'
    }`);
    const peer = httpbin && `http://127.0.0.1:${peerPort}`;
    const bareUrl = `http://localhost:${barePort}/`;
    for (const { name, status, requests } of await tasks(
      { ours, bare: bareUrl, httpbin: peer, connections },
      credentials,
    )) {
      /** @param {() => Promise<Request>} request */
      const load =
        (request, time = seconds) =>
        async () =>
          measure({ ...(await request()), status, connections, seconds: time });
      // First a second each, so that no round pays for what is compiled or cached once.
      for (const [, request] of requests) await load(request, 1)();
      const figures = await compare(
        requests.map(([, request]) => load(request)),
        rounds,
      );
      console.log(`\n${name}\n${tableHead()}`);
      for (const [at, [server]] of requests.entries()) {
        const of = figures[at];
        if (of) console.log(tableRow(server, of));
      }
      console.log(`load of the machine ${loadavg()[0]?.toFixed(1)}`);
    }
  } finally {
    for (const server of servers) end(server);
  }
}
