import { describe, expect, it } from 'vitest';
import type { Field } from '@/lib/http-auth/message';
import { expandDraft, templateDraft } from './template';
import { answerWallet, mostValues, valuesIn } from './values';

const exchange = (fields: readonly Field[], body: unknown = {}, status = 200, path = '/token') => ({
  request: { method: 'POST', target: `/api/sandbox/x/attempt${path}?a=b`, fields: [], body: '' },
  response: { status, reason: '', fields, body: typeof body === 'string' ? body : JSON.stringify(body) },
});
const labels = (...exchanges: ReturnType<typeof exchange>[]) =>
  valuesIn(exchanges, []).map(({ label, value }) => `${label}: ${value}`);

describe('what an answer brings for a later request', () => {
  it('reads tokens out of JSON, and not their type or lifetime', () => {
    const body = {
      access_token: 'aaaa.bbbb',
      token_type: 'Bearer',
      expires_in: 600,
      refresh_token: 'r-1234',
    };
    expect(labels(exchange([], body))).toEqual([
      'access_token from /token: aaaa.bbbb',
      'refresh_token from /token: r-1234',
    ]);
  });

  it('reads one level of nested JSON, and passes over a trace', () => {
    const body = { session: { csrfToken: 'c-1234' }, trace: [{ nonce: 'n-1234' }] };
    expect(labels(exchange([], body, 200, '/csrf'))).toEqual(['csrfToken from /csrf: c-1234']);
  });

  it('takes the code of a redirect, and not the code of an error', () => {
    const location: Field = ['Location', 'http://a.example/back?code=abcd&state=s-12&lang=en-GB#x'];
    expect(labels(exchange([location], { code: 'not_found' }, 404))).toEqual([
      'code from Location: abcd',
      'state from Location: s-12',
    ]);
  });

  it('takes the pair of a cookie without its attributes, and no cookie that is deleted (RFC 6265 §4.2.1)', () => {
    const fields: Field[] = [
      ['Set-Cookie', 'sid=abc=def; Path=/; HttpOnly'],
      ['Set-Cookie', 'old=abcd; Max-Age=0'],
      ['Set-Cookie', 'gone=; Path=/'],
    ];
    expect(valuesIn([exchange(fields)], [])).toEqual([
      { label: 'cookie sid from Set-Cookie', value: 'sid=abc=def', header: 'Cookie' },
    ]);
  });

  it('takes nonces of challenges and of DPoP', () => {
    const fields: Field[] = [
      ['WWW-Authenticate', 'Basic realm="a", Digest realm="a", nonce="n-1234"'],
      ['DPoP-Nonce', 'd-1234'],
      ['WWW-Authenticate', 'not, = a "challenge'],
    ];
    expect(labels(exchange(fields))).toEqual([
      'nonce from WWW-Authenticate: n-1234',
      'nonce from DPoP-Nonce: d-1234',
    ]);
  });

  it('offers the newest first, each label and each value once, and nothing of the wallet', () => {
    const newer = exchange([], { access_token: 'newer' });
    const older = exchange([], { access_token: 'older', refresh_token: 'newer', id_token: 'mine' });
    expect(valuesIn([newer, older], ['mine'])).toEqual([
      { label: 'access_token from /token', value: 'newer' },
    ]);
  });

  it(`offers at most ${mostValues}, and nothing that is too long to be sent`, () => {
    const many = Array.from({ length: 20 }, (_, at) => exchange([], { token: `t-${at}-x` }, 200, `/${at}`));
    expect(valuesIn(many, [])).toHaveLength(mostValues);
    expect(labels(exchange([], { access_token: 'a'.repeat(8193) }))).toEqual([]);
  });

  it.each(['', '[]', 'null', '{"access_token":', '{"access_token":7}'])('reads nothing out of %j', (body) => {
    expect(labels(exchange([], body))).toEqual([]);
  });
});

it('a draft with such a value can be kept without it, and filled in again', () => {
  const came = [exchange([['Set-Cookie', 'sid=abcdef; Path=/']], { access_token: 'aaaa.bbbb' })];
  const wallet = answerWallet(came, {});
  const draft = {
    method: 'GET',
    path: '/',
    fields: [['Authorization', 'Bearer aaaa.bbbb'] as const, ['Cookie', 'a=b; sid=abcdef'] as const],
  };
  const stored = templateDraft(draft, wallet);
  expect(JSON.stringify(stored)).not.toMatch(/aaaa|abcdef/);
  expect(expandDraft(stored, wallet)).toEqual(draft);
});
