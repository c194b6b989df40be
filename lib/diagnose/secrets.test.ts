import { describe, expect, test } from 'vitest';
import { diagnose } from './diagnose';
import { prepare } from './rank';
import { read } from './read';
import { withoutSecrets } from './secrets';

const secret = 'Zx9QkW7vLmN3pRtY5uHs';
const jwt = `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.${secret}`;

describe('a secret is masked', () => {
  test.each([
    `Authorization: Bearer ${secret}`,
    `authorization: Basic ${secret}==`,
    `-H 'Authorization: token ${secret}'`,
    `"Authorization": "Bearer ${secret}"`,
    `Cookie: a=1; sid=${secret}`,
    `set-cookie: sid=${secret}; Path=/`,
    `X-Api-Key: ${secret}`,
    `{"access_token":"${secret}","token_type":"bearer"}`,
    `client_id=a&client_secret=${secret}`,
    `password=${secret}`,
    `https://api.example/a?access_token=${secret}&b=1`,
    `https://b.s3.example/a?X-Amz-Signature=${secret}`,
    `https://ada:${secret}@api.example/`,
    `curl -u ada:${secret} https://api.example/`,
    `the token is ${jwt}`,
    `ghp_${secret}`,
    `AWS key AKIA${secret.toUpperCase()}`,
    `Authorization: Digest username="ada", nonce="a", response="${secret}"`,
  ])('%s', (text) => {
    expect(withoutSecrets(text)).not.toContain(secret);
    expect(withoutSecrets(text)).toContain('••••');
  });

  test.each([
    'Authorization: Bearer undefined',
    'Authorization: Bearer [object Object]',
    'Authorization: Bearer {{token}}',
    'Authorization: Bearer',
    'WWW-Authenticate: Bearer realm="a", error="invalid_token"',
    'the token expired yesterday',
  ])('but not what tells why it does not work: %s', (text) => expect(withoutSecrets(text)).toBe(text));
});

test('no answer holds a secret of the paste, in whatever part', () => {
  const text = `$ curl -v -u ada:${secret} 'https://api.example/a?access_token=${secret}' -H 'X-Api-Key: ${secret}'
> GET /a?access_token=${secret} HTTP/1.1
> Host: api.example
> Authorization: Bearer ${jwt}
> Cookie: sid=${secret}
> X-Api-Key: ${secret}
>
< HTTP/1.1 401 Unauthorized
< Set-Cookie: sid=${secret}
< Date: Tue, 01 Sep 2026 10:00:00 GMT
<
{"access_token":"${secret}"}`;
  const cause = {
    slug: 'a',
    title: 'A',
    summary: 'a',
    inShort: { means: 'a', check: 'a', fix: 'a' },
    statuses: [401],
    asks: { who: ['page'], challenge: 'yes' as const, signs: ['never'] },
    signs: [{ status: [401], strength: 'likely' as const, reason: 'It is so.' }],
    proof: { command: '{request} {anonymous} {preflight} {url} {token}', look: 'a' },
  };
  const answer = JSON.stringify(diagnose(read(text), prepare([cause]), 0));
  expect(answer).not.toContain(secret);
  expect(answer).toContain('$TOKEN');
});
