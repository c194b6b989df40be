// The web server: Node's own with the front door (lib/sandbox/front-door.ts) before the framework. It listens once both
// are ready, so that no request comes too early. Takes `start` or `dev`, and the flags of the framework's own program.
import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { constants } from 'node:zlib';
import compression from 'compression';
import next from 'next';
import { currentBuild } from './build-folder.mjs';
import { compressedAnswers } from './compressed.mjs';
import { listen } from './listen.mjs';
import { missingFile } from './whole-build.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: 'string', short: 'p', default: process.env.PORT ?? '3000' },
    hostname: { type: 'string', short: 'H' },
  },
});
const isDevelopment = positionals[0] === 'dev';
const port = Number(values.port);
// `HOST` is for whoever starts this program itself: systemd, a container.
const hostname = values.hostname ?? (process.env.HOST || undefined);
// The framework and the routes ask for these names.
const environment = /** @type {NodeJS.Dict<string>} */ (process.env);
environment.NODE_ENV = isDevelopment ? 'development' : 'production';
environment.PORT = String(port);
environment.DOORMAN_COMPRESSES = 'yes';

const root = fileURLToPath(new URL('..', import.meta.url));
const build = process.env.DOORMAN_BUILD_FOLDER || currentBuild(root);
const missing = isDevelopment || !build ? undefined : missingFile(`${root}${build}`);
if (missing !== undefined) {
  console.error(`The build in ${build} is not whole, ${missing} is missing or damaged: run npm run build.`);
  // EX_CONFIG, as for every start that is refused (lib/operation/start.ts).
  process.exit(78);
}

const server = createServer({ requireHostHeader: false, connectionsCheckingInterval: 5000 });
// Whatever is given here gets a listener for `upgrade`. Only development has a use for one.
const upgrades = isDevelopment ? server : new EventEmitter();
const app = next({
  dev: isDevelopment,
  dir: root,
  port,
  hostname: hostname ?? 'localhost',
  httpServer: /** @type {typeof server} */ (upgrades),
});
await app.prepare();
const byFramework = app.getRequestHandler();
const byBuild = isDevelopment ? () => false : compressedAnswers(process.env.DOORMAN_BUILD_FOLDER ?? '');
// Pages in Brotli are a fifth smaller than in gzip; quality 5 takes as long, 2 ms for a lesson.
const compress = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } });
server.on('request', (request, response) => {
  if (byBuild(request, response)) return;
  compress(
    /** @type {Parameters<typeof compress>[0]} */ (request),
    /** @type {Parameters<typeof compress>[1]} */ (response),
    () => void byFramework(request, response),
  );
});

/** @type {typeof globalThis & { [key: symbol]: unknown }} */
const shared = globalThis;
// In production the framework calls instrumentation.ts only after this; whoever comes second finds the other.
shared[Symbol.for('doorman.server')] = server;
const take = /** @type {((server: object) => void) | undefined} */ (shared[Symbol.for('doorman.front-door')]);
take?.(server);

const fail = (/** @type {Error} */ { message }) => {
  console.error(message);
  process.exit(1);
};
server.once('error', fail);
try {
  listen(server, { port, hostname }, () => {
    // A command that has started this program says so itself (scripts/server.mjs).
    if (!process.send) console.log(`Ready at http://localhost:${port}`);
  });
} catch (error) {
  fail(/** @type {Error} */ (error));
}

// In production lib/operation ends the process in order.
if (isDevelopment) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
}
