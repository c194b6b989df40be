// Real clients at the resources of Digest, and at the one that offers three schemes.
import { execFile } from 'node:child_process';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { readBrief } from '@/e2e/attempts';
import { has } from '@/e2e/programs';
import { sendDraft } from '@/e2e/wire';
import type { Exchange } from '@/lib/draft/exchange';
import { parseChallenges } from '@/lib/http-auth/grammar';
import { digestCredentials, serverProved } from '@/lib/http-auth/schemes/digest/credentials';

/** Debian's own interpreter, which has the package python3-requests. */
const python = '/usr/bin/python3';
const requests = 'import sys, requests; from requests.auth import HTTPDigestAuth';

/** Runs a client and waits for its end; what it prints on both channels is `said`. */
function run(program: string, ...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const child = execFile(program, args, { timeout: 30_000 }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, said: stdout + stderr }),
    );
  });
}

const curl = (...args: string[]) => run('curl', '-s', '-o', '/dev/null', '-w', '%{http_code}', ...args);

/** A fresh attempt: whom to log in as, where, and what reached it so far, oldest first. */
async function attemptAt(request: APIRequestContext, slug: string) {
  const { brief, wallet, attempt } = await readBrief(request, slug);
  const at = (name: string) => wallet[name] ?? '';
  return {
    url: `${brief.urls.resource}/`,
    token: at('token'),
    username: at('username'),
    password: at('password'),
    ada: `${at('username')}:${at('password')}`,
    unicode: [at('unicode-username'), at('unicode-password')] as const,
    /** Waits until `count` requests are in the log, since it is written behind the response. */
    async seen(count: number): Promise<readonly Exchange[]> {
      let exchanges: Exchange[] = [];
      await expect(async () => {
        const response = await request.get(`/api/exchanges/${slug}/${attempt}`);
        exchanges = (await response.json()) as Exchange[];
        expect(exchanges).toHaveLength(count);
      }).toPass();
      return exchanges.reverse();
    },
  };
}

const statuses = (exchanges: readonly Exchange[]) => exchanges.map(({ response }) => response.status);
const reason = (exchange: Exchange | undefined) =>
  exchange?.trace.find(({ outcome }) => outcome === 'failed');
const authorization = (exchange: Exchange | undefined) =>
  exchange?.request.fields.find(([name]) => name === 'Authorization')?.[1] ?? '';

test('our own client gets rspauth over the content that arrives (RFC 7616 §3.5)', async ({
  request,
  baseURL,
}) => {
  const { wallet, base } = await readBrief(request, 'open-digest');
  const origin = baseURL ?? '';
  const draft = { method: 'POST', path: '/?q=%7e', fields: [], body: '{"a":1}' };
  const parsed = parseChallenges((await sendDraft(origin, draft, base)).lines('WWW-Authenticate').join());
  const [challenge] = parsed.ok ? parsed.value : [];
  if (!challenge) throw new Error('No challenge came');
  const { username = '', password = '' } = wallet;
  for (const [nc, qop, sess] of [
    [1, 'auth', false],
    [2, 'auth-int', false],
    [3, 'auth', true],
  ] as const) {
    const parameters = {
      username,
      password,
      method: 'POST',
      uri: `${base}/?q=%7e`,
      cnonce: 'pebble',
      body: draft.body,
    };
    const answer = { ...parameters, nc, qop, sess };
    const fields = [['Authorization', digestCredentials(challenge, answer)]] as const;
    const received = await sendDraft(origin, { ...draft, fields }, base);
    expect(received.status, received.body).toBe(200);
    const [info = ''] = received.lines('Authentication-Info');
    expect(serverProved(info, challenge, answer, new TextEncoder().encode(received.body))).toBe(true);
  }
});

test.describe('curl --digest', () => {
  test.skip(!has('curl'), 'curl is not installed');

  test('asks, then answers with SHA-256 and a hashed user name (RFC 7616 §3.4.4)', async ({ request }) => {
    const { url, ada, username, seen } = await attemptAt(request, 'open-digest');
    expect(await curl('--digest', '-u', ada, `${url}?q=a%20b&c=%7e`)).toEqual({ code: 0, said: '200' });
    const exchanges = await seen(2);
    expect(statuses(exchanges)).toEqual([401, 200]);
    expect(authorization(exchanges[1])).toContain('userhash=true');
    expect(authorization(exchanges[1])).not.toContain(`"${username}"`);
  });

  test('sends a name and a password beyond ASCII', async ({ request }) => {
    for (const slug of ['open-digest', 'open-digest-md5']) {
      const { url, unicode } = await attemptAt(request, slug);
      expect((await curl('--digest', '-u', unicode.join(':'), url)).said).toBe('200');
    }
  });

  test('probes a POST without its content, then sends it', async ({ request }) => {
    const { url, ada, seen } = await attemptAt(request, 'open-digest');
    expect((await curl('--digest', '-u', ada, '-d', '{"a":1}', url)).said).toBe('200');
    const bodies = (await seen(2)).map((exchange) => exchange.request.body);
    expect(bodies).toEqual(['', '{"a":1}']);
  });

  test('tries a wrong password once, since the challenge does not say stale (RFC 7616 §3.3)', async ({
    request,
  }) => {
    const { url, username, seen } = await attemptAt(request, 'open-digest');
    expect((await curl('--digest', '-u', `${username}:sesame`, url)).said).toBe('401');
    const exchanges = await seen(2);
    expect(statuses(exchanges)).toEqual([401, 401]);
    expect(reason(exchanges[1])?.check).toBe('response proves the password');
  });

  test('takes up each new nonce where all are stale, as often as it may (RFC 7616 §3.3)', async ({
    request,
  }) => {
    const { url, ada, seen } = await attemptAt(request, 'open-digest');
    const { code, said } = await curl('--max-redirs', '3', '--digest', '-u', ada, `${url}expired-nonce`);
    expect([code, said]).toEqual([47, '401']);
    const [, ...answers] = await seen(4);
    for (const answer of answers) expect(reason(answer)?.check).toBe('nonce is still good');
  });

  test('recovers from a stale nonce by itself, so it solves the exercise about one', async ({ request }) => {
    const { url, ada } = await attemptAt(request, 'stale-nonce');
    const { said } = await run('curl', '-s', '--digest', '-u', ada, `${url}archive`);
    expect(JSON.parse(said).solved).toBe(true);
  });

  test('computes SHA-512-256 with SHA-256 in version 7', async ({ request }) => {
    const { said: version } = await run('curl', '--version');
    test.skip(!version.startsWith('curl 7.'), 'this curl is not of version 7');
    const { url, ada, seen } = await attemptAt(request, 'open-digest-sha512-256');
    expect((await curl('--digest', '-u', ada, url)).said).toBe('401');
    expect(reason((await seen(2))[1])?.saw).toContain('a response made with SHA-256');
  });
});

test.describe('curl at the door of three schemes', () => {
  test.skip(!has('curl'), 'curl is not installed');

  for (const path of ['', 'one-line']) {
    test(`takes Digest with --anyauth from ${path ? 'one line' : 'a line for each'}`, async ({ request }) => {
      const { url, ada, seen } = await attemptAt(request, 'open-any');
      expect((await curl('--anyauth', '-u', ada, url + path)).said).toBe('200');
      const [asked, answered] = await seen(2);
      const lines =
        asked?.response.fields.filter(([name]) => name.toLowerCase() === 'www-authenticate') ?? [];
      expect(lines.map(([, value]) => value.split(' ')[0])).toEqual(
        path ? ['Digest'] : ['Digest', 'Bearer', 'Basic'],
      );
      expect(authorization(answered)).toMatch(/^Digest /);
    });
  }

  test('gets in by each of the three', async ({ request }) => {
    const { url, ada, token } = await attemptAt(request, 'open-any');
    for (const args of [
      ['--digest', '-u', ada],
      ['--basic', '-u', ada],
      ['--oauth2-bearer', token],
    ]) {
      expect((await curl(...args, url)).said).toBe('200');
    }
  });
});

test.describe('wget', () => {
  test.skip(!has('wget'), 'wget is not installed');
  const wget = (username: string, password: string, url: string) =>
    run('wget', '-q', '-O', '-', '--tries=1', '--user', username, '--password', password, url);

  test('gets in by MD5 and qop auth', async ({ request }) => {
    const { url, username, password, unicode } = await attemptAt(request, 'open-digest-md5');
    expect((await wget(username, password, url)).code).toBe(0);
    expect((await wget(...unicode, url)).code).toBe(0);
  });

  test('answers SHA-256 with MD5 and does not say so, which is refused (RFC 7616 §3.3)', async ({
    request,
  }) => {
    const { url, username, password, seen } = await attemptAt(request, 'digest-downgrade');
    expect((await wget(username, password, `${url}backup`)).code).not.toBe(0);
    const [, answered] = await seen(2);
    expect(authorization(answered)).not.toContain('algorithm');
    expect(reason(answered)?.saw).toBe('no algorithm, which means MD5');
  });

  test('falls back to the form of RFC 2069 where auth-int is offered too, which is a 400', async ({
    request,
  }) => {
    const { url, username, password, seen } = await attemptAt(request, 'open-digest');
    expect((await wget(username, password, url)).code).not.toBe(0);
    const exchanges = await seen(2);
    expect(statuses(exchanges)).toEqual([401, 400]);
    expect(reason(exchanges[1])?.saw).toContain('the form of RFC 2069');
  });
});

test.describe('Python requests with HTTPDigestAuth', () => {
  test.skip(!has(python, '-cimport requests'), 'python3-requests is not installed');
  const ask = (url: string, username: string, password: string) =>
    run(
      python,
      '-c',
      `${requests}
s = requests.Session()
s.auth = HTTPDigestAuth(sys.argv[2], sys.argv[3])
print([s.get(sys.argv[1]).status_code, s.get(sys.argv[1]).status_code, s.post(sys.argv[1], data=b'x').status_code])`,
      url,
      username,
      password,
    );

  for (const slug of ['open-digest', 'open-digest-md5']) {
    test(`gets in at ${slug}, and counts nc up with one nonce`, async ({ request }) => {
      const { url, username, password, unicode, seen } = await attemptAt(request, slug);
      expect((await ask(url, username, password)).said).toBe('[200, 200, 200]\n');
      const exchanges = await seen(4);
      expect(statuses(exchanges)).toEqual([401, 200, 200, 200]);
      expect(exchanges.slice(1).map((exchange) => /nc=(\w+)/.exec(authorization(exchange))?.[1])).toEqual([
        '00000001',
        '00000002',
        '00000003',
      ]);
      expect((await ask(url, ...unicode)).said).toBe('[200, 200, 200]\n');
    });
  }

  test('takes Digest at the door of three schemes', async ({ request }) => {
    const { url, username, password, seen } = await attemptAt(request, 'open-any');
    await ask(url, username, password);
    expect(authorization((await seen(4))[1])).toMatch(/^Digest /);
  });

  test('cannot compute SHA-512-256', async ({ request }) => {
    const { url, username, password } = await attemptAt(request, 'open-digest-sha512-256');
    expect((await ask(url, username, password)).said).not.toContain('200');
  });
});

test.describe('HTTPie -A digest', () => {
  test.skip(!has('http'), 'httpie is not installed');
  const http = (who: string, url: string) =>
    run('http', '--ignore-stdin', '--check-status', '-h', '-A', 'digest', '-a', who, url);

  test('gets in by SHA-256 and by MD5', async ({ request }) => {
    for (const slug of ['open-digest', 'open-digest-md5']) {
      const { url, ada, unicode } = await attemptAt(request, slug);
      for (const who of [ada, unicode.join(':')]) {
        const { code, said } = await http(who, url);
        expect(code, said).toBe(0);
        expect(said).toContain('Authentication-Info: rspauth=');
      }
    }
  });

  test('cannot compute SHA-512-256', async ({ request }) => {
    const { url, ada } = await attemptAt(request, 'open-digest-sha512-256');
    expect((await http(ada, url)).code).not.toBe(0);
  });
});
