import { describe, expect, it, test } from 'vitest';
import { decodeBase64, decodeBase64url } from '@/lib/http-auth/base64';
import { request } from '@/lib/http-auth/fixtures';
import type { Message } from '@/lib/http-auth/message';
import { octets } from '@/lib/http-auth/message';
import { isRule } from '@/lib/http-auth/rule';
import { type InnerList, parseDictionary } from '@/lib/http-auth/structured-fields';
import { signatureBase } from './base';
import { contentDigest, signMessage } from './client';
import { ed25519Jwk, type KeyMaterial, verifier } from './keys';
import vectors from './vectors.json';

// The request of RFC 9421 §B.2.
const example = request(
  [
    ['Host', 'example.com'],
    ['Date', 'Tue, 20 Apr 2021 02:07:55 GMT'],
    ['Content-Type', 'application/json'],
    ['Content-Length', '18'],
  ],
  {
    method: 'POST',
    target: '/foo?param=Value&Pet=dog',
    body: new TextEncoder().encode('{"hello": "world"}'),
  },
);

const input = (list: string) => {
  const parsed = parseDictionary(`sig1=${list}`);
  return (parsed.ok ? parsed.value.get('sig1') : undefined) as InnerList;
};
const lines = (message: Message, list: string, origin = 'https://example.com') => {
  const base = signatureBase(message, origin, input(list));
  return base.ok ? base.text.split('\n').slice(0, -1) : `${base.component}: ${base.why}`;
};

describe('published examples', () => {
  test.each(vectors)('$rule', async ({ rule, algorithm, key, x, label, components, keyid, ...expected }) => {
    expect(isRule(rule)).toBe(true);
    const material: KeyMaterial =
      algorithm === 'ed25519'
        ? { algorithm, jwk: { kty: 'OKP', crv: 'Ed25519', d: key, x: String(x) } }
        : { algorithm: 'hmac-sha256', secret: decodeBase64(key) as Uint8Array };
    const params = { created: 1618884473, keyid };
    const signed = await signMessage(example, 'https://example.com', {
      label,
      components,
      params,
      key: material,
    });
    expect(signed).toEqual([
      ['Signature-Input', expected.input],
      ['Signature', expected.signature],
    ]);
    const base = signatureBase(example, 'https://example.com', input(expected.input.slice(label.length + 1)));
    const signature = decodeBase64(expected.signature.slice(label.length + 2, -1)) as Uint8Array;
    const verify = verifier(material);
    expect(await verify(signature, octets(base.ok ? base.text : ''))).toBe(true);
    expect(await verify(signature, octets('another base'))).toBe(false);
  });

  it('the private key of B.1.4 has its public half', async () => {
    const seed = decodeBase64url('n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU') as Uint8Array;
    expect((await ed25519Jwk(seed)).x).toBe('JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs');
  });

  it('the digest of {"hello": "world"} (RFC 9530 §2)', async () => {
    expect(await contentDigest(example.body)).toBe('sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:');
  });
});

describe('components come from the request as it was sent', () => {
  const at = (target: string, host = 'example.com') => request([['Host', host]], { target });
  const absolute = { ...at('/a?q'), absolute: 'https://Other.example/a?q' };

  it.each([
    ['@method', at('/'), 'GET'],
    ['@authority', at('/', 'WWW.Example.COM:443'), 'www.example.com'],
    ['@authority', at('/', 'example.com:8443'), 'example.com:8443'],
    ['@authority', request([]), 'example.com'],
    ['@scheme', at('/'), 'https'],
    ['@target-uri', at('/path?param=value'), 'https://example.com/path?param=value'],
    ['@request-target', at('/a%7e?q='), '/a%7e?q='],
    ['@request-target', absolute, 'https://Other.example/a?q'],
    ['@authority', absolute, 'other.example'],
    ['@target-uri', absolute, 'https://Other.example/a?q'],
    ['@path', at('/a/../%7e?q'), '/a/../%7e'],
    ['@path', at('?q'), '/'],
    ['@query', at('/path?queryString'), '?queryString'],
    ['@query', at('/path?'), '?'],
    ['@query', at('/path'), '?'],
  ])('%s (RFC 9421 §2.2)', (name, message, value) => {
    expect(lines(message, `("${name}")`)).toEqual([`"${name}": ${value}`]);
  });

  it.each([
    ['param', '/path?param=value&foo=bar&baz=bat%2Dman', 'value'],
    ['baz', '/path?param=value&foo=bar&baz=bat%2Dman', 'bat-man'],
    ['qux', '/path?qux=', ''],
    [
      'var',
      '/parameters?var=this%20is%20a%20big%0Amultiline%20value',
      'this%20is%20a%20big%0Amultiline%20value',
    ],
    ['bar', '/parameters?bar=with+plus+whitespace', 'with%20plus%20whitespace'],
    ['fa%C3%A7ade%22%3A%20', '/parameters?fa%C3%A7ade%22%3A%20=something', 'something'],
    ['x', "/?x=it's!(*)~", 'it%27s%21%28*%29%7E'],
  ])('@query-param %s (RFC 9421 §2.2.8)', (name, target, value) => {
    const list = `("@query-param";name="${name}")`;
    expect(lines(at(target), list)).toEqual([`"@query-param";name="${name}": ${value}`]);
  });

  it('several field lines are joined, whitespace around them is no part (RFC 9421 §2.1)', () => {
    const message = request([
      ['X-OWS-Header', 'Leading and trailing whitespace.'],
      ['Cache-Control', 'max-age=60'],
      ['Empty', ''],
      ['cache-control', 'must-revalidate'],
    ]);
    expect(lines(message, '("cache-control" "x-ows-header" "empty")')).toEqual([
      '"cache-control": max-age=60, must-revalidate',
      '"x-ows-header": Leading and trailing whitespace.',
      '"empty": ',
    ]);
  });

  it.each([
    ['("date")', '"date": the request has no such header'],
    ['("@status")', '"@status": no request has this component'],
    ['("host";sf)', '"host";sf: the parameter sf is not supported here'],
    ['("@method";req)', '"@method";req: the parameter req is not supported here'],
    ['("@query-param";name="a")', '"@query-param";name="a": the query has it more than once'],
    ['("@query-param";name="z")', '"@query-param";name="z": the query has no such parameter'],
    ['("@query-param")', '"@query-param": it needs the parameter name alone'],
  ])('%s cannot be made (RFC 9421 §2.5)', (list, why) => {
    expect(lines(at('/?a=1&a=2'), list)).toBe(why);
  });

  it('the last line is Signature-Input as it was read, written anew (RFC 9421 §3.2, §2.3)', () => {
    const base = signatureBase(at('/'), 'https://example.com', input('(  "@method" );created=1;nonce="n"'));
    expect(base.ok && base.text).toBe('"@method": GET\n"@signature-params": ("@method");created=1;nonce="n"');
  });
});
