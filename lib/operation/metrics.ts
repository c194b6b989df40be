/** Figures for Prometheus, on an address of their own. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { trouble } from '@/lib/sandbox/readiness';
import { storeErrors } from '@/lib/store/store-errors';
import { isDraining, openStreams } from '@/lib/wire/draining';
import type { MetricsAddress } from './settings';

export interface Metrics {
  /** Counts a request that is over, by the name of its route and its status; 0 where the client went away. */
  readonly count: (route: string, status: number, milliseconds: number) => void;
  /** True for the server of the figures itself. */
  readonly isItself: (server: Server) => boolean;
}

/**
 * Serves the figures of this process at `/metrics` of `address`; all else there is 404. Rejects with the system's error
 * where it cannot listen.
 */
export async function serveMetrics({ host, port }: MetricsAddress): Promise<Metrics> {
  const register = new Registry();
  const registers = [register];
  // The delay of the event loop is among these: nodejs_eventloop_lag_*.
  collectDefaultMetrics({ register });
  const requests = new Counter({
    name: 'doorman_requests_total',
    help: 'Requests by route and status; 429 and 503 are refusals of the server itself. Status 0: the client went away.',
    labelNames: ['route', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'doorman_request_seconds',
    help: 'Time from the field section to the end of the answer, by kind of route.',
    labelNames: ['kind'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  new Gauge({
    name: 'doorman_streams_open',
    help: 'Event streams that are open.',
    registers,
    collect() {
      this.set(openStreams());
    },
  });
  new Gauge({
    name: 'doorman_draining',
    help: '1 once the server was asked to end.',
    registers,
    collect() {
      this.set(Number(isDraining()));
    },
  });
  new Gauge({
    name: 'doorman_store_troubled',
    help: '1 while the file of progress cannot be written: /api/ready says why.',
    registers,
    collect() {
      this.set(Number(trouble() !== undefined));
    },
  });
  let counted = 0;
  new Counter({
    name: 'doorman_store_errors_total',
    help: 'Failures of the store: Redis that does not answer, a file that cannot be written.',
    registers,
    collect() {
      this.inc(storeErrors() - counted);
      counted = storeErrors();
    },
  });

  const server = createServer(async (request, response) => {
    if (request.url !== '/metrics' || request.method !== 'GET') return response.writeHead(404).end();
    const text = await register.metrics();
    return response.writeHead(200, { 'Content-Type': register.contentType }).end(text);
  });
  server.listen(port, host);
  await once(server, 'listening');
  server.unref();

  return {
    count(route, status, milliseconds) {
      requests.inc({ route, status });
      // The relay and streams last as long as their client likes.
      if (!route.startsWith('api/exchanges')) seconds.observe({ kind: kindOf(route) }, milliseconds / 1_000);
    },
    isItself: (asked) => asked === server,
  };
}

function kindOf(route: string): string {
  const [first = '', second = ''] = route.split('/');
  return first === 'api' ? `api/${second}` : first;
}
