import { describe, expect, test } from 'vitest';
import { foldedText, piecesOf } from './fold';

const part = (value: object) => btoa(JSON.stringify(value)).replace(/=+$/, '');
const jwt = `${part({ alg: 'ES256' })}.${part({ sub: 'ada', exp: 1_772_442_000 })}.c2lnbmF0dXJl`;
const joined = (text: string) =>
  piecesOf(text)
    .map(({ text }) => text)
    .join('');

describe('a line of a message', () => {
  test('has a token folded and decoded, with the words around it as they are', () => {
    const [scheme, token, rest] = piecesOf(`DPoP ${jwt} and more`);
    expect([scheme?.text, token?.text, rest?.text]).toEqual(['DPoP ', jwt, ' and more']);
    expect(token?.ends).toEqual([jwt.slice(0, 10), jwt.slice(-4)]);
    expect(token?.decoded?.map(({ title }) => title)).toEqual(['Header', 'Claims, not verified']);
    expect(token?.decoded?.[1]?.lines).toEqual([
      { key: 'sub', value: 'ada' },
      { key: 'exp', value: '1772442000', note: '2026-03-02T09:00:00Z' },
    ]);
  });

  test('has a token in the JSON of a body folded, without its quotation marks', () => {
    expect(piecesOf(`  "access_token": "${jwt}",`).map(({ text }) => text)).toEqual([
      '  "access_token": "',
      jwt,
      '",',
    ]);
  });

  test('is cut short as text where nothing can be pressed', () => {
    expect(foldedText(`Bearer ${jwt}`)).toBe(`Bearer ${jwt.slice(0, 10)}…${jwt.slice(-4)}`);
    expect(foldedText('Basic realm="shop"')).toBe('Basic realm="shop"');
  });

  test('shows a short pair of Basic whole, and decodes it', () => {
    const [, pair] = piecesOf(`Basic ${btoa('ada:open sesame')}`);
    expect(pair).toMatchObject({ decoded: [{ lines: [{ value: 'ada:open sesame' }] }] });
    expect(pair?.ends).toBeUndefined();
  });

  test('makes the line feed visible that a pair of Basic ends with', () => {
    expect(piecesOf(`Basic ${btoa('ada:x\n')}`)[1]?.decoded?.[0]?.lines[0]?.value).toBe('ada:x\\n');
  });

  test.each([
    ['an opaque value', `__Host-sid=ada.${'0aB'.repeat(16)}; Path=/`],
    ['a token that is no JSON', `Bearer eyJhbGciOi.eyJ${'x9'.repeat(20)}.abc`],
  ])('folds %s and decodes nothing', (_, text) => {
    const folded = piecesOf(text).filter(({ ends }) => ends);
    expect(folded).toHaveLength(1);
    expect(folded[0]?.decoded).toBeUndefined();
    expect(joined(text)).toBe(text);
  });

  test.each([
    'GET /v2/ada/kettle/manifests/latest HTTP/1.1',
    'http://second.doorman.example/api/sandbox/redirect-eats-authorization/figure-0/room-amber-7',
    "default-src 'none'; frame-ancestors 'none'; base-uri 'self'",
    'no-store',
    'Basic realm="front door", charset="UTF-8"',
    'Bearer undefined',
  ])('is left as it is: %s', (text) => {
    expect(piecesOf(text)).toEqual([{ text }]);
  });
});
