import { describe, expect, it } from 'vitest';
import type { Step } from './decision';
import { authorized, request } from './fixtures';
import type { Message } from './message';
import { checkSyntax, syntaxChecks } from './syntax';

function checked(message: Message) {
  const steps: Step[] = [];
  return { ok: checkSyntax(message, (step) => steps.push(step)), steps, last: steps.at(-1) };
}

/** A message with these octets as its Authorization value. */
const octetsOf = (value: string): Message => ({ ...request([]), fields: [['Authorization', value]] });

describe('checkSyntax lets through', () => {
  it.each([
    ['no Authorization at all', request([])],
    ['Basic credentials', authorized('Basic QWRhOnRveQ==')],
    [
      'Digest credentials with their commas',
      authorized('Digest username="Ada", realm="a, Basic b", nc=00000001'),
    ],
    ['a scheme in any case', authorized('bEaReR abc')],
    ['a scheme alone, which is for the scheme to judge', authorized('Bearer')],
    ['several spaces behind the scheme (RFC 9110 §11.4)', authorized('Bearer   abc')],
    ['whitespace around the value, which is no part of it (RFC 9110 §5.5)', authorized(' \tBearer abc\t ')],
    ['garbage that belongs to a scheme', authorized('Basic !"§$%')],
    ['garbage with a comma that belongs to a scheme', authorized('Basic QWRh, OnRveQ==')],
    ['a scheme nobody knows', authorized('Knock knock')],
    [
      'the credentials of Amazon, which no list parser reads',
      authorized('AWS4-HMAC-SHA256 Credential=A/b, Signature=0'),
    ],
  ])('%s', (_title, message) => {
    const { ok, steps } = checked(message);
    expect(ok).toBe(true);
    expect(steps.map(({ check, outcome }) => [check, outcome])).toEqual(
      syntaxChecks.map(({ check }) => [check, 'passed']),
    );
  });
});

describe('checkSyntax refuses', () => {
  it('two Host field lines (RFC 9112 §3.2)', () => {
    const { ok, last } = checked(
      request([
        ['Host', 'a.example'],
        ['host', 'a.example'],
      ]),
    );
    expect(ok).toBe(false);
    expect(last).toMatchObject({
      check: 'at most one Host header',
      outcome: 'failed',
      saw: '2 header lines',
    });
  });

  it('two Authorization field lines, even the same twice (RFC 9110 §5.3)', () => {
    const { ok, last } = checked(authorized('Bearer a', 'Bearer a'));
    expect(ok).toBe(false);
    expect(last).toMatchObject({ check: 'at most one Authorization header', saw: '2 header lines' });
  });

  it.each([
    ['an empty value', authorized(''), 'an empty value'],
    ['a value of whitespace', authorized(' \t '), 'an empty value'],
    ['a quotation mark before the scheme', authorized('"Bearer abc"'), 'a quotation mark before the scheme'],
    ['a quotation mark after the scheme', authorized('Basic"abc"'), 'a quotation mark after Basic'],
    ['curly quotation marks', authorized('“Bearer abc”'), 'a curly quotation mark before the scheme'],
    [
      'curly quotation marks of windows-1252',
      octetsOf('\x93Bearer abc\x94'),
      'a curly quotation mark before the scheme',
    ],
    ['a colon after the scheme', authorized('Bearer: abc'), 'a colon after Bearer'],
    ['a colon in place of the space', authorized('Bearer:abc'), 'a colon after Bearer'],
    ['a tab after the scheme', authorized('Bearer\tabc'), 'a tab after Bearer'],
    ['a tab before the spaces', authorized('Bearer\t abc'), 'a tab after Bearer'],
    ['an equals sign after the scheme', authorized('Bearer=abc'), 'an equals sign after Bearer'],
    ['a comma after the scheme', authorized('Bearer,abc'), 'a comma after Bearer'],
    ['a no-break space after the scheme', authorized('Bearer\u00a0abc'), 'the character U+00A0 after Bearer'],
    ['a byte order mark', authorized('\ufeffBearer abc'), 'the character U+FEFF before the scheme'],
    ['a NUL after the scheme', authorized('Bearer\0abc'), 'a NUL (U+0000) after Bearer'],
    [
      'the field name once more',
      authorized('Authorization: Bearer abc'),
      'the name of the header once more, inside its value',
    ],
    [
      'user name and password in the clear',
      authorized('ada:open sesame'),
      'a colon in the first word, as in a bare user-name:password',
    ],
    ['Base64 without its scheme word', authorized('QWRhOnRveQ=='), 'credentials without a scheme word'],
    [
      'Base64 glued to its scheme word',
      authorized('BasicQWRhOnRveQ=='),
      'no space between Basic and what follows',
    ],
    ['a template that was not filled in', authorized('{{token}}'), 'a placeholder that was not filled in'],
    ['a variable that was not filled in', authorized(`\${TOKEN}`), 'a placeholder that was not filled in'],
    ['an example that was copied whole', authorized('<token>'), 'a placeholder that was not filled in'],
    ['a letter that no token has', authorized('Bäsic abc'), 'the character U+00E4 in the first word'],
    [
      'two sets that fetch has joined',
      authorized('Bearer a, Basic b'),
      '2 sets of credentials, joined by commas',
    ],
    [
      'three sets',
      authorized('Bearer a, Digest b="c", Negotiate'),
      '3 sets of credentials, joined by commas',
    ],
  ])('%s (RFC 9110 §11.4)', (_title, message, saw) => {
    const { ok, last } = checked(message);
    expect(ok).toBe(false);
    expect(last).toMatchObject({
      check: 'Authorization is a scheme with its credentials',
      outcome: 'failed',
      saw,
    });
    expect(last?.expected).toBeTruthy();
  });

  it('nothing with a secret in its words', () => {
    for (const value of [
      'ada:open-sesame',
      'Bearer:toy-secret',
      '"toy-secret"',
      'toysecret==',
      'toy-secret, x',
    ]) {
      const { last } = checked(authorized(value));
      expect(`${last?.saw} ${last?.expected}`).not.toMatch(/sesame|secret/);
    }
  });
});
