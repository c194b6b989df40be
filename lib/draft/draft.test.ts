import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '@/lib/http-auth/draft';
import { formatRaw, parseRaw } from './draft';
import { placeRaw } from './place-raw';

const place = { base: '/api/sandbox/first-401/abcdefgh', host: 'localhost:3000' };
const draftOf = (text: string) => {
  const parsed = parseRaw(text, place);
  if (!parsed.ok) throw new Error(`line ${parsed.line}: ${parsed.reason}`);
  return parsed.draft;
};

const letters = [...'abcXYZ019-_.~!#$%&*+^`|'];
const token = fc.string({ unit: fc.constantFrom(...letters), minLength: 1 });
const value = fc.string({ unit: fc.constantFrom(...' \t:;,="é→aB09{}\\\u0001'), maxLength: 30 });
const drafts: fc.Arbitrary<Draft> = fc
  .record({
    method: token,
    path: fc.string({ unit: fc.constantFrom(...'az/.?=&%#é') }).map((rest) => `/${rest}`),
    fields: fc.array(fc.tuple(token, value), { maxLength: 6 }),
    body: fc.string({ unit: fc.constantFrom(...'a\n\r{}" é'), maxLength: 30 }),
  })
  .map(({ body, ...draft }) => (body ? { ...draft, body } : draft));

describe('a draft as text', () => {
  it('is the same draft when it is read again', () => {
    fc.assert(
      fc.property(drafts, (draft) => void expect(parseRaw(formatRaw(draft))).toEqual({ ok: true, draft })),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseRaw(text, place)));
  });

  it('keeps field lines in order and unmerged (RFC 9110 §5.3)', () => {
    const fields = [
      ['Authorization', 'Bearer a'],
      ['Accept', '*/*'],
      ['authorization', 'Basic b'],
    ];
    expect(
      draftOf('GET / HTTP/1.1\nAuthorization: Bearer a\nAccept: */*\nauthorization: Basic b').fields,
    ).toEqual(fields);
  });

  it('takes one space after the colon as notation and keeps the others', () => {
    expect(draftOf('GET / HTTP/1.1\nA:b\nC:  d \nE:').fields).toEqual([
      ['A', 'b'],
      ['C', ' d '],
      ['E', ''],
    ]);
  });

  it('leaves out rows that nobody has filled in', () => {
    expect(
      formatRaw({
        method: 'GET',
        path: '/',
        fields: [
          ['', ''],
          ['A', ''],
        ],
      }),
    ).toBe('GET / HTTP/1.1\nA: ');
  });

  it('reads what a terminal printed: CR LF, the whole target, its own Host', () => {
    const text = `POST ${place.base}/notes?x=1 HTTP/1.1\r\nHost: ${place.host}\r\nAccept: */*\r\n\r\n{"a":1}`;
    expect(draftOf(text)).toEqual({
      method: 'POST',
      path: '/notes?x=1',
      fields: [['Accept', '*/*']],
      body: '{"a":1}',
    });
    expect(draftOf(`GET ${place.base} HTTP/1.1`).path).toBe('/');
    expect(draftOf(`GET ${place.base}?a HTTP/1.1`).path).toBe('/?a');
    expect(draftOf(`GET http://${place.host}${place.base}/ HTTP/1.1`).path).toBe('/');
  });

  it('can be placed where it belongs without being understood', () => {
    expect(placeRaw('GET / HTTP/1.1\nno colon', place)).toBe(`GET ${place.base}/ HTTP/1.1\nno colon`);
    expect(placeRaw(`GET ${place.base}/a HTTP/1.1`, place)).toBe(`GET ${place.base}/a HTTP/1.1`);
    expect(placeRaw('nothing', place)).toBe('nothing');
  });

  it('keeps a Host that is not its own, and a target that only looks like its own', () => {
    expect(draftOf('GET / HTTP/1.1\nHost: other.example').fields).toEqual([['Host', 'other.example']]);
    expect(draftOf(`GET ${place.base}xyz HTTP/1.1`).path).toBe(`${place.base}xyz`);
  });

  it('refuses more than a request may hold', () => {
    expect(parseRaw('x'.repeat(70_000))).toEqual({
      ok: false,
      line: 1,
      reason: expect.stringContaining('64 KiB'),
    });
  });

  it.each([
    ['', 1, 'request line is missing'],
    ['G(T / HTTP/1.1', 1, 'is not a method'],
    ['GET', 1, 'no target'],
    ['GET /a b HTTP/1.1', 1, 'space too many'],
    ['GET / HTTP/2', 1, 'not the version'],
    ['GET nowhere HTTP/1.1', 1, 'does not begin with a slash'],
    ['GET https://other.example/ HTTP/1.1', 1, 'does not begin with a slash'],
    ['GET / HTTP/1.1\nAuthorization', 2, 'no colon'],
    ['GET / HTTP/1.1\nA: b\nAuthorization : c', 3, 'RFC 9112 §5.1'],
    ['GET / HTTP/1.1\nA: b\n folded', 3, 'RFC 9112 §5.2'],
    ['GET / HTTP/1.1\n: b', 2, 'no name'],
    ['GET / HTTP/1.1\n“Authorization”: b', 2, 'not a field name'],
  ])('refuses %j and names line %i', (text, line, reason) => {
    expect(parseRaw(text, place)).toEqual({ ok: false, line, reason: expect.stringContaining(reason) });
  });
});
