import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareChallenges, mattering } from './build';

const basic = { challenge: 'Basic realm="front door", charset="UTF-8"', must: mattering };
const bearer = {
  challenge: 'Bearer realm="drafts", error="insufficient_scope", scope="drafts:read drafts:delete"',
  must: mattering,
};
const none = { challenge: '', must: mattering };
/** A 403 of a server with Basic: RFC 9110 §11.6.1 lets it send a challenge, §15.5.4 does not ask for one. */
const may = { challenge: '', optional: 'Basic realm="vault"', must: mattering };
const both = { challenge: 'Bearer realm="x", Basic realm="x", charset="UTF-8"', must: ['realm'] };

describe('the same challenge', () => {
  test.each([
    ['the line', 'WWW-Authenticate: Basic realm="front door", charset="UTF-8"', basic],
    ['its value alone', 'Basic realm="front door"', basic],
    ['other capitals, more spaces, no quotes', ' www-authenticate:  BASIC   Realm="front door" ', basic],
    ['another charset, which no one asked for', 'Basic realm="front door", charset=utf-8', basic],
    [
      'scopes in another order',
      'Bearer scope="drafts:delete drafts:read", error=insufficient_scope, realm=drafts',
      bearer,
    ],
    ['two challenges in another order', 'Basic realm="x", Bearer realm="x"', both],
    ['nothing where nothing is sent', '  ', none],
    ['nothing where a challenge may stand', '', may],
    ['the challenge that may stand there', 'Basic realm="vault"', may],
    ['a realm that holds a colon', 'Basic realm="a:b"', { challenge: 'Basic realm="a:b"', must: ['realm'] }],
  ])('%s', (_, given, right) => {
    expect(compareChallenges(given, right)).toEqual({ same: true });
  });
});

describe('another challenge', () => {
  test.each([
    ['nothing', '', basic, 'The challenge is missing'],
    ['one where none is sent', 'Basic realm="x"', none, 'No challenge is needed here'],
    ['another than may stand there', 'Bearer realm="vault"', may, 'The scheme is “Bearer”'],
    ['the field of the client', 'Authorization: Basic realm="front door"', basic, 'called WWW-Authenticate'],
    ['a space before the colon', 'WWW-Authenticate : Basic realm="front door"', basic, 'No space may be'],
    ['another scheme', 'Bearer realm="front door"', basic, 'The scheme is “Bearer”'],
    ['a realm alone', 'realm="front door"', basic, 'This is not a challenge: at offset'],
    ['a realm as the scheme', 'front', basic, 'is read as the scheme'],
    ['credentials', 'Basic YWRhOm9wZW4=', basic, 'There is a bare value'],
    ['no realm', 'Basic charset="UTF-8"', basic, 'The parameter realm is missing'],
    ['another realm', 'Basic realm="back door"', basic, 'The value of realm differs: “back door”'],
    ['a realm in capitals', 'Basic realm="Front Door"', basic, 'differs in capital letters'],
    ['no error', 'Bearer realm="drafts", scope="drafts:read drafts:delete"', bearer, 'error is missing'],
    [
      'a scope too few',
      'Bearer realm="drafts", error="insufficient_scope", scope="drafts:read"',
      bearer,
      'The value of scope differs',
    ],
    ['an error too many', 'Basic realm="front door", error="invalid_token"', basic, 'names none'],
    ['one of two', 'Basic realm="x"', both, 'One challenge is here, 2 challenges are wanted.'],
  ])('%s', (_, given, right, difference) => {
    expect(compareChallenges(given, right)).toMatchObject({
      same: false,
      difference: expect.stringContaining(difference),
    });
  });

  test('whatever is typed is answered in words, and nothing throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom(basic, none),
        (text, right) => {
          const compared = compareChallenges(text, right);
          if (!compared.same) expect(compared.difference).not.toBe('');
        },
      ),
    );
  }, 30_000);
});
