import { describe, expect, it, test } from 'vitest';
import { encodeBase64 } from '@/lib/http-auth/base64';
import { authorized, env, request, verified } from '@/lib/http-auth/fixtures';
import { isRule } from '@/lib/http-auth/rule';
import { basic, basicCredentials } from './basic';
import vectors from './vectors.json';

const ada = { name: 'Ada' };
const zoe = { name: 'Zoë' };
const accounts = [
  { username: 'ada', password: 'open: sesame', principal: ada },
  { username: 'zoë', password: 'blåbär', principal: zoe },
  { username: 'nopass', password: '', principal: { name: 'Nopass' } },
];
const scheme = basic({ accounts });

const base64 = (text: string) => encodeBase64(new TextEncoder().encode(text));
const refusal = async (value: string, of = scheme) => {
  const { authentication, last } = await verified(of, authorized(value));
  expect(authentication).toEqual({ outcome: 'refused', params: [] });
  expect(last).toMatchObject({ outcome: 'failed', stage: 'authentication' });
  expect(last?.expected).toBeTruthy();
  return last;
};

describe('published examples', () => {
  test.each(vectors)('$rule: $credentials', async ({ rule, username, password, encoding, credentials }) => {
    expect(isRule(rule)).toBe(true);
    expect(basicCredentials(username, password, encoding as 'utf-8' | 'latin1')).toBe(credentials);
    const sample = basic({ accounts: [{ username, password, principal: ada }] });
    const { authentication } = await verified(sample, authorized(credentials));
    expect(authentication).toEqual({ outcome: 'authenticated', principal: ada });
  });
});

describe('basic recognises', () => {
  it('a password with colons and spaces: the first colon divides (RFC 7617 §2)', async () => {
    const { authentication, steps } = await verified(
      scheme,
      authorized(basicCredentials('ada', 'open: sesame')),
    );
    expect(authentication).toEqual({ outcome: 'authenticated', principal: ada });
    expect(steps.map(({ check }) => check)).toEqual(scheme.checks.map(({ check }) => check));
  });

  it.each(['basic', 'BASIC', 'bAsIc'])('the scheme written %s (RFC 9110 §11.1)', async (word) => {
    const { authentication } = await verified(scheme, authorized(`${word}   ${base64('ada:open: sesame')}`));
    expect(authentication.outcome).toBe('authenticated');
  });

  it('an empty password (RFC 7617 §2)', async () => {
    expect((await verified(scheme, authorized(basicCredentials('nopass', '')))).authentication.outcome).toBe(
      'authenticated',
    );
  });

  it('letters beyond ASCII in either form of Unicode (RFC 7617 §2.1)', async () => {
    for (const form of ['NFC', 'NFD'] as const) {
      const value = `Basic ${base64('zoë:blåbär'.normalize(form))}`;
      expect((await verified(scheme, authorized(value))).authentication).toMatchObject({ principal: zoe });
    }
  });

  it('ISO-8859-1 from clients that send nothing else (RFC 7617 §B.2)', async () => {
    const { authentication, steps } = await verified(
      scheme,
      authorized(basicCredentials('zoë', 'blåbär', 'latin1')),
    );
    expect(authentication).toMatchObject({ principal: zoe });
    expect(steps.map(({ saw }) => saw).join()).toContain('ISO-8859-1');
  });
});

describe('basic finds nothing', () => {
  it.each([
    ['without Authorization (RFC 9110 §11.6.1)', request([]), 'no Authorization header'],
    ['in another scheme (RFC 9110 §11.1)', authorized('Bearer abc'), 'Authorization with the scheme Bearer'],
    [
      'in a field of another name',
      request([['Authentication', 'Basic abc']]),
      'no Authorization header; Authentication is another header',
    ],
    [
      'in the field of a proxy (RFC 9110 §11.7.2)',
      request([['Proxy-Authorization', 'Basic abc']]),
      'no Authorization header; Proxy-Authorization is another header',
    ],
    [
      'where the space is missing',
      authorized('BasicQWRhOnRveQ'),
      'Authorization with no space between Basic and what follows',
    ],
    [
      'where the scheme word is missing',
      authorized('QWRhOnRveQ'),
      'Authorization with one word of 10 bytes: a scheme word or the credentials are missing',
    ],
  ])('%s', async (_title, message, saw) => {
    expect((await verified(scheme, message)).authentication).toEqual({ outcome: 'absent', saw });
  });
});

describe('basic refuses', () => {
  it.each([
    ['the scheme word alone', 'Basic', 'the scheme word alone'],
    ['the scheme word twice', `Basic Basic ${base64('ada:x')}`, 'the scheme word twice'],
    ['quotation marks', `Basic "${base64('ada:x')}"`, 'quotation marks around the credentials'],
    ['parameters', 'Basic username="ada", password="x"', 'parameters, as Digest has them'],
    [
      'user name and password in the clear',
      'Basic ada:open: sesame',
      'a colon: user name and password in the clear, not in Base64',
    ],
    ['a space inside', 'Basic QWRh OnRveQ==', 'a space at byte 5 after the scheme'],
    ['a comma inside', 'Basic QWRhOnRveQ==,', 'a comma at byte 13 after the scheme'],
    ['a tab inside', 'Basic QWRh\tOnRv', 'a tab (U+0009) at byte 5 after the scheme'],
    ['a placeholder', 'Basic {{credentials}}', 'a placeholder that was not filled in'],
  ])('%s (RFC 7617 §2)', async (_title, value, saw) => {
    expect(await refusal(value)).toMatchObject({ check: 'Basic is followed by one token68', saw });
  });

  it.each([
    ['letters of base64url', 'Basic YWRhOj8-', 'letters of base64url, - or _'],
    ['a letter that Base64 lacks', 'Basic YWRh~Ojo', 'a letter that Base64 does not have'],
    ['a JWT', 'Basic eyJhbGciOiJub25lIn0.e30.', 'a JWT, which belongs after Bearer'],
    ['missing padding', 'Basic YWRhOnRveQ', 'no padding, the = at the end'],
    ['half of the padding', 'Basic YWRhOnRveQ=', 'too much or too little padding'],
    [
      'a length that never occurs',
      'Basic YWRhO',
      'a length that Base64 never has: something was cut off or added',
    ],
    [
      'leftover bits (RFC 4648 §3.5)',
      'Basic YWRhOnRveR==',
      'leftover bits after the last byte: another text than the encoder writes',
    ],
    ['the word undefined', 'Basic undefined', 'the word undefined: a variable was empty'],
  ])('%s (RFC 4648 §4)', async (_title, value, saw) => {
    expect(await refusal(value)).toMatchObject({ check: 'Base64 decodes', saw });
  });

  it.each([
    ['no colon', `Basic ${base64('ada')}`, 'no colon'],
    [
      'Base64 inside Base64',
      `Basic ${base64(base64('ada:open: sesame'))}`,
      'Base64 inside Base64: encoded twice',
    ],
    [
      'Base64 inside Base64, with the line feed of echo',
      `Basic ${base64(`${base64('ada:x')}\n`)}`,
      'Base64 inside Base64: encoded twice',
    ],
    ['the word null', 'Basic null', 'the word null: a variable was empty'],
  ])('%s (RFC 7617 §2)', async (_title, value, saw) => {
    expect(await refusal(value)).toMatchObject({ check: 'a colon ends the user name', saw });
  });

  it.each([
    ['a line feed at the end', 'ada:open: sesame\n', 'a line feed (U+000A) at the end, as echo adds it'],
    ['a line ending of Windows', 'ada:open: sesame\r\n', 'a carriage return and a line feed at the end'],
    ['a carriage return at the end', 'ada:open: sesame\r', 'a carriage return (U+000D) at the end'],
    ['a line feed in the user name', 'ada\n:open: sesame', 'a line feed (U+000A) in the user name, byte 4'],
    ['a NUL in the password', 'ada:a\0b', 'a NUL (U+0000) in the password, byte 6'],
    ['another control character', 'ada:a\x1bb', 'the character U+001B in the password, byte 6'],
    ['a delete character', 'ada:\x7f!', 'a delete character (U+007F) in the password, byte 5'],
  ])('%s (RFC 7617 §2)', async (_title, pair, saw) => {
    expect(await refusal(`Basic ${base64(pair)}`)).toMatchObject({
      check: 'no control characters inside',
      saw,
    });
  });

  it('bytes that are not UTF-8, where nothing else was agreed (RFC 7617 §2.1)', async () => {
    const strict = basic({ accounts, latin1: false });
    const last = await refusal(basicCredentials('zoë', 'blåbär', 'latin1'), strict);
    expect(last).toMatchObject({ check: 'user name and password are UTF-8' });
  });

  it.each([
    ['an empty password', 'ada', '', 'an empty password'],
    [
      'the word undefined as password',
      'ada',
      'undefined',
      'a word like undefined as password: a variable was empty',
    ],
    ['the word null as user name', 'null', 'x', 'the word null as user name: a variable was empty'],
    ['a space behind the password', 'ada', 'open: sesame ', 'a space before or after the password'],
    ['a space before the user name', ' ada', 'open: sesame', 'a space before or after the user name'],
    ['another case', 'Ada', 'open: sesame', 'a pair that is not known'],
    [
      'a password that ends at its colon',
      'ada',
      'open',
      'a password that is cut at its colon: only the first colon of the pair divides it',
    ],
    [
      'a pair as an address has it',
      'ada',
      'open%3A%20sesame',
      'a pair that is percent-encoded: only an address needs that',
    ],
    [
      'a password with its quotation marks',
      'ada',
      '"open: sesame"',
      'quotation marks inside the pair, where they belong to the value',
    ],
  ])('%s (RFC 7617 §2)', async (_title, username, password, saw) => {
    const last = await refusal(basicCredentials(username, password));
    expect(last).toMatchObject({ check: 'user name and password belong together', saw });
  });

  it('an unknown user name, a wrong password and a swapped pair in the same words (RFC 9110 §11.4)', async () => {
    const traces = [];
    for (const [username, password] of [
      ['ada', 'wrong'],
      ['bob', 'wrong'],
      ['nobody-here', 'open: sesame'],
      ['sesame', 'ada'],
    ]) {
      traces.push(
        (await verified(scheme, authorized(basicCredentials(username ?? '', password ?? '')))).steps,
      );
    }
    for (const trace of traces) expect(trace).toEqual(traces[0]);
  });

  it('nothing with the user name or the password in its words', async () => {
    const values = [
      'Basic hemlig:sesame',
      'Basic "hemlig"',
      `Basic ${base64('hemlig')}`,
      `Basic ${base64('hemlig:sesame\n')}`,
      `Basic ${base64('hemlig:sesame')}`,
      `Basic ${base64('hemlig: sesame')}`,
      `Basic ${base64('hemlig:\x01sesame')}`,
    ];
    for (const value of values) {
      const { steps } = await verified(scheme, authorized(value));
      expect(JSON.stringify(steps)).not.toMatch(/hemlig|sesame/);
    }
  });
});

describe('the challenge', () => {
  it('names realm and charset (RFC 7617 §2, §2.1)', async () => {
    expect(await scheme.challenge('lobby', env)).toEqual({
      scheme: 'Basic',
      params: [
        ['realm', 'lobby'],
        ['charset', 'UTF-8'],
      ],
    });
    expect((await basic({ accounts, charset: false }).challenge('lobby', env)).params).toEqual([
      ['realm', 'lobby'],
    ]);
  });
});

describe('programmers’ errors', () => {
  it('throws where an account has a colon in its user name (RFC 7617 §2)', () => {
    expect(() => basic({ accounts: [{ username: 'a:b', password: '', principal: ada }] })).toThrow(TypeError);
  });

  it('throws where ISO-8859-1 lacks a character', () => {
    expect(() => basicCredentials('ada', '€', 'latin1')).toThrow(RangeError);
  });
});
