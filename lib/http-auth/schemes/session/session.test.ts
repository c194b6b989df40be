import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '@/lib/http-auth/decide';
import { duration, request, verified } from '@/lib/http-auth/fixtures';
import { formatChallenge } from '@/lib/http-auth/grammar';
import { lastOf } from '@/lib/http-auth/resources.fixtures';
import {
  ada,
  cookie,
  elsewhere,
  forged,
  grace,
  nonce,
  ownSessions,
  remembering,
  resource,
  seconds,
} from './fixtures';
import { dropSession, lasted, sessions, setSession } from './session';

const good = await ownSessions.earlier(ada, seconds - 60, nonce);
const old = await ownSessions.earlier(ada, seconds - 4 * 3600, nonce);
const fake = await forged.earlier(ada, seconds, nonce);

describe('a session recognises', () => {
  it('whom the cookie names, whatever other cookies say', async () => {
    const { authentication, steps } = await verified(
      ownSessions.scheme,
      request([['Cookie', `theme=dark; __Host-sid=${good}; lonely; __host-sid=x`]]),
    );
    expect(authentication).toEqual({ outcome: 'authenticated', principal: ada });
    expect(steps.map(({ check }) => check)).toEqual(ownSessions.scheme.checks.map(({ check }) => check));
  });

  it('up to the last second of its life', async () => {
    const last = await ownSessions.earlier(grace, seconds - 4 * 3600 + 1, nonce);
    expect((await verified(ownSessions.scheme, request([cookie(last)]))).authentication.outcome).toBe(
      'authenticated',
    );
  });
});

describe('a session finds nothing', () => {
  it.each([
    ['without the field', [], 'no Cookie header'],
    [
      'in Set-Cookie',
      [['Set-Cookie', `__Host-sid=${good}`]],
      'no Cookie header; Set-Cookie is what a server sends',
    ],
    ['under a shorter name', [['Cookie', `sid=${good}`]], 'a cookie called sid, none called __Host-sid'],
    [
      'in another case',
      [['Cookie', `__host-sid=${good}`]],
      'a cookie called __host-sid, none called __Host-sid',
    ],
    ['among other cookies', [['Cookie', 'a=1; b=2']], '2 cookies, none called __Host-sid'],
    ['without a name', [['Cookie', good]], 'a Cookie header without a name and an equals sign'],
    [
      'behind Bearer',
      [['Authorization', `Bearer ${good}`]],
      'no Cookie header; Authorization with Bearer is not read here',
    ],
  ] as const)('%s', async (_title, fields, saw) => {
    const { authentication, steps } = await verified(ownSessions.scheme, request(fields));
    expect(authentication).toEqual({ outcome: 'absent', saw });
    expect(steps).toEqual([]);
  });
});

describe('a session refuses with 400', () => {
  it.each([
    [
      'two cookies of its name',
      [['Cookie', `__Host-sid=${good}; __Host-sid=${good}`]],
      '2 cookies called __Host-sid',
    ],
    ['two Cookie lines (RFC 6265 §5.4)', [cookie(good), ['Cookie', 'a=1']], '2 Cookie header lines'],
  ] as const)('%s', async (_title, fields, saw) => {
    const decision = await decide(request(fields), resource(), remembering());
    expect(decision.status).toBe(400);
    const failure = 'the request does not have one Cookie header with one session cookie';
    expect(lastOf(decision)).toMatchObject({ check: 'the session cookie comes once', failure, saw });
  });
});

describe('a session refuses with 401, a challenge and an expired cookie', () => {
  const changed = good.replace('ada.', 'grace.');
  it.each([
    ['an empty value', [cookie('')], 'form', 'an empty value, as a deleted cookie has'],
    ['an invented id', [cookie('my-own-session')], 'form', 'my-o… (14 bytes)'],
    ['the word undefined', [cookie('undefined')], 'form', 'the word undefined: a variable was empty'],
    [
      'quotation marks',
      [cookie(`"${good}"`)],
      'form',
      'quotation marks around the value: they count as part of it',
    ],
    [
      'an escaped value',
      [cookie(`${good}%3D`)],
      'form',
      'a percent sign: the value was escaped, and cookies are not unescaped',
    ],
    [
      'a comma between cookies',
      [cookie(`${good}, a=1`)],
      'form',
      'a comma at byte 91: cookies are divided by semicolons',
    ],
    ['a placeholder', [cookie('<your-session>')], 'form', 'a placeholder that was not filled in'],
    ['another name under the same signature', [cookie(changed)], 'signed', 'a signature that does not fit'],
    ['a signature by another key', [cookie(fake)], 'signed', 'a signature that does not fit'],
    ['an expired session', [cookie(old)], 'expired', 'a session begun 4 hours ago'],
  ] as const)('%s', async (_title, fields, check, saw) => {
    const decision = await decide(request(fields), resource(), remembering());
    expect(lastOf(decision)).toMatchObject({ check: expect.stringContaining(check), saw });
    expect(decision).toMatchObject({ status: 401, fields: [dropSession] });
    expect('challenges' in decision && decision.challenges.map(formatChallenge)).toEqual([
      'Session realm="lobby"',
    ]);
    expect(ownSessions.scheme.registered).toBe(false);
  });

  it.each([
    ['no cookie at all', []],
    ['only cookies of other names', [['Cookie', 'theme=dark; sid=x']]],
  ] as const)('but expires nothing where it was sent %s', async (_title, fields) => {
    const decision = await decide(request(fields), resource(), remembering());
    expect(lastOf(decision)).toMatchObject({ check: 'credentials are presented' });
    expect(decision).toMatchObject({ status: 401, fields: [] });
    expect('challenges' in decision && decision.challenges.map(formatChallenge)).toEqual([
      'Session realm="lobby"',
    ]);
  });

  it('but leaves the cookie of another attempt alone, since it is good there', async () => {
    const foreign = cookie(await elsewhere.earlier(ada, seconds, nonce));
    const decision = await decide(request([foreign]), resource(), remembering());
    expect(decision).toMatchObject({ status: 401, fields: [] });
    expect(lastOf(decision).saw).toBe(
      'a session of another attempt: a browser keeps one such cookie for all of them',
    );
  });
});

describe('a login and a logout', () => {
  it('a login makes a new id each time, and takes none from a client (RFC 6265 §8.4)', async () => {
    const env = remembering();
    const [first, two] = [await ownSessions.begin(ada, env), await ownSessions.begin(ada, env)];
    expect(first).not.toBe(two);
    for (const value of [first, two])
      expect((await verified(ownSessions.scheme, request([cookie(value)]))).authentication.outcome).toBe(
        'authenticated',
      );
  });

  it('a session that was ended is refused, others of the same person go on', async () => {
    const env = remembering();
    const [first, two] = [await ownSessions.begin(ada, env), await ownSessions.begin(ada, env)];
    await ownSessions.end(request([cookie(first)]), env);
    const refused = await decide(request([cookie(first)]), resource(), env);
    expect(refused.status).toBe(401);
    expect(lastOf(refused)).toMatchObject({ check: 'the session was not ended' });
    expect((await decide(request([cookie(two)]), resource(), env)).status).toBe(200);
  });

  it('what is no session of ours ends nothing', async () => {
    const env = remembering();
    for (const value of ['', 'x', await forged.earlier(ada, seconds - 60, nonce)])
      await ownSessions.end(request([cookie(value)]), env);
    await ownSessions.end(request([]), env);
    expect((await decide(request([cookie(good)]), resource(), env)).status).toBe(200);
  });

  it('the cookie is host-only, for http alone and not for other sites (RFC 6265 §4.1.2)', () => {
    expect(setSession(good)).toEqual([
      'Set-Cookie',
      `__Host-sid=${good}; Secure; HttpOnly; SameSite=Lax; Path=/`,
    ]);
    expect(dropSession[1]).toBe('__Host-sid=; Max-Age=0; Secure; HttpOnly; SameSite=Lax; Path=/');
  });

  it('a name that cannot stand in a cookie is a programmer’s error', () => {
    const principals = [{ name: 'ada lovelace' }];
    expect(() => sessions({ key: new Uint8Array(32), place: 'place-01', principals })).toThrow(TypeError);
  });
});

it('whatever the Cookie field holds, the answer is a refusal in good time', async () => {
  const octet = fc.string({
    unit: fc.integer({ min: 1, max: 255 }).map((code) => String.fromCharCode(code)),
  });
  const piece = fc.oneof(
    octet,
    fc.constantFrom('__Host-sid=', '; ', ';', '=', good, 'ada.1.', '"', '%', ','),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const value = pieces.join('');
      fc.pre(!value.includes(`__Host-sid=${good}`));
      const decision = await decide(request([['Cookie', value]]), resource(), remembering());
      expect([400, 401]).toContain(decision.status);
      expect(JSON.stringify(decision.trace)).not.toContain(good.slice(-43));
    }),
  );
  for (const part of ['__Host-sid=', '; ', 'a=1;', '"', ',', 'x']) {
    const long = part.repeat(Math.ceil(15_360 / part.length));
    const message = request([['Cookie', `__Host-sid=${long}`]]);
    expect(await duration(() => decide(message, resource(), remembering()))).toBeLessThan(50);
  }
});

it('ages are told in a unit that fits', () => {
  expect([1, 119, 120, 7199, 7200].map(lasted)).toEqual([
    '1 second',
    '119 seconds',
    '2 minutes',
    '119 minutes',
    '2 hours',
  ]);
});
