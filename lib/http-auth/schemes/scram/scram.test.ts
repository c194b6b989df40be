import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '@/lib/http-auth/decide';
import { authorized, duration, env, now, request, verified } from '@/lib/http-auth/fixtures';
import { formatChallenge, formatParams, param } from '@/lib/http-auth/grammar';
import { anyone } from '@/lib/http-auth/policies';
import { scramFinal, scramFirst } from './client';
import { decodeData, encodeData, readFinal, readFirst } from './messages';
import { scramSha256 } from './scram';

const ada = { name: 'Ada' };
const zoe = { name: 'Zoë' };
const key = new Uint8Array(32).fill(5);
const scheme = scramSha256({
  accounts: [
    { username: 'ada', password: 'pencil', principal: ada },
    { username: 'zoë,=', password: 'blåbär', principal: zoe },
  ],
  key,
});
const nonce = 'rOprNGfwEbeRWgbNEkqO';
const credentials = (data: string, more = '') => `SCRAM-SHA-256 ${more}data="${encodeData(data)}"`;

/** The challenge that answers the first message, and what the client kept. */
const begun = async (username = 'ada', at = now) => {
  const start = scramFirst(username, nonce, 'lobby');
  const { authentication } = await verified(scheme, authorized(start.credentials), at);
  if (authentication.outcome !== 'refused')
    throw new Error('The first message is not answered with a challenge');
  return {
    start,
    challenge: `SCRAM-SHA-256 ${formatParams(authentication.params)}`,
    sid: param(authentication, 'sid') ?? '',
    first: decodeData(param(authentication, 'data') ?? '') ?? '',
  };
};
const finished = async (username = 'ada', password = 'pencil', at = now) => {
  const { start, challenge } = await begun(username, at);
  return scramFinal(password, start, challenge);
};
const refusal = async (value: string, at = now) => {
  const { authentication, last } = await verified(scheme, authorized(value), at);
  expect(authentication).toEqual({ outcome: 'refused', params: [] });
  expect(last).toMatchObject({ outcome: 'failed', stage: 'authentication' });
  return last;
};
/** The second message with its data changed. */
const bent = async (change: (text: string) => string) => {
  const { credentials: value } = await finished();
  return value.replace(
    /data="([^"]*)"/,
    (_all, data) => `data="${encodeData(change(decodeData(data) ?? ''))}"`,
  );
};

describe('SCRAM recognises', () => {
  it.each([
    ['ada', 'pencil', ada],
    ['zoë,=', 'blåbär', zoe],
  ])(
    '%s in two steps, and proves that the server knows the password too (RFC 7804 §5)',
    async (username, password, principal) => {
      const final = await finished(username, password);
      const { authentication, steps } = await verified(scheme, authorized(final.credentials));
      expect(authentication).toMatchObject({ outcome: 'authenticated', principal });
      const [[name, value] = ['', '']] =
        authentication.outcome === 'authenticated' ? (authentication.fields ?? []) : [];
      expect(name).toBe('Authentication-Info');
      expect(value).toMatch(/^sid=[\w-]+, data="[A-Za-z0-9+/=]+"$/);
      expect(value).toContain(encodeData(final.serverFinal));
      expect(steps.map(({ check }) => check)).toEqual(
        scheme.checks.map(({ check }) => check).filter((check) => !check.startsWith('no channel')),
      );
    },
  );

  it('the first message, with a 401 that is no failure but the way on', async () => {
    const { first, challenge } = await begun();
    expect(first).toMatch(new RegExp(`^r=${nonce}[\\w-]{24},s=[\\w+/]{22}==,i=4096$`));
    expect(challenge).toMatch(/^SCRAM-SHA-256 sid=[\w-]+, data="[\w+/=]+"$/);
  });

  it('an unknown user with a salt that stays the same (RFC 5802 §9)', async () => {
    const salt = ({ first }: { first: string }) => /s=([^,]+)/.exec(first)?.[1];
    const [first, again, other] = [await begun('nobody'), await begun('nobody'), await begun('ada')];
    expect(salt(first)).toBe(salt(again));
    expect(salt(first)).not.toBe(salt(other));
    const last = await refusal((await finished('nobody')).credentials);
    const wrong = await refusal((await finished('ada', 'crayon')).credentials);
    expect(last?.check).toBe('the proof is that of the password');
    expect(last?.saw).toBe(wrong?.saw);
  });
});

it.each([
  ['without Authorization', request([]), 'no Authorization header'],
  ['in another scheme', authorized('SCRAM-SHA-1 data="x"'), 'Authorization with the scheme SCRAM-SHA-1'],
])('SCRAM finds nothing %s', async (_title, message, saw) => {
  expect((await verified(scheme, message)).authentication).toEqual({ outcome: 'absent', saw });
});

describe('SCRAM cannot read (400)', () => {
  const data = encodeData(`n,,n=user,r=${nonce}`);
  it.each([
    ['no parameters', 'SCRAM-SHA-256', 'no parameter data'],
    [
      'data without quotation marks, as the RFC prints it',
      `SCRAM-SHA-256 data=${data}`,
      'an equals sign at byte 63',
    ],
    ['a token68', `SCRAM-SHA-256 ${data}`, 'no parameter data'],
    ['data twice', `SCRAM-SHA-256 data="${data}", data="${data}"`, 'the character d at byte 68'],
    ['no Base64', 'SCRAM-SHA-256 data="n,,n=user"', 'data that is not Base64 of UTF-8'],
    ['no padding', `SCRAM-SHA-256 data="${data.slice(0, -1)}"`, 'data that is not Base64 of UTF-8'],
    ['octets that are no UTF-8', 'SCRAM-SHA-256 data="/w=="', 'data that is not Base64 of UTF-8'],
    [
      'a line feed',
      credentials('n,,n=user,r=x\n'),
      'a line feed at the end, as echo adds it and as the example in RFC 7804 §5 has it',
    ],
    ['a control character', credentials('n,,n=u\0,r=x'), 'a control character'],
    ['a message that is too long', credentials(`n,,n=user,r=${'x'.repeat(600)}`), 'more than 600 characters'],
    ['user name and password', credentials('ada:pencil'), 'a message that begins with none of n, y and p='],
    ['one comma', credentials('n,n=user,r=x'), 'no second comma after n,'],
    ['no user name', credentials('n,,r=x'), 'no user name, n=…, in third place'],
    ['an empty user name', credentials('n,,n=,r=x'), 'an empty user name'],
    [
      'a bare equals sign',
      credentials('n,,n=a=b,r=x'),
      'an equals sign in the user name that is not written =3D',
    ],
    ['no nonce', credentials('n,,n=user'), 'no nonce, r=…, in fourth place'],
    ['an extension', credentials('n,,m=x,n=user,r=x'), 'the extension m, which nobody has defined'],
    [
      'something behind',
      credentials('n,,n=user,r=x,y'),
      'something after the nonce that is not an attribute',
    ],
    [
      'a second message without c=',
      credentials('r=x,p=y', 'sid=a, '),
      'a message that does not begin with c=',
    ],
    ['one without a nonce', credentials('c=biws,p=y', 'sid=a, '), 'no nonce, r=…, in second place'],
    ['one without a proof', credentials('c=biws,r=x', 'sid=a, '), 'no proof, p=…, at the end'],
    ['a short proof', credentials('c=biws,r=x,p=AAAA', 'sid=a, '), 'a proof that is not 32 bytes in Base64'],
  ])('%s (RFC 7804 §5, RFC 5802 §7)', async (_title, value, saw) => {
    const { authentication, last } = await verified(scheme, authorized(value));
    expect(authentication).toEqual({ outcome: 'malformed', params: [] });
    expect(last).toMatchObject({ stage: 'syntax', outcome: 'failed', saw });
    expect(last?.expected).toBeTruthy();
  });
});

describe('SCRAM refuses (401)', () => {
  it.each([
    ['y,,n=ada,r=x', 'y: a client that could bind to the channel and thinks that this server cannot'],
    ['p=tls-exporter,,n=ada,r=x', 'p=, channel binding, which this server cannot check'],
    ['n,a=grace,n=ada,r=x', 'an authorization identity, a=…'],
  ])('%s (RFC 5802 §6)', async (message, saw) => {
    expect(await refusal(credentials(message))).toMatchObject({
      check: 'no channel binding is asked for',
      saw,
    });
  });

  it('another realm (RFC 9110 §11.5)', async () => {
    const last = await refusal(scramFirst('ada', nonce, 'attic').credentials);
    expect(last).toMatchObject({ saw: 'attic', expected: 'lobby' });
  });

  it('a sid that nobody was given', async () => {
    const { credentials: value } = await finished();
    const check = 'sid belongs to a handshake that is under way';
    expect(await refusal(value.replace(/sid=[^,]+/, 'sid=AAAABBBBCCCCDDDD'))).toMatchObject({
      check,
      saw: 'AAAA… (16 bytes)',
    });
    expect(await refusal(value.replace(/sid=./, 'sid=_'))).toMatchObject({ check });
  });

  it('a sid of more than a minute ago', async () => {
    const { credentials: value } = await finished();
    expect(await refusal(value, new Date(now.getTime() + 61_000))).toMatchObject({
      saw: 'a sid of 61 seconds ago',
    });
    expect(
      (await verified(scheme, authorized(value), new Date(now.getTime() + 60_000))).authentication.outcome,
    ).toBe('authenticated');
  });

  it('a sid that was used', async () => {
    const { credentials: value } = await finished();
    const seen: string[] = [];
    const used = { ...env, firstUse: async () => false };
    const authentication = await scheme.verify(authorized(value), 'lobby', used, ({ saw }) => seen.push(saw));
    expect(authentication).toEqual({ outcome: 'refused', params: [] });
    expect(seen.at(-1)).toMatch(/used before$/);
  });

  it.each([
    ["the client's nonce alone", (text: string) => text.replace(/r=[^,]+/, `r=${nonce}`)],
    ["the client's nonce with another end", (text: string) => text.replace(/r=[^,]+/, (r) => `${r}x`)],
    ['a nonce of another handshake', (text: string) => text.replace(/r=[^,]+/, 'r=abc')],
  ])('%s (RFC 5802 §5.1)', async (saw, change) => {
    expect(await refusal(await bent(change))).toMatchObject({
      check: 'the nonce is that of this handshake',
      saw,
    });
  });

  it('another c than the first message began with (RFC 5802 §6)', async () => {
    const last = await refusal(await bent((text) => text.replace('c=biws', `c=${encodeData('y,,')}`)));
    expect(last).toMatchObject({ saw: 'eSws', expected: 'biws, which is n,, in Base64' });
  });

  it('a wrong password, with the messages shown and no secret', async () => {
    const last = await refusal((await finished('ada', 'crayon')).credentials);
    expect(last?.expected).toContain(`over: n=ada,r=${nonce},r=${nonce}`);
    expect(JSON.stringify(last)).not.toMatch(/crayon|pencil/);
  });

  it('a proof over other messages', async () => {
    const last = await refusal(await bent((text) => text.replace(',p=', ',x=1,p=')));
    expect(last?.check).toBe('the proof is that of the password');
  });
});

describe('at a door', () => {
  const resource = { realm: 'lobby', schemes: [scheme] as const, policy: anyone };
  const challengesOf = async (value: string) => {
    const decision = await decide(value ? authorized(value) : request([]), resource, env);
    return [
      decision.status,
      'challenges' in decision ? decision.challenges.map(formatChallenge) : [],
    ] as const;
  };

  it('401 asks with a realm, goes on with sid and data, and asks anew after a refusal', async () => {
    expect(await challengesOf('')).toEqual([401, ['SCRAM-SHA-256 realm="lobby"']]);
    const [status, [challenge]] = await challengesOf(scramFirst('ada', nonce, 'lobby').credentials);
    expect(status).toBe(401);
    expect(challenge).toMatch(/^SCRAM-SHA-256 realm="lobby", sid=[\w-]+, data="[\w+/=]+"$/);
    expect(await challengesOf((await finished('ada', 'crayon')).credentials)).toEqual([
      401,
      ['SCRAM-SHA-256 realm="lobby"'],
    ]);
    expect((await challengesOf('SCRAM-SHA-256 data="?"'))[0]).toBe(400);
  });

  it('garbage is refused in under 50 ms', async () => {
    const { sid } = await begun();
    const garbage = fc.string({ unit: fc.constantFrom(...'n,=ryp"c:\\é /+3D\0a'), maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(garbage, async (text) => {
        expect(typeof readFirst(text) === 'string' || readFirst(text)).toBeTruthy();
        expect(typeof readFinal(text) === 'string' || readFinal(text)).toBeTruthy();
        const long = text.repeat(Math.ceil(11_000 / Math.max(text.length, 1)));
        for (const value of [
          `SCRAM-SHA-256 ${text}`,
          `SCRAM-SHA-256 ${long}`,
          credentials(text),
          credentials(long),
          credentials(text, `sid=${sid}, `),
          credentials(`c=biws,r=${text},p=${text}`, `sid="${encodeData(text)}", `),
        ]) {
          const took = await duration(async () =>
            expect([400, 401]).toContain((await decide(authorized(value), resource, env)).status),
          );
          expect(took).toBeLessThan(50);
        }
      }),
    );
  });
});
