/** The front door of a server that has just been started, and of one that the framework started by itself. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { newAttempt } from '@/e2e/attempts';
import { freePort } from '@/e2e/programs';
import { type Received, sendOctets } from '@/e2e/wire';
import type { Exchange } from '@/lib/draft/exchange';

const root = join(import.meta.dirname, '..', '..');

/** Sends `text` until somebody listens: the answer is to the first request that the server hears. */
async function firstAnswer(origin: string, text: string): Promise<Received> {
  for (;;) {
    try {
      const answer = await sendOctets(origin, text);
      if (answer.status) return answer;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

const programs = [
  ['the server of this repository', 'next/server.mjs'],
  ['the server of the framework', 'node_modules/next/dist/bin/next'],
] as const;

for (const [name, program] of programs) {
  test(`${name} shows the sandbox a request as it was sent, the log included`, async () => {
    const port = await freePort();
    const child = spawn(process.execPath, [program, 'start', '--port', String(port)], {
      cwd: root,
      stdio: 'ignore',
      env: { ...process.env, NODE_ENV: 'production', PORT: String(port), PUBLIC_ORIGIN: '', REDIS_URL: '' },
    });
    try {
      const origin = `http://localhost:${port}`;
      // The framework listens before its instrumentation runs; its first answer shows that it has.
      if (program !== 'next/server.mjs') {
        await firstAnswer(origin, 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
      }
      const attempt = newAttempt();
      const target = `/api/sandbox/open-basic/${attempt}//a/../%7e?q&x=`;
      const lines = ['Host: localhost', 'Authorization: Basic YTpi', 'Authorization: Basic YTpi'];
      const text = [`TRACE ${target} HTTP/1.1`, ...lines, 'Connection: close', '', ''].join('\r\n');
      const answer = await firstAnswer(origin, text);
      expect(answer.status).toBe(404);
      expect(answer.lines('Doorman-Exchange')).toHaveLength(1);
      const log = await fetch(`${origin}/api/exchanges/open-basic/${attempt}`);
      const [exchange] = (await log.json()) as Exchange[];
      expect(exchange?.request).toMatchObject({ method: 'TRACE', target });
      expect(exchange?.request.fields.filter(([field]) => field === 'Authorization')).toHaveLength(2);
      expect(exchange?.response.fields).toEqual(answer.fields);
    } finally {
      child.kill('SIGKILL');
      await once(child, 'close');
    }
  });
}
