/**
 * The printed clients renew after `invalid_token`, and after a 401 that names no error. Another error goes to the
 * caller, and no refresh token is spent.
 */
import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { snippetFolder } from './snippets';

const run = promisify(execFile);
/** Debian's interpreter, which has the package python3-requests. */
const python = '/usr/bin/python3';
const hasRequests = spawnSync(python, ['-cimport requests']).status === 0;

const clients = [
  { program: process.execPath, file: 'fetch.mjs', canRun: true },
  { program: python, file: 'refresh.py', canRun: hasRequests },
];

/** Answers the token `new` with 200, any other with 401 and `challenge`, and a POST with the token `new`. */
async function withServer(
  challenge: string | undefined,
  use: (origin: string, renewals: string[]) => Promise<void>,
) {
  const renewals: string[] = [];
  const server = createServer((request, response) => {
    const { method, headers } = request;
    if (method === 'POST') {
      renewals.push(headers.authorization ?? '');
      response.setHeader('Content-Type', 'application/json');
      response.end('{"access_token":"new"}');
    } else if (headers.authorization === 'Bearer new') response.end();
    else response.writeHead(401, challenge ? { 'WWW-Authenticate': challenge } : {}).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, renewals);
  } finally {
    server.close();
  }
}

async function printed(program: string, file: string, origin: string) {
  const env = { ...process.env, DOORMAN: origin, REFRESH_TOKEN: 'r', CLIENT_ID: 'a:b', CLIENT_SECRET: 'ü' };
  const { stdout } = await run(program, [join(snippetFolder('refresh-once'), file)], { env });
  return stdout.trim();
}

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

for (const { program, file, canRun } of clients) {
  test.skipIf(!canRun).each([
    ['invalid_token', 'Bearer realm="x", error="invalid_token"'],
    ['a challenge without an error', 'Bearer realm="x"'],
    ['a 401 without a challenge', undefined],
  ])(
    `${file} renews once after %s, its id and secret form-encoded`,
    async (_, challenge) => {
      await withServer(challenge, async (origin, renewals) => {
        expect(await printed(program, file, origin)).toBe('200');
        expect(renewals).toEqual([basic('a%3Ab:%C3%BC')]);
      });
    },
    30_000,
  );

  test.skipIf(!canRun)(
    `${file} does not renew after another error`,
    async () => {
      const challenge = 'Bearer realm="x", error="insufficient_user_authentication"';
      await withServer(challenge, async (origin, renewals) => {
        expect(await printed(program, file, origin)).toBe('401');
        expect(renewals).toEqual([]);
      });
    },
    30_000,
  );
}
