// Real clients with a cookie session, a small budget, a clock that is off, and a redirect to another origin.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { readBrief } from '@/e2e/attempts';
import { has } from '@/e2e/programs';

/** Debian's own interpreter, which has the package python3-requests. */
const python = '/usr/bin/python3';

/** Runs a client and waits for its end; what it prints is its answer. */
function run(program: string, ...args: string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: 30_000 }, (_error, stdout) => resolve(stdout));
  });
}

const curl = (...args: string[]) => run('curl', '-s', ...args);
const status = ['-o', '/dev/null', '-w', '%{http_code}'] as const;

async function attemptAt(request: APIRequestContext, slug: string, origin?: string) {
  const { brief, wallet, base } = await readBrief(request, slug);
  const at = (name: string) => wallet[name] ?? '';
  return { url: origin ? new URL(base, origin).href : brief.urls.resource, at };
}

const bodyOf = (username: string, password: string) => JSON.stringify({ username, password });

test.describe('curl with a cookie jar', () => {
  test.skip(!has('curl'), 'curl is not installed');
  let folder = '';
  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'doorman-jar-'));
  });
  test.afterEach(() => rm(folder, { recursive: true }));

  for (const host of ['localhost', '127.0.0.1']) {
    test(`logs in by form, moves a teapot and logs out, at http://${host}`, async ({ request, baseURL }) => {
      const { url, at } = await attemptAt(request, 'open-session', baseURL?.replace('localhost', host));
      const jar = join(folder, 'jar');
      const cookieJar = ['-b', jar, '-c', jar] as const;
      expect(await curl(...cookieJar, ...status, `${url}/`)).toBe('401');
      const form = ['-d', `username=${at('username')}`, '--data-urlencode', `password=${at('password')}`];
      expect(await curl(...cookieJar, ...status, ...form, `${url}/login`)).toBe('200');
      // Secure does not keep curl from http here: it trusts localhost, as browsers do.
      expect(await readFile(jar, 'utf8')).toMatch(/^#HttpOnly_\S+\tFALSE\t\/\tTRUE\t0\t__Host-sid\tada\./m);
      expect(await curl(...cookieJar, ...status, `${url}/admin`)).toBe('200');
      expect(await curl(...cookieJar, ...status, '-X', 'POST', `${url}/transfer`)).toBe('403');

      const { csrf } = JSON.parse(await curl(...cookieJar, `${url}/csrf`)) as { csrf: string };
      const token = ['-X', 'POST', '-H', `X-CSRF-Token: ${csrf}`] as const;
      expect(await curl(...cookieJar, ...status, ...token, `${url}/transfer`)).toBe('200');
      const foreign = ['-H', 'Origin: https://elsewhere.example'] as const;
      expect(await curl(...cookieJar, ...status, ...token, ...foreign, `${url}/transfer`)).toBe('403');

      const before = await readFile(jar, 'utf8');
      expect(await curl(...cookieJar, ...status, ...token, `${url}/logout`)).toBe('200');
      expect(await readFile(jar, 'utf8')).not.toContain('__Host-sid');
      const [, session] = /__Host-sid\t(\S+)/.exec(before) ?? [];
      expect(await curl('-b', `__Host-sid=${session}`, ...status, `${url}/`)).toBe('401');
    });
  }

  test('a login ends the session that came along', async ({ request }) => {
    const { url, at } = await attemptAt(request, 'open-session');
    const [first, second] = [join(folder, 'first'), join(folder, 'second')];
    const json = ['-H', 'Content-Type: application/json', '-d', bodyOf(at('username'), at('password'))];
    await curl('-c', first, ...json, `${url}/login`);
    await curl('-b', first, '-c', second, ...json, `${url}/login`);
    expect(await curl('-b', first, ...status, `${url}/`)).toBe('401');
    expect(await curl('-b', second, ...status, `${url}/`)).toBe('200');
  });

  test('the session of one attempt is told from that of another', async ({ request }) => {
    const [first, other] = [
      await attemptAt(request, 'open-session'),
      await attemptAt(request, 'open-session'),
    ];
    const jar = join(folder, 'jar');
    const form = new URLSearchParams({ username: first.at('username'), password: first.at('password') });
    await curl('-c', jar, '-d', form.toString(), `${first.url}/login`);
    expect(await curl('-b', jar, '-c', jar, `${other.url}/`)).toContain('a session of another attempt');
    expect(await curl('-b', jar, ...status, `${first.url}/`)).toBe('200');
  });

  test('an old token gets 419 with a reason phrase of our own', async ({ request }) => {
    const { url, at } = await attemptAt(request, 'expired-page-419');
    const answer = await curl(
      ...['-i', '-X', 'POST', '-b', at('cookie'), '-H', `X-CSRF-Token: ${at('token-of-the-form')}`],
      `${url}/letter`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 419 Page Expired\r\n/);
  });

  test('waits as Retry-After says where the budget is used up', async ({ request }) => {
    const { url, at } = await attemptAt(request, 'too-many-knocks');
    const alan = ['-u', `${at('alan-username')}:${at('alan-password')}`] as const;
    for (let knocks = 0; knocks < 3; knocks += 1)
      expect(await curl(...alan, ...status, `${url}/`)).toBe('200');
    const answer = await curl('-i', ...alan, `${url}/`);
    expect(answer).toMatch(/^HTTP\/1\.1 429 Too Many Requests\r\n/);
    expect(answer).toMatch(/^Retry-After: [1-9]\d{0,2}\r$/m);
    expect(answer).toContain('Cache-Control: no-store');
  });

  test('reads the clock of the server in Date, sets it right and is let in', async ({ request }) => {
    const { url, at } = await attemptAt(request, 'clock-skew');
    const ask = ['-i', '--oauth2-bearer', at('token'), `${url}/timetable`] as const;
    const early = await curl(...ask);
    expect(early).toMatch(/^HTTP\/1\.1 401 /);
    const [, date = ''] = /^Date: (.*)\r$/m.exec(early) ?? [];
    expect((Date.parse(date) - Date.now()) / 1000).toBeCloseTo(-7200, -2);
    await curl('-d', '{"offsetSeconds": 0}', `${url}/clock`);
    expect(await curl(...ask)).toMatch(/^HTTP\/1\.1 200 /);
  });
});

test.describe('a redirect to another origin', () => {
  test.skip(!has('curl'), 'curl is not installed');

  test('curl -L drops -u on the way; --location-trusted keeps it', async ({ request, baseURL }) => {
    const { url, at } = await attemptAt(request, 'redirect-eats-authorization');
    const grace = ['-u', `${at('grace-username')}:${at('grace-password')}`] as const;
    for (const path of ['/start', '/moved']) {
      expect(await curl('-L', ...grace, ...status, url + path), path).toBe('401');
      expect(await curl('--location-trusted', ...grace, ...status, url + path), path).toBe('200');
      const location = await curl('-o', '/dev/null', '-w', '%{redirect_url}', ...grace, url + path);
      expect(new URL(location).origin).toBe(baseURL?.replace('localhost', '127.0.0.1'));
      expect(await curl(...grace, ...status, location)).toBe('200');
    }
  });

  test('nothing that a client sends chooses where it leads', async ({ request, baseURL }) => {
    const { url } = await attemptAt(request, 'redirect-eats-authorization');
    const { port } = new URL(baseURL ?? '');
    const hostile = [
      [`${url}/start?next=//evil.example`],
      [`${url}/start?next=https:evil.example`],
      [`${url}/start?next=/%5Cevil.example`],
      [`${url}/start?next=%2f%2fevil.example`],
      [`${url}/start`, '-H', 'X-Forwarded-Host: evil.example', '-H', 'X-Forwarded-Proto: https'],
      [`${url}/start`, '-H', 'Referer: https://evil.example/'],
      [`${url}/start`, '--request-target', `http://evil.example${new URL(url).pathname}/start`],
      [`${url}/start`, '-H', `Host: localhost:${port}@evil.example`],
    ];
    for (const args of hostile) {
      const answer = await curl('-i', ...args);
      const [, location = ''] = /^Location: (.*)\r$/im.exec(answer) ?? [];
      expect(answer, args.join(' ')).not.toContain('evil');
      if (location) expect(['127.0.0.1', 'localhost'], args.join(' ')).toContain(new URL(location).hostname);
    }
    const other = await curl('-i', '-H', 'Host: evil.example', `${url}/start`);
    expect(other).not.toContain('evil');
  });

  test('a path that hides a host is no route', async ({ request }) => {
    const { url } = await attemptAt(request, 'redirect-eats-authorization');
    for (const path of ['/start//evil.example', '/start/%2e%2e//evil.example', '//evil.example'])
      expect(await curl('--path-as-is', ...status, url + path), path).toBe('404');
  });
});

test('HTTPie keeps the cookie in a session at localhost', async ({ request }) => {
  test.skip(!has('http'), 'HTTPie is not installed');
  const { url, at } = await attemptAt(request, 'open-session');
  const folder = await mkdtemp(join(tmpdir(), 'doorman-httpie-'));
  const http = (...args: string[]) =>
    run('http', '--ignore-stdin', '--print=h', `--session=${join(folder, 'session.json')}`, ...args);
  try {
    const login = await http(`${url}/login`, `username=${at('username')}`, `password=${at('password')}`);
    expect(login).toContain('200 OK');
    expect(await http(`${url}/`)).toContain('200 OK');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('Python requests keeps a Secure cookie from http, and sends it where told to', async ({ request }) => {
  test.skip(!has(python, '-cimport requests'), 'python3-requests is not installed');
  const { url, at } = await attemptAt(request, 'open-session');
  const program = `
import sys, requests
url, username, password = sys.argv[1:]
session = requests.Session()
login = session.post(url + '/login', json={'username': username, 'password': password})
withheld = session.get(url + '/').status_code
session.post(url + '/login', json={'username': username, 'password': password})
for cookie in session.cookies:
    cookie.secure = False
sent = session.get(url + '/').status_code
csrf = session.get(url + '/csrf').json()['csrf']
moved = session.post(url + '/transfer', headers={'X-CSRF-Token': csrf}).status_code
print(login.status_code, withheld, sent, moved)
`;
  const answer = await run(python, '-c', program, url, at('username'), at('password'));
  expect(answer.trim()).toBe('200 401 200 200');
});

test('Python requests drops Authorization on the way to another host', async ({ request }) => {
  test.skip(!has(python, '-cimport requests'), 'python3-requests is not installed');
  const { url, at } = await attemptAt(request, 'redirect-eats-authorization');
  const program = `
import sys, requests
url, username, password = sys.argv[1:]
first = requests.get(url + '/start', auth=(username, password))
print([r.status_code for r in first.history], first.status_code)
print(requests.get(first.url, auth=(username, password)).status_code)
`;
  const answer = await run(python, '-c', program, url, at('grace-username'), at('grace-password'));
  expect(answer.trim().split('\n')).toEqual(['[302] 401', '200']);
});
