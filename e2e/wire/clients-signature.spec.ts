// Real clients at the resources that want signatures and proofs: RFC 9421, AWS Signature Version 4, SCRAM-SHA-256.
import { execFile } from 'node:child_process';
import { createHash, createHmac, createPrivateKey, pbkdf2Sync, randomBytes } from 'node:crypto';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { AwsClient } from 'aws4fetch';
import { createSigner, httpbis, type SigningKey } from 'http-message-signatures';
import { readBrief } from '@/e2e/attempts';
import { has } from '@/e2e/programs';
import { isInnerList, parseDictionary } from '@/lib/http-auth/structured-fields';

async function openExercise(request: APIRequestContext, slug: string) {
  const { brief, wallet } = await readBrief(request, slug);
  return { url: brief.urls.resource, at: (name: string) => wallet[name] ?? '' };
}

test.describe('http-message-signatures', () => {
  /** Asks first, then signs what Accept-Signature lists, with its nonce and tag. */
  async function ask(
    url: string,
    key: SigningKey,
    init: { method?: string; body?: string } = {},
    change = {},
  ) {
    const first = await fetch(url, init);
    expect(first.status).toBe(401);
    expect(first.headers.get('WWW-Authenticate')).toBe('Signature realm="open door"');
    const accept = parseDictionary(first.headers.get('Accept-Signature') ?? '');
    const asked = accept.ok ? accept.value.get('sig1') : undefined;
    if (!asked || !isInnerList(asked)) throw new Error('No Accept-Signature');
    const { method = 'GET', body } = init;
    const digest = `sha-256=:${createHash('sha256')
      .update(body ?? '')
      .digest('base64')}:`;
    const headers: Record<string, string> = body === undefined ? {} : { 'content-digest': digest };
    const signed = await httpbis.signMessage(
      {
        key,
        name: 'sig1',
        fields: asked.items.map(({ bare }) => String(bare.value)),
        params: ['created', 'keyid', 'alg', 'expires', 'nonce', 'tag'],
        paramValues: {
          nonce: String(asked.params.get('nonce')?.value),
          tag: String(asked.params.get('tag')?.value),
          ...change,
        },
      },
      { method, url, headers },
    );
    const send = () => fetch(url, { ...init, headers: signed.headers as Record<string, string> });
    return { send, status: (await send()).status };
  }

  test('signs with Ed25519, and each nonce counts once', async ({ request }) => {
    const { url, at } = await openExercise(request, 'open-signature');
    const jwk = JSON.parse(at('ed25519-private-jwk'));
    const key = createSigner(createPrivateKey({ key: jwk, format: 'jwk' }), 'ed25519', at('ed25519-keyid'));
    const { send, status } = await ask(`${url}/?q=a%20b&c=%7e`, key);
    expect(status).toBe(200);
    expect((await send()).status).toBe(401);
    expect((await ask(`${url}/admin`, key)).status).toBe(200);
  });

  test('signs content by its digest with HMAC, and has no business in /admin', async ({ request }) => {
    const { url, at } = await openExercise(request, 'open-signature');
    const key = createSigner(Buffer.from(at('hmac-secret'), 'base64'), 'hmac-sha256', at('hmac-keyid'));
    expect((await ask(`${url}/`, key, { method: 'POST', body: '{"hello": "world"}' })).status).toBe(200);
    expect((await ask(`${url}/admin`, key)).status).toBe(403);
    expect((await ask(`${url}/`, key, {}, { created: new Date(Date.now() - 3_600_000) })).status).toBe(401);
  });
});

test.describe('curl --aws-sigv4', () => {
  test.skip(!has('curl'), 'curl is not installed');

  const curl = (url: string, user: string, ...args: string[]) =>
    new Promise<string>((resolve) => {
      const curlOptions = [
        '-s',
        '-o',
        '/dev/null',
        '-w',
        '%{http_code}',
        '--aws-sigv4',
        'aws:amz:us-east-1:doorman',
      ];
      execFile(
        'curl',
        [...curlOptions, '--user', user, ...args, url],
        { timeout: 30_000 },
        (_error, stdout) => resolve(stdout),
      );
    });

  test('gets through with and without content, and is refused with 403', async ({ request }) => {
    const { url, at } = await openExercise(request, 'open-sigv4');
    const user = `${at('access-key-id')}:${at('secret-access-key')}`;
    expect(await curl(`${url}/`, user)).toBe('200');
    expect(await curl(`${url}/?a=1&b=2`, user)).toBe('200');
    expect(await curl(`${url}/`, user, '-d', '{"a": 1}', '-H', 'Content-Type: application/json')).toBe('200');
    expect(await curl(`${url}/`, `${at('access-key-id')}:a guess`)).toBe('403');
    expect(await curl(`${url}/`, user, '--aws-sigv4', 'aws:amz:eu-west-1:doorman')).toBe('403');
  });
});

test('aws4fetch gets through with a query in any order and with content', async ({ request }) => {
  const { url, at } = await openExercise(request, 'open-sigv4');
  const keys = { accessKeyId: at('access-key-id'), secretAccessKey: at('secret-access-key') };
  const where = { service: 'doorman', region: 'us-east-1', retries: 0 };
  const client = new AwsClient({ ...keys, ...where });
  expect((await client.fetch(`${url}/`)).status).toBe(200);
  expect((await client.fetch(`${url}/?to=2026-05&from=a%3Ab%20c&all`)).status).toBe(200);
  expect((await client.fetch(`${url}/`, { method: 'POST', body: '{"a": 1}' })).status).toBe(200);
  const wrong = new AwsClient({ ...keys, ...where, secretAccessKey: 'a guess' });
  const refused = await wrong.fetch(`${url}/`);
  expect(refused.status).toBe(403);
  expect(refused.headers.get('WWW-Authenticate')).toBeNull();
});

// No client library for RFC 7804 is at hand: this one follows the RFC with nothing but Node's own functions.
async function scram(url: string, username: string, password: string) {
  const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const dataOf = (value: string | null) =>
    Buffer.from(/data="([^"]*)"/.exec(value ?? '')?.[1] ?? '', 'base64').toString();
  const bare = `n=${username},r=${randomBytes(12).toString('base64')}`;
  const hello = `SCRAM-SHA-256 realm="open door", data="${base64(`n,,${bare}`)}"`;
  const half = await fetch(url, { headers: { Authorization: hello } });
  const challenge = half.headers.get('WWW-Authenticate') ?? '';
  const first = dataOf(challenge);
  const [nonce = '', salt = '', count = ''] = first.split(',').map((part) => part.slice(2));
  const salted = pbkdf2Sync(password, Buffer.from(salt, 'base64'), Number(count), 32, 'sha256');
  const clientKey = hmac(salted, 'Client Key');
  const messages = `${bare},${first},c=biws,r=${nonce}`;
  const signature = hmac(createHash('sha256').update(clientKey).digest(), messages);
  const proof = Buffer.from(clientKey.map((octet, index) => octet ^ (signature[index] ?? 0)));
  const data = base64(`c=biws,r=${nonce},p=${proof.toString('base64')}`);
  const sid = /sid=([^\s,]+)/.exec(challenge)?.[1];
  const send = () => fetch(url, { headers: { Authorization: `SCRAM-SHA-256 sid=${sid}, data="${data}"` } });
  const answer = await send();
  return {
    half: half.status,
    status: answer.status,
    again: (await send()).status,
    proven:
      dataOf(answer.headers.get('Authentication-Info')) ===
      `v=${hmac(hmac(salted, 'Server Key'), messages).toString('base64')}`,
  };
}

test('a SCRAM client proves its password in two steps, and so does the server', async ({ request }) => {
  const { url, at } = await openExercise(request, 'open-scram');
  expect(await scram(`${url}/`, at('username'), at('password'))).toEqual({
    half: 401,
    status: 200,
    again: 401,
    proven: true,
  });
  const unknown = { half: 401, status: 401, again: 401, proven: false };
  expect(await scram(`${url}/`, at('username'), 'a guess')).toEqual(unknown);
  expect(await scram(`${url}/`, 'nobody', at('password'))).toEqual(unknown);
});
