import { describe, expect, test } from 'vitest';
import { read } from './read';
import type { GoodReading } from './reading';

const good = (text: string): GoodReading => {
  const reading = read(text);
  if (!reading.ok) throw new Error(reading.reason);
  return reading;
};
/** The exchanges in a few words each: `GET https://… Authorization → 401 WWW-Authenticate`. */
const brief = (text: string) =>
  good(text).exchanges.map(({ request, response }) =>
    [
      request
        ? `${request.method} ${request.url} [${request.fields.map(({ name }) => name).join()}]`
        : 'unknown',
      response ? `${response.status} [${response.fields.map(({ name }) => name).join()}]` : 'nothing',
    ].join(' → '),
  );

describe('a paste is read that is', () => {
  test('raw HTTP, request and response', () => {
    const text =
      'GET /a HTTP/1.1\nHost: api.example\nAuthorization: Bearer x\n\nHTTP/1.1 401 Unauthorized\nDate: now\n\n{"a":1}';
    expect(brief(text)).toEqual(['GET https://api.example/a [Host,Authorization] → 401 [Date]']);
    expect(good(text).exchanges[0]?.response?.body).toBe('{"a":1}');
  });

  test('curl -v with HTTP/2, its remarks in between, a body and a second exchange', () => {
    const text = `* Connected to api.example port 443
> GET /a HTTP/2
> Host: api.example
> accept: */*
* Request completely sent off
>
{ [5 bytes data]
< HTTP/2 301
< location: https://other.example/a
<
* Issue another request to this URL: 'https://other.example/a'
> GET /a HTTP/2
> Host: other.example
>
< HTTP/2 401
< content-type: text/plain
<
no
* Connection #0 left intact`;
    expect(brief(text)).toEqual([
      'GET https://api.example/a [Host,accept] → 301 [location]',
      'GET https://other.example/a [Host] → 401 [content-type]',
    ]);
    expect(good(text).exchanges[1]?.response?.body).toBe('no');
  });

  test('curl -i after the command, with a prompt before it and colours', () => {
    const text = `ada@box:~$ curl -i -X POST https://api.example/a -H 'X-Api-Key: k' -d a=1\n\x1b[1mHTTP/1.1 403 Forbidden\x1b[0m\r\nServer: x\r\n\r\nno`;
    expect(brief(text)).toEqual(['POST https://api.example/a [X-Api-Key] → 403 [Server]']);
  });

  test('wget -S, whose headers are indented', () => {
    const text = `--2026-09-01--  http://api.example/\nHTTP request sent, awaiting response...\n  HTTP/1.1 401 Unauthorized\n  WWW-Authenticate: Basic realm="x"\n  Content-Length: 0\nUsername/Password Authentication Failed.`;
    expect(brief(text)).toEqual(['unknown → 401 [WWW-Authenticate,Content-Length]']);
  });

  test('wget -d, between its marks', () => {
    const text = `---request begin---\nGET / HTTP/1.1\nHost: api.example\nAuthorization: Basic YTpi\n\n---request end---\nHTTP request sent, awaiting response...\n---response begin---\nHTTP/1.1 403 Forbidden\nServer: x\n\n---response end---`;
    expect(brief(text)).toEqual(['GET https://api.example/ [Host,Authorization] → 403 [Server]']);
  });

  test('Python’s http.client in debug mode', () => {
    const text = `send: b'GET /a HTTP/1.1\\r\\nHost: api.example\\r\\nAuthorization: Bearer x\\r\\n\\r\\n'\nreply: 'HTTP/1.1 401 Unauthorized\\r\\n'\nheader: WWW-Authenticate: Bearer\nheader: Date: now`;
    expect(brief(text)).toEqual([
      'GET https://api.example/a [Host,Authorization] → 401 [WWW-Authenticate,Date]',
    ]);
  });

  test.each([
    [
      'bash',
      `curl 'https://api.example/a' \\\n  -H 'accept: application/json' \\\n  -H $'x-note: it\\'s' \\\n  -b 'sid=1' --data-raw '{"a":1}' --compressed`,
      'POST https://api.example/a [accept,x-note,Cookie] → nothing',
    ],
    [
      'cmd',
      `curl ^"https://api.example/a?b=1^&c=2^" ^\n  -H ^"accept: application/json^" ^\n  -H ^"authorization: Bearer x^"`,
      'GET https://api.example/a?b=1&c=2 [accept,authorization] → nothing',
    ],
    [
      'PowerShell',
      `Invoke-WebRequest -UseBasicParsing -Uri "https://api.example/a" \`\n-Method POST \`\n-Headers @{\n"authority"="api.example"\n  "authorization"="Bearer x"\n}`,
      'POST https://api.example/a [authority,authorization] → nothing',
    ],
    [
      'fetch',
      `fetch("https://api.example/a", {\n  "headers": {\n    "accept": "application/json",\n    "authorization": "Bearer x"\n  },\n  "body": null,\n  "method": "DELETE",\n  "credentials": "include"\n});`,
      'DELETE https://api.example/a [accept,authorization,:credentials] → nothing',
    ],
    [
      'HTTPie',
      `http POST api.example/a X-Token:abc name=ada`,
      'POST http://api.example/a [X-Token] → nothing',
    ],
  ])('a command of %s', (_, text, expected) => expect(brief(text)).toEqual([expected]));

  test('the headers of a network panel', () => {
    const text = `Request URL: https://api.example/a\nRequest Method: GET\nStatus Code: 401 Unauthorized\nWWW-Authenticate: Bearer\nOrigin: https://app.example`;
    expect(brief(text)).toEqual(['GET https://api.example/a [Origin] → 401 [WWW-Authenticate]']);
  });

  test('a network panel that was copied without a space after the colon', () => {
    const text = 'Request URL:https://api.example/a\nRequest Method:OPTIONS\nStatus Code:401';
    expect(brief(text)).toEqual(['OPTIONS https://api.example/a [] → 401 []']);
  });

  test('the line of a console and the headers beside it as one exchange', () => {
    const text =
      'GET https://api.example/a 401 (Unauthorized)\nAuthorization: Bearer null\nWWW-Authenticate: Bearer';
    expect(brief(text)).toEqual(['GET https://api.example/a [Authorization] → 401 [WWW-Authenticate]']);
  });

  test.each([
    [
      'an access log',
      '10.0.0.1 - - [01/Sep/2026:10:00:00 +0000] "GET /a HTTP/1.1" 403 12',
      'GET /a [] → 403 []',
    ],
    [
      'the log of nginx proxy manager',
      '[01/Sep/2026:10:00:00 +0000] - 400 400 - GET https api.example "/a" [Client 192.0.2.1] [Length 16]',
      'GET https://api.example/a [] → 400 []',
    ],
    ['a console', 'GET https://api.example/a 401 (Unauthorized)', 'GET https://api.example/a [] → 401 []'],
    ['uvicorn', 'INFO:     127.0.0.1:1 - "GET /a HTTP/1.1" 401 Unauthorized', 'GET /a [] → 401 []'],
    ['morgan', 'GET /a 403 3.1 ms - 12', 'GET /a [] → 403 []'],
    ['compose', 'web-1  | 10.0.0.1 - - [x] "POST /a HTTP/1.1" 401 -', 'POST /a [] → 401 []'],
  ])('a line of %s', (_, text, expected) => expect(brief(text)).toEqual([expected]));

  test.each([
    ['Bearer realm="a", error="invalid_token"', 'unknown → 401 [WWW-Authenticate]'],
    ['Bearer error="insufficient_scope", scope="a"', 'unknown → 403 [WWW-Authenticate]'],
    ['Basic YWRhOm9wZW4=', 'GET  [Authorization] → nothing'],
    ['YWRhOm9wZW4gc2VzYW1l', 'GET  [Authorization] → nothing'],
    ['WWW-Authenticate: Digest realm="a", nonce="b"', 'unknown → 401 [WWW-Authenticate]'],
    ['Authorization: Bearer abc', 'GET  [Authorization] → nothing'],
  ])('one value: %s', (text, expected) => expect(brief(text)).toEqual([expected]));

  test.each([
    ['problem details', '{"type":"about:blank","title":"Forbidden","status":403,"detail":"x"}', 403],
    ['OAuth', '{"error":"invalid_grant","error_description":"x"}', undefined],
    ['Google', '{"error":{"code":403,"message":"x","status":"PERMISSION_DENIED"}}', 403],
    ['Kubernetes', '{"kind":"Status","apiVersion":"v1","message":"x","reason":"Forbidden","code":403}', 403],
    ['GitHub', '{"message":"Bad credentials","documentation_url":"https://x","status":"401"}', 401],
    ['Docker registry', '{"errors":[{"code":"UNAUTHORIZED","message":"x"}]}', undefined],
    ['AWS', '{"__type":"com.amazon#AccessDeniedException","Message":"x"}', undefined],
    ['AWS XML', '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>', undefined],
  ])('an error of %s', (dialect, text, status) => {
    const [error] = good(text).errors;
    expect(error?.dialect).toBe(dialect);
    expect(error?.status).toBe(status);
  });

  test('a HAR: the refusal, with the redirect before it, and no word on what may be left out', () => {
    const entry = (url: string, status: number, headers: object[] = []) => ({
      request: { method: 'GET', url, headers: [{ name: 'Accept', value: '*/*' }] },
      response: { status, statusText: '', headers, content: { text: 'x' } },
    });
    const entries = [
      entry('https://a.example/1', 200),
      entry('https://a.example/2', 302, [{ name: 'Location', value: 'https://b.example/2' }]),
      entry('https://b.example/2', 401),
    ];
    const reading = good(JSON.stringify({ log: { version: '1.2', entries } }));
    expect(reading.exchanges.map(({ response }) => response?.status)).toEqual([302, 401]);
    expect(reading.exchanges.every(({ mayHideCredentials }) => mayHideCredentials)).toBe(true);
    expect(reading.notes[0]).toMatch(/3 exchanges\. 2 of them/);
  });
});

test('every span lies where its value stands', () => {
  const text =
    'junk\n> GET /a HTTP/1.1\n> Host: api.example\n> Authorization:   Bearer x \n>\n< HTTP/1.1 401 No\n< Date: now\n<\n';
  const reading = good(text);
  for (const { request, response } of reading.exchanges) {
    for (const { value, start, end } of [...(request?.fields ?? []), ...(response?.fields ?? [])]) {
      expect(reading.text.slice(start, end)).toBe(value);
    }
  }
});

test.each([
  ['POST /a → 401\nAuthentication: Bearer abc123', 'Authentication'],
  ['The answer is 401.\nAuthentication: JWT', ''],
])('a name in place of Authorization is a header of the request, if a scheme follows: %j', (text, names) => {
  const fields = good(text).exchanges.flatMap(({ request }) => request?.fields.map(({ name }) => name) ?? []);
  expect(fields.join()).toBe(names);
});

test('a request line is read where a dump prints a dot for the line end', () => {
  const [exchange] = good('GET /auth/check/ HTTP/1.1.\nHost: api.example.\n\nHTTP/1.1 401 No.\n').exchanges;
  expect(exchange?.request?.url).toContain('/auth/check/');
});
