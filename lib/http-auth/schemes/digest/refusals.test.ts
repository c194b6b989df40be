import { describe, expect, it } from 'vitest';
import { now } from '@/lib/http-auth/fixtures';
import { formatChallenge, param } from '@/lib/http-auth/grammar';
import { digestCredentials } from './credentials';
import {
  answered,
  answerTo,
  challengeOf,
  cnonce,
  counting,
  edited,
  hers,
  judged,
  schemeWith,
  target,
} from './fixtures';
import { type DigestQop, digestOf, passwordHash } from './hash';

const malformed = 400;
const refused = 401;

describe('digest asks again (RFC 7616 §3.3)', () => {
  it.each([
    ['nobody', undefined, 'no Authorization header'],
    ['another scheme', 'Bearer abc', 'Authorization with the scheme Bearer'],
  ])('%s: 401 with a fresh nonce and no stale', async (_title, value, saw) => {
    const { challenge, ...answer } = await answerTo(value);
    expect(answer).toEqual({ status: refused, fails: 'credentials are presented', saw });
    expect(challenge && param(challenge, 'nonce')).toHaveLength(40);
    expect(challenge && param(challenge, 'stale')).toBeUndefined();
  });
});

const once = 'Digest is followed by parameters, each of them once';
const complete = 'every parameter that Digest needs is there';
const named = 'the user name comes in one readable form';

describe('digest answers 400 to what breaks its form (RFC 7616 §3.4)', () => {
  it.each([
    ['the scheme word alone', 'Digest', once, 'the scheme word alone'],
    ['the scheme word twice', 'Digest Digest username="ada"', once, 'the scheme word twice'],
    ['a token68', 'Digest YWRhOm9wZW4=', once, 'one token68, as Basic and Bearer have it'],
    ['no value', 'Digest nc=, qop=auth', once, 'a comma at byte 11, where the end belongs'],
    ['an open quotation mark', 'Digest username="ada', once, /^the end at byte 21, where a closing quot/],
    ['a parameter twice', 'Digest nc=1, NC=2', once, 'a parameter that comes twice, at byte 14'],
    ['a semicolon', 'Digest nc=1; qop=auth', once, /^the character ; at byte 12/],
  ])('%s', async (_title, value, fails, saw) => {
    const answer = await answerTo(value);
    expect(answer).toMatchObject({ status: malformed, fails });
    expect(answer.saw).toMatch(saw);
  });

  it.each(['realm', 'nonce', 'uri', 'response', 'qop', 'nc', 'cnonce', 'username'])('no %s', async (name) => {
    const value = edited(await answered(), { [name]: undefined });
    expect(await answerTo(value)).toMatchObject({ status: malformed, fails: complete, saw: `no ${name}` });
  });

  it('the form of RFC 2069', async () => {
    const value = edited(await answered(), { qop: undefined, nc: undefined, cnonce: undefined });
    const { saw } = await answerTo(value);
    expect(saw).toBe('no qop, no nc, no cnonce: the form of RFC 2069, which RFC 7616 no longer has');
  });

  it.each([
    ['username and username* at once', { 'username*': "UTF-8''ada" }, 'username and username* side by side'],
    [
      'username* with userhash',
      { username: undefined, 'username*': "UTF-8''ada", userhash: 'true' },
      'username* with userhash=true',
    ],
    ['another userhash', { userhash: 'yes' }, 'userhash is neither true nor false'],
    [
      'username* in another encoding',
      { username: undefined, 'username*': "ISO-8859-1''gr%E4ce" },
      "a username* that is not UTF-8'' and percent-encoded UTF-8",
    ],
    [
      'username* that is not UTF-8',
      { username: undefined, 'username*': "UTF-8''gr%E4ce" },
      "a username* that is not UTF-8'' and percent-encoded UTF-8",
    ],
  ])('%s', async (_title, params, saw) => {
    const value = edited(await answered(), params);
    expect(await answerTo(value)).toMatchObject({ status: malformed, fails: named, saw });
  });

  it.each(['1', '0000001', '000000001', '0000000g', 'one'])('nc=%s', async (nc) => {
    const fails = 'nc is eight hexadecimal digits';
    const value = edited(await answered(), { nc });
    expect(await answerTo(value)).toMatchObject({ status: malformed, fails, saw: `nc=${nc}` });
  });

  it('a qop that is unknown, and one that was not offered', async () => {
    const fails = 'qop is one that was offered';
    const value = await answered({ qop: 'auth-int' });
    const scheme = schemeWith({ qop: ['auth'] });
    expect(await answerTo(value, scheme)).toMatchObject({ status: malformed, fails, saw: 'qop=auth-int' });
    const odd = edited(value, { qop: 'auth-conf' });
    expect(await answerTo(odd)).toMatchObject({ status: malformed, fails, saw: 'qop=auth-conf' });
  });

  it.each([
    ['an empty one', '', 'an empty cnonce'],
    ['a long one', 'x'.repeat(257), 'a cnonce of 257 bytes'],
    ['one beyond ASCII', 'é', 'a cnonce with bytes beyond ASCII'],
  ])('cnonce: %s', async (_title, cnonce, saw) => {
    const value = edited(await answered(), { cnonce });
    expect(await answerTo(value)).toMatchObject({ status: malformed, saw });
  });

  it.each([
    ['the path alone', '/door', 'the path without its query: uri="/door"'],
    ['another query', '/door?q=b', 'another query: uri="/door?q=b"'],
    ['a plus for a space', '/door?q=a+b', 'another query: uri="/door?q=a+b"'],
    [
      'decoded escapes',
      '/d%6for?q=a%20b',
      'the same address with other percent-encoding: uri="/d%6for?q=a%20b"',
    ],
    ['the end of it', 'oor?q=a%20b', 'only the end of the target: uri="oor?q=a%20b"'],
    [
      'another host',
      `http://a.example${target}`,
      `the address of something else: uri="http://a.example${target}"`,
    ],
    ['another path', '/', 'another target: uri="/"'],
    ['nothing', '', 'another target: uri=""'],
  ])('uri: %s (RFC 7616 §3.4.6)', async (_title, uri, saw) => {
    const answer = await answerTo(await answered({ uri }));
    expect(answer).toMatchObject({ status: malformed, fails: 'uri is the request target' });
    expect(answer.saw).toContain(saw);
  });
});

describe('digest refuses with 401 and no stale (RFC 7616 §3.3, §3.4)', () => {
  it.each([
    ['another realm', { realm: 'attic' }, 'realm is the one of the challenge', 'realm="attic"'],
    ['another opaque', { opaque: 'abc' }, 'opaque came back unchanged', 'opaque="abc"'],
    ['no opaque', { opaque: undefined }, 'opaque came back unchanged', 'no opaque'],
    [
      'no algorithm: a downgrade to MD5',
      { algorithm: undefined },
      'algorithm is the one of the challenge',
      'no algorithm, which means MD5',
    ],
    ['MD5 in words', { algorithm: 'MD5' }, 'algorithm is the one of the challenge', 'MD5'],
    ['SHA-512', { algorithm: 'SHA-512' }, 'algorithm is the one of the challenge', 'SHA-512'],
    ['a nonce of its own', { nonce: 'abc' }, 'nonce was issued here', 'nonce="abc"'],
    ['an empty nonce', { nonce: '' }, 'nonce was issued here', 'an empty nonce'],
    ['a nonce of zeros', { nonce: 'A'.repeat(40) }, 'nonce was issued here', `nonce="${'A'.repeat(40)}"`],
  ])('%s', async (_title, params, fails, saw) => {
    const { challenge, ...answer } = await answerTo(edited(await answered(), params));
    expect(answer).toEqual({ status: refused, fails, saw });
    expect(challenge && formatChallenge(challenge)).not.toContain('stale');
  });

  it.each([
    ['another key', schemeWith({ nonceKey: new Uint8Array(32).fill(8) })],
    ['another algorithm', schemeWith({ algorithm: 'MD5' })],
  ])('a nonce sealed for %s', async (_title, other) => {
    const nonce = param(await challengeOf(other), 'nonce');
    const value = edited(await answered(), { nonce });
    expect(await answerTo(value)).toMatchObject({ status: refused, fails: 'nonce was issued here' });
  });

  it('a nonce with one letter changed', async () => {
    const challenge = await challengeOf();
    const nonce = param(challenge, 'nonce') ?? '';
    for (let at = 0; at < nonce.length; at += 1) {
      const letter = nonce[at] === 'B' ? 'C' : 'B';
      const value = edited(await answered(), { nonce: nonce.slice(0, at) + letter + nonce.slice(at + 1) });
      expect((await answerTo(value)).fails).toBe('nonce was issued here');
    }
  });

  const wrong = 'a response that does not fit this user name, nonce and request';
  it.each([
    ['a wrong password', { password: 'sesame' }, wrong],
    ['an unknown user name', { username: 'zelda' }, wrong],
    ['another method', { method: 'POST' }, 'a response made for the method POST'],
  ])('%s', async (_title, more, saw) => {
    const { challenge, ...answer } = await answerTo(await answered(more));
    expect(answer).toEqual({
      status: refused,
      fails: 'response proves the password',
      saw: `${saw}; A2 here is GET:${target}`,
    });
    expect(challenge && formatChallenge(challenge)).not.toContain('stale');
  });

  it('a wrong password with an old nonce: stale would make a client try again in silence', async () => {
    const value = await answered({ password: 'sesame' });
    const { status, challenge } = await answerTo(value, schemeWith(), new Date(now.getTime() + 3_600_000));
    expect(status).toBe(refused);
    expect(challenge && param(challenge, 'stale')).toBeUndefined();
  });
});

describe('evidence names the very mistake in a response', () => {
  const response = (value: string) => /response="([^"]+)"/.exec(value)?.[1];
  it.each([
    ['MD5 under another name', { algorithm: 'MD5' }, {}, 'a response made with MD5'],
    ['the hash of -sess', {}, { sess: true }, 'a response made with -sess'],
    ['auth-int', {}, { qop: 'auth-int' }, 'a response made with qop=auth-int'],
    ['the first nc', {}, { nc: 1 }, 'a response made with nc=00000001'],
    ['the path', {}, { uri: '/door' }, 'a response made for the path without its query'],
  ] as const)('%s', async (_title, options, more, saw) => {
    const scheme = schemeWith();
    const challenge = await challengeOf();
    const other = {
      ...challenge,
      params: challenge.params.map((entry) =>
        entry[0] in options ? ([entry[0], 'MD5', 'token'] as const) : entry,
      ),
    };
    const made = response(digestCredentials(other, { ...hers, ...more }));
    const value = edited(digestCredentials(challenge, { ...hers, nc: 2 }), { response: made });
    const nc = 'nc' in more ? value : edited(value, { nc: '00000001' });
    expect((await answerTo(nc, scheme)).saw).toContain(saw);
  });

  it('the list of the challenge, where the qop that was chosen belongs', async () => {
    const value = await answered();
    const nonce = /nonce="([^"]+)"/.exec(value)?.[1] ?? '';
    const qop = 'auth,auth-int' as DigestQop;
    const terms = { algorithm: 'SHA-256', sess: false, nonce, nc: '00000001', cnonce, qop } as const;
    const made = digestOf(terms, passwordHash('SHA-256', 'ada', 'lobby', 'open: sesame'), `GET:${target}`);
    expect((await answerTo(edited(value, { response: made }))).saw).toContain(
      'a response made with the list qop="auth,auth-int", in place of the one that was chosen',
    );
  });

  it.each([
    ['upper case', (made: string) => made.toUpperCase(), 'the right digits in upper case'],
    ['a short one', (made: string) => made.slice(1), 'a response of 63 digits, where the algorithm gives 64'],
    ['other letters', () => 'velvet', 'a response that is not hexadecimal digits'],
  ])('%s', async (_title, change, saw) => {
    const value = await answered();
    const changed = edited(value, { response: change(response(value) ?? '') });
    expect((await answerTo(changed)).saw).toContain(saw);
  });

  it('content that was not hashed, as curl 7.88 does', async () => {
    const value = await answered({ qop: 'auth-int', method: 'POST' });
    const body = new TextEncoder().encode('{"a":1}');
    const { last } = await judged(value, schemeWith(), { method: 'POST', body });
    expect(last?.saw).toContain('a response made for empty content');
  });
});

describe('digest says stale=true where the answer was right (RFC 7616 §3.3)', () => {
  it('to a nonce that has ended', async () => {
    const later = new Date(now.getTime() + 300_000);
    const { challenge, ...answer } = await answerTo(await answered(), schemeWith(), later);
    expect(answer).toMatchObject({ status: refused, fails: 'nonce is still good' });
    expect(challenge && formatChallenge(challenge)).toMatch(/, stale=true$/);
  });

  it('to a nonce that was stale when it was given', async () => {
    const scheme = schemeWith({ nonceSeconds: -1 });
    const { challenge, fails } = await answerTo(await answered({}, scheme), scheme);
    expect(fails).toBe('nonce is still good');
    expect(challenge && param(challenge, 'stale')).toBe('true');
  });

  it('to an nc below one that came before, which itself may never have come', async () => {
    const counted = counting();
    const scheme = schemeWith();
    expect((await answerTo(await answered({ nc: 3 }, scheme), scheme, now, counted)).status).toBe(200);
    const lower = await answerTo(await answered({ nc: 2 }, scheme), scheme, now, counted);
    expect(lower.saw).toBe('nc=00000002: not above one that came before');
    const zero = await answerTo(await answered({ nc: 0 }, scheme), scheme, now, counting());
    expect(zero.saw).toBe('nc=00000000: a count from zero');
  });

  it('to an nc that was seen, with a new nonce', async () => {
    const counted = counting();
    const value = await answered();
    expect((await answerTo(value, schemeWith(), now, counted)).status).toBe(200);
    const { challenge, ...answer } = await answerTo(value, schemeWith(), now, {
      ...counted,
      random: (n) => new Uint8Array(n).fill(3),
    });
    expect(answer).toEqual({
      status: refused,
      fails: 'nc is higher than before',
      saw: 'nc=00000001: not above one that came before',
    });
    expect(challenge && param(challenge, 'stale')).toBe('true');
    expect(value).not.toContain(param(challenge as NonNullable<typeof challenge>, 'nonce'));
  });
});
