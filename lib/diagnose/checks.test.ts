/** What is certain, one check each: said where it stands, and silent beside it. */

import { describe, expect, test } from 'vitest';
import { listCauses } from '@/lib/content/causes';
import { encodeBase64, encodeBase64url } from '@/lib/http-auth/base64';
import { isKnownRule } from '@/lib/http-auth/rule-title';
import { findingsIn } from './findings';
import { checkNames } from './knowledge';
import { read } from './read';

const now = Date.parse('2026-09-01T12:00:00Z');
const date = 'Date: Tue, 01 Sep 2026 10:00:00 GMT';
const at = Date.parse('2026-09-01T10:00:00Z') / 1000;
const json = (value: object) => encodeBase64url(new TextEncoder().encode(JSON.stringify(value)));
const jwt = (claims: object, header: object = { alg: 'RS256' }) => `${json(header)}.${json(claims)}.c2ln`;
const pair = (text: string) => encodeBase64(new TextEncoder().encode(text));
const findings = (text: string) => {
  const reading = read(text);
  return reading.ok ? findingsIn(reading, now).filter(({ statement }) => statement) : [];
};
const checks = (text: string) => findings(text).map(({ check }) => check);
const sent = (line: string, response = `HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer\n${date}\n\n`) =>
  `GET /a HTTP/1.1\nHost: api.example\n${line}\n\n${response}`;

describe('of a program that sets Bearer', () => {
  const set = `requests.get(url, headers={'Authorization': f'Bearer {token}'})`;
  const marks = (text: string) => {
    const reading = read(text);
    return reading.ok ? findingsIn(reading, now).map(({ check }) => check) : [];
  };

  test.each([
    ['printed headers', `${set}\n{'Accept': '*/*', 'Authorization': 'Basic ${pair('ada:secret')}'}`],
    ['a printed value', `${set}\nBasic ${pair('ada:secret')}`],
  ])('Basic in %s is other credentials', (_, text) => {
    expect(marks(text)).toContain('credentials-replaced');
  });

  test.each([
    ['a second try', `${set}\nrequests.get(url, headers={'Authorization': 'Basic ${pair('ada:secret')}'})`],
    ['prose', `${set}\nBasic authentication works`],
    ['a challenge', `${set}\nWWW-Authenticate: Basic realm="api"`],
  ])('Basic in %s is nothing', (_, text) => {
    expect(marks(text)).not.toContain('credentials-replaced');
  });
});

describe('of the arguments of axios', () => {
  const marks = (text: string) => checks(text);
  const headers = '{ headers: { Authorization: `Bearer x` } }';

  test.each([
    ['post', `axios.post(url, ${headers})`],
    [
      'put on a line of its argument',
      `await this.$axios.put(\n  BASE + '/cars',\n  {\n    headers: { a: 1 },\n    ...car\n  })`,
    ],
    ['a chain', `axios\n  .patch(\`/cars/${'$'}{ids.join(',')}/\`, ${headers})`],
    ['an instance', `axiosInstance.post('/a', { headers })`],
  ])('headers in the place of the body are seen: %s', (_, text) => {
    expect(marks(text)).toEqual(['headers-as-body']);
  });

  test.each([
    ['a third argument', `axios.post(url, data, ${headers})`],
    ['an object before it', `axios.post(url, { name: 'a', list: [1, 2] }, ${headers})`],
    ['no body', `axios.post(url, null, ${headers})`],
    ['a body that has a field headers', `axios.post(url, { headers: ['a'] }, ${headers})`],
    ['get, whose second argument is the configuration', `axios.get(url, ${headers})`],
    ['another client', `ky.post(url, ${headers})`],
    ['a body that ends nowhere', `axios.post(url`],
  ])('and not: %s', (_, text) => {
    expect(marks(text)).toEqual([]);
  });
});

describe('of Authorization', () => {
  test.each([
    ['scheme-doubled', 'Authorization: Bearer Bearer opaque-token-123'],
    ['scheme-doubled', 'Authorization: Authorization: Bearer opaque-token-123'],
    ['scheme-doubled', 'Authorization: Bearer Token opaque-token-123'],
    ['scheme-missing', `Authorization: ${jwt({ sub: 'ada' })}`],
    ['scheme-missing', 'Authorization: 0123456789abcdef0123456789abcdef'],
    ['scheme-glued', `Authorization: Bearer${jwt({ sub: 'ada' })}`],
    ['scheme-alone', 'Authorization: Bearer'],
    ['placeholder-sent', 'Authorization: Bearer undefined'],
    ['placeholder-sent', 'Authorization: Bearer [object Object]'],
    ['placeholder-sent', 'Authorization: Bearer {{token}}'],
    ['placeholder-sent', 'Authorization: null'],
    ['value-quoted', 'Authorization: "Bearer opaque-token-123"'],
    ['value-quoted', 'Authorization: Bearer "opaque-token-123"'],
    ['authorization-twice', 'Authorization: Bearer a-token-1\nAuthorization: Bearer a-token-2'],
    ['credentials-joined', 'Authorization: Bearer a-token-1, Basic YTpi'],
    ['not-ascii', 'Authorization: Bearer tök-1234567'],
    ['newline-in-base64', `Authorization: Basic ${pair('ada:open\n')}`],
    ['basic-not-base64', 'Authorization: Basic ada:open-sesame'],
    ['basic-not-base64', 'Authorization: Basic abc!'],
    ['basic-without-colon', `Authorization: Basic ${pair('ada')}`],
    ['not-ascii', `Authorization: Basic ${pair('ada:größe')}`],
    ['name-with-underscore', 'api_key: 0123456789'],
  ])('%s: %s', (check, line) => expect(checks(sent(line))).toContain(check));

  test.each([
    'Authorization: Bearer opaque-token-123',
    `Authorization: Bearer ${jwt({ sub: 'ada', exp: at + 3600 })}`,
    `Authorization: Basic ${pair('ada:open sesame')}`,
    'Authorization: Bearer ...',
    'Authorization: Bearer <token>',
    'Authorization: Bearer eyJhbG...',
    'Authorization: Bearer XXXXX',
    'Authorization: Basic ****',
    'Authorization: Bearer [REDACTED]',
    'Authorization: Bearer YOUR_TOKEN',
    'Authorization: Bearer ••••',
    'Authorization: Token 0123456789abcdef',
    'Authorization: AWS4-HMAC-SHA256 Credential=a/20260901/eu/s3/aws4_request, SignedHeaders=host, Signature=ab',
    'Authorization: Digest username="ada", realm="a", nonce="b", uri="/a", response="00", qop=auth, nc=00000001',
    'Authorization: GoogleLogin auth=0123456789',
  ])('nothing is said of %s', (line) => {
    const allowed = ['scheme-other-than-asked'];
    expect(checks(sent(line)).filter((check) => !allowed.includes(check))).toEqual([]);
  });
});

describe('of a token beside the Date of the response', () => {
  test.each([
    ['token-expired', { exp: at - 1 }],
    ['token-not-yet-valid', { nbf: at + 100, exp: at + 3600 }],
    ['token-from-the-future', { iat: at + 100, exp: at + 3600 }],
    ['token-in-milliseconds', { exp: at * 1000 }],
    ['token-other-audience', { aud: 'https://other.test', exp: at + 3600 }],
    ['id-token-sent', { at_hash: 'x', exp: at + 3600 }],
  ])('%s', (check, claims) => expect(checks(sent(`Authorization: Bearer ${jwt(claims)}`))).toContain(check));

  test('token-unsigned', () => {
    const token = jwt({ exp: at + 3600 }, { alg: 'none' });
    expect(checks(sent(`Authorization: Bearer ${token}`))).toContain('token-unsigned');
  });

  test('without a Date, an old exchange says nothing of expiry', () => {
    const text = sent(
      `Authorization: Bearer ${jwt({ exp: at - 1 })}`,
      'HTTP/1.1 401 No\nWWW-Authenticate: Bearer\n\n',
    );
    expect(checks(text)).not.toContain('token-expired');
  });

  test('a token by itself is held to the clock of now', () => {
    expect(checks(jwt({ exp: now / 1000 - 10 }))).toEqual(['token-expired']);
    expect(checks(jwt({ exp: now / 1000 + 10 }))).toEqual([]);
  });

  test('a variable in a command is filled in by the shell, also where the response stands below it', () => {
    const command =
      'curl -v -H "Authorization: Bearer $TOKEN" https://api.example/\n< HTTP/2 401\n< server: a\n';
    expect(checks(command)).not.toContain('placeholder-sent');
  });

  describe('where the client signs it', () => {
    const to = (host: string, claims: object, response = `HTTP/1.1 401 No\n${date}\nServer: a\n\n`) =>
      checks(`GET /app HTTP/1.1\nHost: ${host}\nAuthorization: Bearer ${jwt(claims)}\n\n${response}`);
    const github = 'api.github.com';
    const connect = 'api.appstoreconnect.apple.com';
    const store = 'api.storekit.itunes.apple.com';
    const long = 'token-lives-too-long';

    test.each([
      [github, { iss: '1', iat: at, exp: at + 601 }],
      [connect, { iss: '1', iat: at, exp: at + 1201 }],
      [store, { iss: '1', iat: at, exp: at + 3601 }],
    ])('%s refuses more than its limit', (host, claims) => expect(to(host, claims)).toContain(long));

    test.each([
      [github, { iss: '1', iat: at - 300, exp: at + 600 }],
      [connect, { iss: '1', iat: at, exp: at + 1200 }],
      [connect, { iss: '1', iat: at, exp: at + 86_400, scope: ['GET /v1/apps'] }],
      [store, { iss: '1', iat: at, exp: at + 3600 }],
      [store, { iss: '1', exp: at + 86_400 }],
      [github, { iss: '1', iat: at, exp: (at + 300) * 1000 }],
      ['api.example', { iss: '1', iat: at, exp: at + 86_400 }],
    ])('%s: nothing is said of %o', (host, claims) => expect(to(host, claims)).not.toContain(long));

    test('without a Date nobody knows what now was', () => {
      expect(to(github, { iat: at, exp: at + 3600 }, 'HTTP/1.1 401 No\nServer: a\n\n')).not.toContain(long);
    });

    test('a JWT inside a token of the host is not one that the client signed', () => {
      const inside = `ghs_1_${jwt({ iat: at, exp: at + 3600 })}`;
      const text = `GET /app HTTP/1.1\nHost: ${github}\nAuthorization: Bearer ${inside}\n\nHTTP/1.1 401 No\n${date}\nServer: a\n\n`;
      expect(checks(text)).not.toContain(long);
    });
  });

  test('an audience of the same name, or one that is no address, is not held against the host', () => {
    for (const aud of ['https://auth.api.example', 'api://orders', 'orders']) {
      expect(checks(sent(`Authorization: Bearer ${jwt({ aud, exp: at + 3600 })}`))).toEqual([]);
    }
  });
});

describe('of the response', () => {
  const token = 'Authorization: Bearer opaque-token-123';
  test.each([
    ['challenge-missing', sent(token, `HTTP/1.1 401 Unauthorized\n${date}\nServer: a\n\n`)],
    [
      'challenge-without-401',
      sent(token, `HTTP/1.1 403 Forbidden\nWWW-Authenticate: Basic realm="a"\n${date}\n\n`),
    ],
    ['block-page', sent(token, `HTTP/1.1 403 Forbidden\n${date}\ncf-mitigated: challenge\n\n`)],
    [
      'block-page',
      sent(
        token,
        `HTTP/1.1 403 Forbidden\n${date}\nServer: cloudflare\n\n<h1>Sorry, you have been blocked</h1>`,
      ),
    ],
    ['cached-refusal', sent(token, `HTTP/1.1 403 Forbidden\n${date}\nAge: 60\n\n`)],
    ['login-page-instead', sent(token, `HTTP/1.1 302 Found\n${date}\nLocation: /login?next=/a\n\n`)],
    [
      'success-with-error',
      sent(token, `HTTP/1.1 200 OK\n${date}\nServer: a\n\n{"status":401,"message":"no"}`),
    ],
    ['credentials-not-sent', sent('Accept: */*')],
    [
      'scheme-other-than-asked',
      sent(token, `HTTP/1.1 401 No\nWWW-Authenticate: Basic realm="a"\n${date}\n\n`),
    ],
    ['cors-missing', sent(`${token}\nOrigin: https://app.example`)],
    ['cookie-refused', sent(token, `HTTP/1.1 200 OK\n${date}\nSet-Cookie: a=1; SameSite=None\n\n`)],
    ['websocket-handshake', sent('Upgrade: websocket\nConnection: Upgrade')],
    [
      'preflight-refused',
      `OPTIONS /a HTTP/1.1\nHost: api.example\nOrigin: https://app.example\nAccess-Control-Request-Method: GET\n\nHTTP/1.1 401 No\n${date}\nServer: a\n\n`,
    ],
    [
      'digest-stale',
      sent(
        'Accept: */*',
        `HTTP/1.1 401 No\nWWW-Authenticate: Digest realm="a", nonce="b", stale=true\n${date}\n\n`,
      ),
    ],
    ['clock-apart', sent('X-Amz-Date: 20260901T090000Z', `HTTP/1.1 403 No\n${date}\nServer: a\n\n`)],
    [
      'presigned-expired',
      `GET /a?X-Amz-Date=20260901T080000Z&X-Amz-Expires=60&X-Amz-Signature=ab HTTP/1.1\nHost: b.example\n\nHTTP/1.1 403 No\n${date}\nServer: a\n\n`,
    ],
  ])('%s', (check, text) => expect(checks(text)).toContain(check));

  test.each([
    ['a right 403', sent(token, `HTTP/1.1 403 Forbidden\n${date}\nServer: a\n\n{"error":"no"}`)],
    [
      'a scope that is asked for',
      sent(token, `HTTP/1.1 403 No\nWWW-Authenticate: Bearer error="insufficient_scope"\n${date}\n\n`),
    ],
    [
      'a 403 with the challenge that RFC 6750 §3 demands',
      sent(token, `HTTP/1.1 403 No\nWWW-Authenticate: Bearer realm="notes"\n${date}\n\n`),
    ],
    ['a success', sent(token, `HTTP/1.1 200 OK\n${date}\nServer: a\n\n{"status":"ok"}`)],
    [
      'a preflight that passes',
      `OPTIONS /a HTTP/1.1\nHost: api.example\nAccess-Control-Request-Method: GET\n\nHTTP/1.1 204 No Content\n${date}\n\n`,
    ],
    [
      'a redirect to the same path without its slash',
      `GET /auth/check/ HTTP/1.1\nHost: api.example\n${token}\n\nHTTP/1.1 301 No\nLocation: http://api.example/auth/check\n${date}\n\n`,
    ],
    ['a status line alone', 'HTTP/1.1 401 Unauthorized'],
  ])('nothing is said of %s', (_, text) => expect(checks(text)).toEqual([]));
});

test('every check that a cause names is one of the engine', () => {
  const named = listCauses().flatMap(({ slug, signs = [] }) =>
    signs.flatMap(({ find }) => (find ? [{ slug, find }] : [])),
  );
  expect(named.filter(({ find }) => !(checkNames as readonly string[]).includes(find))).toEqual([]);
});

test('every rule that is named is in the table of rules', () => {
  const texts = [sent('Authorization: Bearer Bearer a'), sent('api_key: a')];
  for (const { rule } of texts.flatMap(findings)) if (rule) expect(isKnownRule(rule)).toBe(true);
});

test('a HAR is never held to what it may leave out', () => {
  const har = {
    log: {
      entries: [
        {
          request: {
            method: 'GET',
            url: 'https://api.example/a',
            headers: [{ name: 'Accept', value: '*/*' }],
          },
          response: {
            status: 401,
            statusText: 'No',
            headers: [{ name: 'WWW-Authenticate', value: 'Bearer' }],
            content: {},
          },
        },
      ],
    },
  };
  expect(checks(JSON.stringify(har))).toEqual([]);
});
