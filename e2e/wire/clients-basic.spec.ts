// curl with Basic from a netrc file, and with a Bearer token.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readBrief } from '@/e2e/attempts';
import { has } from '@/e2e/programs';

/** Runs curl with `home` as its home directory; what it prints is its answer. */
function curl(home: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, HOME: home, CURL_HOME: home };
  return new Promise((resolve) => {
    execFile('curl', ['-s', ...args], { timeout: 30_000, env }, (_error, stdout) => resolve(stdout));
  });
}

const status = ['-o', '/dev/null', '-w', '%{http_code}'] as const;

/** An entry of a netrc file, its texts in quotation marks, as curl reads them since 7.84. */
const entry = (machine: string, login: string, password: string) =>
  `machine ${machine}\nlogin "${login}"\npassword "${password.replace(/["\\]/g, '\\$&')}"\n`;

test.describe('curl', () => {
  test.skip(!has('curl'), 'curl is not installed');
  let home = '';
  test.beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'doorman-netrc-'));
  });
  test.afterEach(() => rm(home, { recursive: true }));

  test('takes name and password from ~/.netrc with --netrc', async ({ request }) => {
    const { brief, wallet } = await readBrief(request, 'open-basic');
    const { resource } = brief.urls;
    const [username = '', password = ''] = [wallet.username, wallet.password];
    await writeFile(join(home, '.netrc'), entry('localhost', username, password), { mode: 0o600 });
    expect(await curl(home, ...status, `${resource}/`)).toBe('401');
    expect(await curl(home, '--netrc', ...status, `${resource}/`)).toBe('200');
    expect(await curl(home, '--netrc', ...status, `${resource}/admin`)).toBe('200');
    // It sends the credentials with the first request: no 401 comes before.
    const exchanges = await (await request.get(brief.urls.exchanges)).json();
    expect(exchanges.map(({ response }: { response: { status: number } }) => response.status)).toEqual([
      200, 200, 401,
    ]);
  });

  test('takes them from any file with --netrc-file, for the machine that is named there', async ({
    request,
  }) => {
    const { brief, wallet } = await readBrief(request, 'open-basic');
    const { resource } = brief.urls;
    const file = join(home, 'logins');
    const [username = '', password = ''] = [wallet['reader-username'], wallet['reader-password']];
    const netrc = ['--netrc-file', file] as const;
    await writeFile(file, entry('localhost', username, password));
    expect(await curl(home, ...netrc, ...status, `${resource}/`)).toBe('200');
    expect(await curl(home, ...netrc, ...status, `${resource}/admin`)).toBe('403');
    await writeFile(file, entry('elsewhere.example', username, password));
    expect(await curl(home, ...netrc, '--netrc-optional', `${resource}/`)).toContain(
      'no Authorization header',
    );
  });

  test('is refused with 401 where the file has an old password', async ({ request }) => {
    const { brief, wallet } = await readBrief(request, 'open-basic');
    const file = join(home, 'logins');
    await writeFile(file, entry('localhost', wallet.username ?? '', 'password-of-last-year'));
    const answer = await curl(home, '-i', '--netrc-file', file, `${brief.urls.resource}/`);
    expect(answer).toMatch(/^HTTP\/1\.1 401 Unauthorized\r\n/);
    expect(answer).toMatch(/^WWW-Authenticate: Basic realm=/m);
    expect(answer).toContain('user name and password belong together');
  });

  test('sends a token with --oauth2-bearer', async ({ request }) => {
    const { brief, wallet } = await readBrief(request, 'open-bearer');
    const { resource } = brief.urls;
    const bearer = (name: string, path: string, ...args: string[]) =>
      curl(home, '--oauth2-bearer', wallet[name] ?? '', ...args, resource + path);
    expect(await bearer('token', '/write', ...status)).toBe('200');
    expect(await bearer('read-token', '/', ...status)).toBe('200');
    expect(await bearer('read-token', '/write', '-i')).toMatch(
      /^HTTP\/1\.1 403 Forbidden\r\n[\s\S]*error="insufficient_scope"/,
    );
    for (const name of ['expired-token', 'early-token', 'foreign-token']) {
      expect(await bearer(name, '/', '-i')).toMatch(
        /^HTTP\/1\.1 401 Unauthorized\r\n[\s\S]*error="invalid_token"/,
      );
    }
  });

  test('adds the word Bearer itself, so that a second one is 400', async ({ request }) => {
    const { brief, wallet } = await readBrief(request, 'open-bearer');
    const twice = await curl(
      home,
      '-i',
      '--oauth2-bearer',
      `Bearer ${wallet.token}`,
      `${brief.urls.resource}/`,
    );
    expect(twice).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(twice).toContain('the scheme word twice');
  });
});
