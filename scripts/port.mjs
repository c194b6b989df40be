// Which port to serve on, and whether it can be had.
import { createServer } from 'node:net';
import { Stop } from './stop.mjs';

/**
 * The port that `text` (the environment's PORT) names, or `otherwise` where there is none.
 * @param {string | undefined} text
 * @param {number} [otherwise]
 * @param {string} [name] of the variable
 */
export function parsePort(text, otherwise = 3000, name = 'PORT') {
  if (!text) return otherwise;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65535) return port;
  throw new Stop(`${name} must be a whole number from 1 to 65535, and it is "${text}".`);
}

/**
 * The sentence for a port on which nothing can be served.
 * @param {number} port
 * @param {string | undefined} code
 */
export function portTrouble(port, code) {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program: stop that one, or choose another port, as in PORT=${port === 65535 ? 3000 : port + 1} npm start.`;
  }
  if (code === 'EACCES') return `This user may not serve on port ${port}: choose one above 1023 with PORT.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `HOST must be an address of this machine, such as 127.0.0.1, and it is "${process.env.HOST}".`;
  }
  if (code === 'bad port') return `Browsers refuse to open port ${port}: choose another one with PORT.`;
  return `Port ${port} cannot be opened (${code}): choose another one with PORT.`;
}

/**
 * Opens a port for a moment. Resolves with the port, or rejects with the system's error.
 * @param {number} port 0 for any that is free
 * @param {string} [host] every address where it is left out
 * @returns {Promise<number>}
 */
function tryPort(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}

/**
 * The port for the proxy as text for the environment: what `text` (PROXY_PORT) names, else the one above `port`.
 * Empty, with a sentence for the terminal, where there can be none: the server goes on without.
 * @param {string | undefined} text
 * @param {number} port
 */
export async function proxyPort(text, port) {
  if (text === '') return '';
  const proxyPort = parsePort(text, port === 65535 ? port - 1 : port + 1, 'PROXY_PORT');
  try {
    await tryPort(proxyPort, process.env.HOST || undefined);
    return String(proxyPort);
  } catch {
    console.log(`Port ${proxyPort} cannot be had, so there is no proxy; PROXY_PORT names another.`);
    return '';
  }
}

/** A port that nothing is using. */
export function freePort() {
  return tryPort(0);
}

/**
 * Throws a Stop where `port` cannot be served on, or no browser would open it.
 * @param {number} port
 */
export async function checkPort(port) {
  try {
    await tryPort(port, process.env.HOST || undefined);
    // Some systems let a program have every address but one that is taken.
    if (!process.env.HOST) await tryPort(port, '127.0.0.1');
  } catch (error) {
    throw new Stop(portTrouble(port, /** @type {NodeJS.ErrnoException} */ (error).code));
  }
  // fetch knows the ports that browsers block, and nothing answers yet on the others.
  await fetch(`http://localhost:${port}`, { method: 'HEAD' }).catch(({ cause }) => {
    if (cause?.message === 'bad port') throw new Stop(portTrouble(port, 'bad port'));
  });
}
