import { describe, expect, it } from 'vitest';
import type { Draft } from '@/lib/http-auth/draft';
import { relayReasons, relaySentences } from './limits';

const get: Draft = { method: 'GET', path: '/', fields: [] };
const withField = (name: string, value = 'x'): Draft => ({ ...get, fields: [[name, value]] });

describe('what a browser cannot send as typed', () => {
  it.each([
    get,
    { ...get, path: '/notes/7?draft=%20a+b' },
    withField('Authorization', 'Bearer a.b.c'),
    withField('X-API-Key', ''),
    withField('DPoP', 'a b\tc'),
    { ...get, fields: [['', '']] as const },
    { ...get, fields: [['Accept', 'a'] as const, ['Accept-Language', 'b'] as const] },
    { method: 'PATCH', path: '/', fields: [], body: 'é' },
    { method: 'DELETE', path: '/', fields: [] },
    { ...get, body: '' },
  ])('has nothing against %j', (draft) => {
    expect(relayReasons(draft)).toEqual([]);
  });

  it.each(
    (
      'Cookie host ORIGIN Date Referer User-Agent Content-Length Proxy-Authorization Sec-Fetch-Site Connection TE Via ' +
      'Accept-Encoding Transfer-Encoding'
    ).split(' '),
  )('says so beside the row %s (Fetch §2.2.2)', (name) => {
    expect(relayReasons(withField(name))).toEqual([
      { field: 0, part: 'field', text: expect.stringContaining(name) },
    ]);
  });

  it('knows method overrides that a browser drops', () => {
    expect(relayReasons(withField('X-HTTP-Method-Override', 'TRACE'))).toHaveLength(1);
    expect(relayReasons(withField('X-HTTP-Method-Override', 'PATCH'))).toEqual([]);
  });

  it('says so beside both rows of one name', () => {
    const fields = [
      ['Authorization', 'Bearer a'] as const,
      ['Accept', 'b'] as const,
      ['authorization', 'c'] as const,
    ];
    expect(relayReasons({ ...get, fields }).map(({ field }) => field)).toEqual([0, 2]);
  });

  it.each([' lead', 'trail ', '\ttab', 'a\nb', 'a\0b', 'a\u0001b', '“quoted”', 'naïve'])(
    'notices the value %j',
    (value) => {
      expect(relayReasons(withField('Authorization', value))).toHaveLength(1);
    },
  );

  it.each(['', 'a b', 'Authorization:', '“A”'])('notices the name %j', (name) => {
    expect(relayReasons(withField(name))).toHaveLength(1);
  });

  it.each(['/../secret', '/./a', '//a', '/a/%2e%2e/b', '/é', '/a b', '/a#b', '/a\\b', '/<b>', '/a?"'])(
    'notices the path %s',
    (path) => expect(relayReasons({ ...get, path })).toEqual([{ part: 'path', text: expect.any(String) }]),
  );

  it.each(['TRACE', 'trace', 'CONNECT', 'TRACK', 'get', 'Post', 'G T', ''])(
    'notices the method %j',
    (method) => {
      expect(relayReasons({ ...get, method })).toEqual([{ part: 'method', text: expect.any(String) }]);
    },
  );

  it('leaves other methods alone, whatever their case', () => {
    for (const method of ['patch', 'PROPFIND', 'QUERY']) expect(relayReasons({ ...get, method })).toEqual([]);
  });

  it('notices a body with GET and HEAD', () => {
    expect(relayReasons({ ...get, body: 'a' }).map(({ part }) => part)).toEqual(['body']);
    expect(relayReasons({ ...get, method: 'HEAD', body: 'a' })).toHaveLength(1);
  });
});

describe('the reasons in a few sentences', () => {
  it('name all lines that a page may not set in one of them', () => {
    const names = ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers', 'Origin'];
    const fields = names.map((name) => [name, 'x'] as const);
    expect(relaySentences({ ...get, method: 'OPTIONS', fields })).toBe(
      'A browser does not let a page set Origin, Access-Control-Request-Method or Access-Control-Request-Headers.',
    );
  });

  it('give a reason that two lines share once', () => {
    const fields = [['Authorization', 'a'] as const, ['Authorization', 'b'] as const];
    expect(relaySentences({ ...get, fields }).match(/A browser/g)).toHaveLength(1);
  });

  it('keep the others, and are empty where a browser can send it', () => {
    expect(relaySentences({ ...get, path: '/a#b', fields: [['Cookie', 'a=b']] })).toBe(
      'A browser does not let a page set Cookie. A browser does not send what follows #.',
    );
    expect(relaySentences(get)).toBe('');
  });
});
