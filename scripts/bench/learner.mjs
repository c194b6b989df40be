// A learner as a server meets one: a browser that opens pages, listens to a stream and sends requests.
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

/** @typedef {{ kind: string, status: number, milliseconds: number }} Seen Status 0: the connection broke. */

/** Files of the build that a page names: for now, or for when it starts its program. */
const named = /\/_next\/static\/[\w./-]+\.(?:js|css|woff2)/g;
const pages = ['/', '/lessons', '/sandbox/first-401', '/sandbox', '/causes', '/practice', '/reference'];

/** The address that all of them share, from a block for documentation (RFC 5737 §3). */
const shared = '192.0.2.60';

/**
 * A learner with an attempt of its own. `seen` hears of each answer.
 * @param {string} origin
 * @param {number} number
 * @param {(seen: Seen) => void} seen
 */
export function learner(origin, number, seen) {
  const attempt = `class-${String(number).padStart(10, '0')}`;
  // As many connections as a browser has to one host.
  const agent = new Agent({ keepAlive: true, maxSockets: 6 });
  let events = 0;
  let isOver = false;

  /**
   * @param {string} kind
   * @param {string} path
   * @param {{ method?: string, headers?: Record<string, string>, body?: string }} [how]
   * @returns {Promise<string>}
   */
  const ask = (kind, path, { method = 'GET', headers = {}, body } = {}) =>
    new Promise((resolve) => {
      const began = performance.now();
      const done = (/** @type {number} */ status, text = '') => {
        if (!isOver) seen({ kind, status, milliseconds: performance.now() - began });
        resolve(text);
      };
      const asked = request(
        origin + path,
        { agent, method, headers: { 'x-forwarded-for': shared, ...headers } },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk) => {
            text += chunk;
          });
          response.on('end', () => done(response.statusCode ?? 0, text));
          response.on('error', () => done(0));
        },
      );
      asked.on('error', () => done(0));
      asked.end(body);
    });

  const openPage = async (/** @type {string} */ path) => {
    const html = await ask('page', path);
    const files = new Set(html.match(named));
    await Promise.all([...files].map((file) => ask('file', file, { headers: { 'accept-encoding': 'br' } })));
  };

  const listen = () => {
    const headers = { accept: 'text/event-stream', 'x-forwarded-for': shared };
    const asked = request(
      `${origin}/api/exchanges/open-basic/${attempt}`,
      { agent: false, headers },
      (response) => {
        seen({ kind: 'stream', status: response.statusCode ?? 0, milliseconds: 0 });
        response.setEncoding('utf8').on('data', (chunk) => {
          events += chunk.split('event: exchange\n').length - 1;
        });
        response.on('error', () => {});
      },
    );
    asked.on('error', () => isOver || seen({ kind: 'stream', status: 0, milliseconds: 0 }));
    asked.end();
    return asked;
  };

  return {
    /**
     * Opens a page, a stream and a brief, and then sends a request each second and opens a page each quarter of a minute.
     * @param {number} seconds
     */
    async work(seconds) {
      const until = performance.now() + seconds * 1000;
      await openPage('/sandbox/open-basic');
      await ask('brief', `/api/briefs/open-basic/${attempt}`);
      const stream = listen();
      let sent = 0;
      while (performance.now() < until) {
        const began = performance.now();
        if (sent % 15 === 14) await openPage(pages[(sent + number) % pages.length] ?? '/');
        if (sent % 20 === 19) await ask('hint', `/api/briefs/open-basic/${attempt}/hints/1`);
        const draft = { method: 'GET', path: '/', fields: [['Authorization', 'Basic YWRhOm5v']] };
        await (sent % 2
          ? ask('relay', `/api/relay/open-basic/${attempt}`, {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify(draft),
            })
          : ask('sandbox', `/api/sandbox/open-basic/${attempt}/`));
        sent += 1;
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, 1000 - (performance.now() - began))));
      }
      const log = await ask('log', `/api/exchanges/open-basic/${attempt}`);
      isOver = true;
      stream.destroy();
      agent.destroy();
      return { sent, events, logged: JSON.parse(log || '[]').length };
    },
  };
}
