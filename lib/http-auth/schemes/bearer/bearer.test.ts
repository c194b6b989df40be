import { describe, expect, it, test } from 'vitest';
import { authorized, env, now, outcomeOf, request, verified } from '@/lib/http-auth/fixtures';
import { formatChallenge, param } from '@/lib/http-auth/grammar';
import { opaqueTokens } from '../token';
import { bearer, bearerCredentials } from './bearer';
import vectors from './vectors.json';

const ada = { name: 'Ada', scopes: ['read'] };
const token = 'toy-token-of-ada';
const scheme = bearer({
  tokens: opaqueTokens({
    [token]: { principal: ada },
    'toy-token-tomorrow': { principal: ada, expires: new Date(now.getTime() + 86_400_000) },
    'toy-token-yesterday': { principal: ada, expires: new Date(now.getTime() - 86_400_000) },
    'toy-token-just-now': { principal: ada, expires: now },
    'toy-token-revoked': { principal: ada, revoked: true },
  }),
});

const form = (body: string, type = 'application/x-www-form-urlencoded') => ({
  fields: [['Content-Type', type]] as [string, string][],
  body: new TextEncoder().encode(body),
});

test.each(vectors)('$rule: $credentials', async ({ credentials, token }) => {
  const opaque = bearer({ tokens: opaqueTokens({ [token]: { principal: ada } }) });
  expect(bearerCredentials(token)).toBe(credentials);
  expect((await verified(opaque, authorized(credentials))).authentication).toEqual({
    outcome: 'authenticated',
    principal: ada,
  });
});

describe('bearer recognises', () => {
  it('a token that is known', async () => {
    const { authentication, steps } = await verified(scheme, authorized(`Bearer ${token}`));
    expect(authentication).toEqual({ outcome: 'authenticated', principal: ada });
    expect(steps.map(({ check }) => check)).toEqual(scheme.checks.map(({ check }) => check));
  });

  it('the scheme in any case and with several spaces (RFC 9110 §11.1, §11.4)', async () => {
    expect((await verified(scheme, authorized(`bEARER   ${token}`))).authentication.outcome).toBe(
      'authenticated',
    );
  });

  it('a token that expires later', async () => {
    expect((await verified(scheme, authorized('Bearer toy-token-tomorrow'))).authentication.outcome).toBe(
      'authenticated',
    );
  });
});

describe('bearer finds nothing', () => {
  it.each([
    ['without Authorization (RFC 6750 §3.1)', request([]), 'no Authorization header'],
    ['in another scheme (RFC 6750 §3.1)', authorized('Basic abc='), 'Authorization with the scheme Basic'],
    [
      'in a scheme that nobody knows',
      authorized('Sesame abc'),
      'Authorization with the scheme Sesame, which is not known here',
    ],
    ['in a scheme with a slip of the pen', authorized('Baerer abc'), 'Authorization with the scheme Baerer'],
    [
      'where a JWT stands without its scheme word',
      authorized('eyJhbGciOiJub25lIn0.e30.x'),
      'Authorization with a token without its scheme word',
    ],
    [
      'in single quotation marks',
      authorized("'Bearer abc'"),
      'Authorization with a quotation mark before the scheme',
    ],
    [
      'where the space is missing',
      authorized('Bearereyabc'),
      'Authorization with no space between Bearer and what follows',
    ],
    [
      'where a variable was empty',
      authorized('undefined'),
      'Authorization with the word undefined: a variable was empty',
    ],
    [
      'where the key field of another scheme is used',
      request([['X-API-Key', token]]),
      'no Authorization header; X-API-Key is another header',
    ],
    [
      'in the query, which is not read (RFC 6750 §2.3)',
      request([], { target: `/door?a=1&access%5Ftoken=${token}` }),
      'no Authorization header; access_token in the query is not read (RFC 6750 §2.3)',
    ],
    [
      'in a form, which is not read (RFC 6750 §2.2)',
      request([], {
        method: 'POST',
        ...form(`access_token=${token}`, 'Application/X-WWW-Form-Urlencoded; charset=utf-8'),
      }),
      'no Authorization header; access_token in the form body is not read (RFC 6750 §2.2)',
    ],
    [
      'in a cookie, which is not read',
      request([['Cookie', `a=1; access_token=${token}`]]),
      'no Authorization header; the cookie access_token is not read',
    ],
    [
      'in the field that a proxy made of Authorization',
      request([['X-Forwarded-Authorization', `Bearer ${token}`]]),
      'no Authorization header; X-Forwarded-Authorization is another header',
    ],
    [
      'in a query under a name of its own',
      request([], { target: `/door?jwt=${token}` }),
      'no Authorization header; jwt in the query is not read',
    ],
  ])('%s', async (_title, message, saw) => {
    expect((await verified(scheme, message)).authentication).toEqual({ outcome: 'absent', saw });
  });
});

describe('bearer answers 400 to', () => {
  it.each([
    ['the scheme word alone', 'Bearer', 'the scheme word alone'],
    ['the scheme word with a space behind it', 'Bearer ', 'the scheme word alone'],
    ['the scheme word twice', `Bearer Bearer ${token}`, 'the scheme word twice'],
    ['the scheme word twice and no token', 'Bearer bearer', 'the scheme word twice'],
    ['the scheme word twice with a colon', `Bearer Bearer:${token}`, 'the scheme word twice'],
    ['two words', 'Bearer abc def', 'a space at byte 4 of the token: more than one word'],
    ['quotation marks', `Bearer "${token}"`, 'quotation marks around the token'],
    ['curly quotation marks', `Bearer “${token}”`, 'quotation marks around the token'],
    ['a placeholder', 'Bearer <token>', 'a placeholder that was not filled in'],
    ['a variable of the shell in single quotes', 'Bearer $TOKEN', 'a placeholder that was not filled in'],
    [
      'an object in place of its text',
      'Bearer [object Object]',
      'a placeholder: a program wrote an object, not the text in it',
    ],
    ['a line feed', 'Bearer abc\ndef', 'a line feed (U+000A) at byte 4 of the token'],
    ['letters beyond ASCII', 'Bearer abcé', 'the character U+00E9 at byte 4 of the token'],
    ['a comma', 'Bearer abc,', 'a comma at byte 4 of the token'],
    [
      'an equals sign in the middle',
      'Bearer abc=def',
      'an equals sign at byte 4 of the token, not at its end',
    ],
    [
      'the challenge sent back',
      'Bearer realm="lobby"',
      'an equals sign at byte 6 of the token, not at its end',
    ],
  ])('%s (RFC 6750 §2.1)', async (_title, value, saw) => {
    const { authentication, last } = await verified(scheme, authorized(value));
    expect(outcomeOf(authentication)).toBe('malformed: invalid_request');
    expect(last).toMatchObject({
      stage: 'syntax',
      check: 'Bearer is followed by one token',
      outcome: 'failed',
      saw,
    });
  });

  it.each([
    ['query', { target: `/door?access_token=${token}` }],
    ['form body', { method: 'POST', ...form(`x=1&access_token=${token}`) }],
  ])('a token in the field and in the %s (RFC 6750 §2)', async (place, more) => {
    const message = request([], more);
    const both = { ...message, fields: [...message.fields, ['Authorization', `Bearer ${token}`] as const] };
    const { authentication, last } = await verified(scheme, both);
    expect(outcomeOf(authentication)).toBe('malformed: invalid_request');
    expect(last).toMatchObject({ check: 'the token comes in one place', outcome: 'failed' });
    expect(last?.saw).toContain(place);
  });

  it('no form that is not sent as one (RFC 6750 §2.2)', async () => {
    const message = request(
      [
        ['Authorization', `Bearer ${token}`],
        ['Content-Type', 'text/plain'],
      ],
      {
        body: new TextEncoder().encode(`access_token=${token}`),
      },
    );
    expect((await verified(scheme, message)).authentication.outcome).toBe('authenticated');
  });
});

describe('bearer refuses', () => {
  it.each([
    ['a token that nobody was given', 'toy-token-of-nobody', 'token is known', 'toy-… (19 bytes)'],
    ['a token in another case', token.toUpperCase(), 'token is known', 'TOY-… (16 bytes)'],
    ['the word undefined', 'undefined', 'token is known', 'the word undefined: a variable was empty'],
    ['the word null', 'null', 'token is known', 'the word null: a variable was empty'],
    ['a name that every object has', '__proto__', 'token is known', '…… (9 bytes)'],
    ['a token that was revoked', 'toy-token-revoked', 'token is not revoked', 'a revoked token'],
    [
      'a token that has expired',
      'toy-token-yesterday',
      'token has not expired',
      'a token that expired at 2026-11-22T10:00:00.000Z; server clock 2026-11-23T10:00:00.000Z',
    ],
    [
      'a token at the very moment of its end',
      'toy-token-just-now',
      'token has not expired',
      'a token that expired at 2026-11-23T10:00:00.000Z; server clock 2026-11-23T10:00:00.000Z',
    ],
  ])('%s with invalid_token (RFC 6750 §3.1)', async (_title, value, check, saw) => {
    const { authentication, last } = await verified(scheme, authorized(`Bearer ${value}`));
    expect(outcomeOf(authentication)).toBe('refused: invalid_token');
    expect(last).toMatchObject({ stage: 'authentication', check, outcome: 'failed', saw });
  });
});

describe('the challenge', () => {
  it('has a realm and, where nothing was sent, no error (RFC 6750 §3.1)', async () => {
    expect(formatChallenge(await scheme.challenge('lobby', env))).toBe('Bearer realm="lobby"');
  });

  it('is told what is wrong with the syntax of a message before any scheme saw it (RFC 6750 §3.1)', () => {
    expect(param({ params: scheme.malformed }, 'error')).toBe('invalid_request');
  });
});
