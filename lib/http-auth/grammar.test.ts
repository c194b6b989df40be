import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { duration } from './fixtures';
import {
  type AuthParam,
  type Challenge,
  formatChallenge,
  formatCredentials,
  isToken,
  isToken68,
  param,
  parseChallenges,
  parseCredentials,
  quotedString,
  withParams,
} from './grammar';

const letters = (from: string) => fc.string({ unit: fc.constantFrom(...from), minLength: 1, maxLength: 12 });
const token = letters("abcXYZ019!#$%&'*+-.^_`|~");
const token68 = fc
  .tuple(letters('abcXYZ019-._~+/'), fc.constantFrom('', '=', '=='))
  .map(([text, padding]) => text + padding);
const printable = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((n) => String.fromCharCode(n)),
});
const authParam: fc.Arbitrary<AuthParam> = fc.oneof(
  fc.tuple(token, printable),
  fc.tuple(
    token.filter((name) => name.toLowerCase() !== 'realm'),
    token,
    fc.constant('token' as const),
  ),
);
const params = fc.uniqueArray(authParam, { selector: ([name]) => name.toLowerCase(), maxLength: 5 });
const challenge: fc.Arbitrary<Challenge> = fc.oneof(
  fc.record({ scheme: token, params }),
  fc.record({ scheme: token, token68, params: fc.constant([]) }),
);

const parsed = (value: string) => parseChallenges(value);
const schemesOf = (value: string) => {
  const parsed = parseChallenges(value);
  return parsed.ok ? parsed.value.map(({ scheme }) => scheme) : parsed;
};

describe('challenges and credentials survive being written and read', () => {
  test('one set of credentials (RFC 9110 §11.4)', () => {
    fc.assert(
      fc.property(challenge, (sample) => {
        expect(parseCredentials(formatCredentials(sample))).toEqual({ ok: true, value: sample });
      }),
    );
  });

  test('a list of challenges, whatever commas and whitespace stand between them (RFC 9110 §5.6.1)', () => {
    const between = fc.constantFrom(',', ', ', ' ,', '\t,\t', ',,', ' , ,, ');
    fc.assert(
      fc.property(fc.array(challenge, { maxLength: 4 }), between, (list, comma) => {
        expect(parsed(list.map(formatChallenge).join(comma))).toEqual({ ok: true, value: list });
      }),
    );
  });

  test('any text survives as the value of a parameter, but for what a quoted-string cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parsed = parseChallenges(formatChallenge({ scheme: 'Basic', params: [['realm', text]] }));
        const printable = text.replace(/[^\x20-\x7e]/g, '');
        expect(parsed).toEqual({ ok: true, value: [{ scheme: 'Basic', params: [['realm', printable]] }] });
      }),
    );
  });
});

describe('parseChallenges', () => {
  it('finds two challenges in one value (RFC 9110 §11.6.1)', () => {
    expect(parsed('Bearer realm="x", Basic realm="y"')).toEqual({
      ok: true,
      value: [
        { scheme: 'Bearer', params: [['realm', 'x']] },
        { scheme: 'Basic', params: [['realm', 'y']] },
      ],
    });
  });

  it('reads the example of RFC 9110 §11.6.1', () => {
    expect(
      parsed('Basic realm="simple", Newauth realm="apps", type=1, title="Login to \\"apps\\""'),
    ).toMatchObject({
      value: [
        { scheme: 'Basic' },
        {
          scheme: 'Newauth',
          params: [
            ['realm', 'apps'],
            ['type', '1', 'token'],
            ['title', 'Login to "apps"'],
          ],
        },
      ],
    });
  });

  it('finds no challenge inside a quoted-string (RFC 9110 §5.6.4)', () => {
    expect(schemesOf('Newauth realm="use, Basic realm=x"')).toEqual(['Newauth']);
  });

  it('allows whitespace around the equals sign (RFC 9110 §11.2)', () => {
    expect(parsed('Basic realm \t= "x" , charset= UTF-8')).toMatchObject({
      value: [
        {
          params: [
            ['realm', 'x'],
            ['charset', 'UTF-8', 'token'],
          ],
        },
      ],
    });
  });

  it('allows empty list members, also behind the scheme (RFC 9110 §5.6.1)', () => {
    expect(schemesOf(', ,Basic realm="x",, ,Bearer , error="y",')).toEqual(['Basic', 'Bearer']);
    expect(parsed('')).toEqual({ ok: true, value: [] });
    expect(parsed(' , ,')).toEqual({ ok: true, value: [] });
  });

  it('reads a scheme alone, and one with a token68 (RFC 9110 §11.3)', () => {
    expect(parsed('Negotiate, Negotiate YII=, NTLM')).toMatchObject({
      value: [{ scheme: 'Negotiate' }, { token68: 'YII=' }, { scheme: 'NTLM' }],
    });
  });

  it('tells a token68 that ends with equals signs from a parameter (RFC 9110 §11.2)', () => {
    expect(parsed('A realm=')).toMatchObject({ value: [{ token68: 'realm=' }] });
    expect(parsed('A realm=x')).toMatchObject({ value: [{ params: [['realm', 'x', 'token']] }] });
    expect(parsed('A realm==')).toMatchObject({ value: [{ token68: 'realm==' }] });
  });

  it.each([
    ['a parameter name that comes twice, in any case (RFC 9110 §11.2)', 'Basic realm="x", REALM="y"', 17],
    ['a string that is never closed (RFC 9110 §5.6.4)', 'Basic realm="x', 14],
    ['a string that ends in a backslash (RFC 9110 §5.6.4)', 'Basic realm="x\\', 15],
    ['a control character in a string (RFC 9110 §5.6.4)', 'Basic realm="\n"', 13],
    ['a tab behind the scheme (RFC 9110 §11.3)', 'Basic\trealm="x"', 5],
    ['a tab among the spaces behind the scheme (RFC 9110 §11.3)', 'Basic \trealm="x"', 6],
    ['a parameter without a value (RFC 9110 §11.2)', 'Basic realm="x", y=', 19],
    ['two parameters without a comma (RFC 9110 §5.6.1)', 'Basic realm="x" y=z', 16],
    ['a parameter behind a token68 (RFC 9110 §11.3)', 'Basic abc, realm="x"', 16],
    ['a parameter behind a scheme without a space (RFC 9110 §11.3)', 'Basic, realm="x"', 12],
    ['a value that starts with a string (RFC 9110 §11.3)', '"Basic" realm="x"', 0],
    ['an offset that counts the whitespace in front (RFC 9110 §5.5)', '  Basic realm=;', 14],
  ])('refuses %s', (_title, value, offset) => {
    expect(parsed(value)).toMatchObject({ ok: false, offset });
  });
});

describe('parseCredentials', () => {
  it('allows several spaces behind the scheme (RFC 9110 §11.4)', () => {
    expect(parseCredentials('Bearer   abc')).toMatchObject({ value: { scheme: 'Bearer', token68: 'abc' } });
  });

  it('reads parameters as Digest sends them (RFC 7616 §3.4)', () => {
    const parsed = parseCredentials('Digest username="Ada", nc=00000001, qop=auth,');
    expect(parsed.ok && param(parsed.value, 'NC')).toBe('00000001');
  });

  it.each([
    ['nothing at all', '', 0],
    ['an empty member in front', ', Basic abc', 0],
    ['a tab behind the scheme', 'Basic\tabc', 5],
    ['a second set, since this is no list (RFC 9110 §11.6.2)', 'Bearer a, Basic b', 8],
    ['a comma behind a token68', 'Bearer a,', 8],
    ['a comma straight behind the scheme', 'Bearer,', 6],
    ['a second scheme among parameters', 'Digest a=b, Basic c', 12],
  ])('refuses %s', (_title, value, offset) => {
    expect(parseCredentials(value)).toMatchObject({ ok: false, offset });
  });
});

describe('time and garbage', () => {
  const garbage = fc.string({ unit: fc.constantFrom(...'aZ0 \t,;="\\:/\0\n\xff€'), maxLength: 200 });

  test('no text makes a parser throw, and a refusal points into the text', () => {
    fc.assert(
      fc.property(garbage, (text) => {
        for (const parsed of [parseChallenges(text), parseCredentials(text)]) {
          if (!parsed.ok) expect(parsed.offset).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('what parses can be written and means the same', () => {
    fc.assert(
      fc.property(garbage, (text) => {
        const parsed = parseChallenges(`A ${text}`);
        const isAscii = /^[\x20-\x7e]*$/.test(text);
        if (parsed.ok && isAscii && !/realm/i.test(text)) {
          expect(parseChallenges(parsed.value.map(formatChallenge).join(', '))).toEqual(parsed);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ',',
    '\\',
    '"',
    '=',
    ' ',
    'a',
    '\t',
    'a,',
    'a=',
    'a ,',
    '",',
    '\\"',
    'a b,',
    'a =',
    '="',
    'a="\\"",',
  ])('15 KiB of %j parse in less than 50 ms', async (piece) => {
    for (const start of ['', 'A ', 'A a="']) {
      const text = start + piece.repeat(Math.ceil(15_360 / piece.length));
      const took = await duration(() => [parseChallenges(text), parseCredentials(text)]);
      expect(took).toBeLessThan(50);
    }
  });
});

describe('formatChallenge', () => {
  it('sends realm in quotation marks only (RFC 9110 §11.5)', () => {
    expect(formatChallenge({ scheme: 'Basic', params: [['Realm', 'x', 'token']] })).toBe('Basic Realm="x"');
  });

  it('writes a scheme alone without a space behind it', () => {
    expect(formatChallenge({ scheme: 'Negotiate', params: [] })).toBe('Negotiate');
  });

  it.each<[string, Challenge]>([
    ['a scheme that is no token', { scheme: 'Ba sic', params: [] }],
    ['a name that is no token', { scheme: 'Basic', params: [['re=alm', 'x']] }],
    [
      'a name that comes twice',
      {
        scheme: 'Basic',
        params: [
          ['a', 'x'],
          ['A', 'y'],
        ],
      },
    ],
    ['a token68 with parameters', { scheme: 'Basic', token68: 'abc', params: [['a', 'x']] }],
    ['a token68 that is none', { scheme: 'Basic', token68: 'a b', params: [] }],
  ])('throws on %s: that is a programmer’s error', (_title, broken) => {
    expect(() => formatChallenge(broken)).toThrow(TypeError);
  });
});

describe('small words', () => {
  it('quotes text so that nothing in it can act (RFC 9110 §5.6.4)', () => {
    expect(quotedString('a"b\\c\r\nSet-Cookie: x=1\0é€')).toBe('"a\\"b\\\\cSet-Cookie: x=1"');
  });

  it('knows tokens and token68 (RFC 9110 §5.6.2, §11.2)', () => {
    expect(['Basic', "!#$%&'*+-.^_`|~9"].every(isToken)).toBe(true);
    expect(['', 'a b', 'a:b', 'a/b', 'a=b', 'ä'].some(isToken)).toBe(false);
    expect(['a', 'mF_9.B5f-4.1JqM', 'dGVzdDoxMjPCow==', 'a/b+c~='].every(isToken68)).toBe(true);
    expect(['', '=', 'a=b', 'a b', 'a:b', 'ä'].some(isToken68)).toBe(false);
  });

  it('replaces a parameter of the same name and keeps the others', () => {
    const base: Challenge = {
      scheme: 'Bearer',
      params: [
        ['realm', 'x'],
        ['Error', 'old'],
      ],
    };
    expect(withParams(base, [['error', 'new']]).params).toEqual([
      ['realm', 'x'],
      ['error', 'new'],
    ]);
    expect(withParams(base, [])).toBe(base);
  });
});
