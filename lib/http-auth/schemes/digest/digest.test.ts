import { describe, expect, it, test } from 'vitest';
import type { Step } from '@/lib/http-auth/decision';
import { now, verified } from '@/lib/http-auth/fixtures';
import { formatChallenge, param, parseCredentials } from '@/lib/http-auth/grammar';
import { isRule } from '@/lib/http-auth/rule';
import { digestCredentials, serverProved } from './credentials';
import { digest } from './digest';
import {
  accounts,
  ada,
  answered,
  challengeOf,
  challengeWith,
  cnonce,
  counting,
  edited,
  grace,
  hers,
  judged,
  schemeWith,
  sending,
} from './fixtures';
import {
  a2Of,
  type DigestQop,
  type DigestTerms,
  digestOf,
  passwordHash,
  readAlgorithm,
  userHash,
} from './hash';
import vectors from './vectors.json';

const people = {
  mufasa: {
    username: 'Mufasa',
    password: 'Circle of Life',
    realm: 'http-auth@example.org',
    uri: '/dir/index.html',
    nonce: '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v',
    cnonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
  },
  jäsøn: {
    username: 'Jäsøn Doe',
    password: 'Secret, or not?',
    realm: 'api@example.org',
    uri: '/doe.json',
    nonce: '5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK',
    cnonce: 'NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v',
  },
  'mufasa-2617': {
    username: 'Mufasa',
    password: 'Circle Of Life',
    realm: 'testrealm@host.com',
    uri: '/dir/index.html',
    nonce: 'dcd98b7102dd2f0e8b11d0f600bfb0c093',
    cnonce: '0a4f113b',
  },
};

describe('published examples', () => {
  test.each(vectors)('$rule: $title', (vector) => {
    expect(isRule(vector.rule)).toBe(true);
    const who = people[vector.who as keyof typeof people];
    const { method = 'GET', body = '', nc = 1, qop = 'auth' } = vector;
    const challenge = {
      scheme: 'Digest',
      params: [
        ['realm', who.realm],
        ['qop', 'auth, auth-int'],
        ['algorithm', vector.algorithm, 'token'],
        ['nonce', who.nonce],
      ] as const,
    };
    const answer = { ...who, method, body, nc, qop: qop as DigestQop };
    const parsed = parseCredentials(digestCredentials(challenge, answer));
    expect(parsed.ok && param(parsed.value, 'response')).toBe(vector.response);

    const { algorithm, sess } = readAlgorithm(vector.algorithm) as NonNullable<
      ReturnType<typeof readAlgorithm>
    >;
    if (vector.userhash) expect(userHash(algorithm, who.username, who.realm)).toBe(vector.userhash);
    if (!vector.rspauth) return;
    const terms: DigestTerms = { ...who, algorithm, sess, nc: '00000001', qop: 'auth' };
    const hash = passwordHash(algorithm, who.username, who.realm, who.password);
    expect(digestOf(terms, hash, a2Of(terms, '', who.uri, new Uint8Array()))).toBe(vector.rspauth);
    const info = `rspauth="${vector.rspauth}", qop=auth`;
    expect(serverProved(info, challenge, answer, new Uint8Array())).toBe(true);
    expect(serverProved(info.replace('="', '="0'), challenge, answer, new Uint8Array())).toBe(false);
  });
});

describe('digest recognises', () => {
  it('an answer to its challenge, with every check passed (RFC 7616 §3.4)', async () => {
    const { authentication, steps } = await judged(await answered());
    expect(authentication).toMatchObject({ outcome: 'authenticated', principal: ada });
    expect(steps.map(({ check }) => check)).toEqual(schemeWith().checks.map(({ check }) => check));
    expect(steps.every(({ outcome }) => outcome === 'passed')).toBe(true);
  });

  it.each(['SHA-256', 'MD5', 'SHA-512-256'] as const)(
    '%s and its -sess variant (RFC 7616 §3.4.2)',
    async (algorithm) => {
      const scheme = schemeWith({ algorithm });
      for (const sess of [false, true]) {
        expect((await judged(await answered({ sess }, scheme), scheme)).authentication.outcome).toBe(
          'authenticated',
        );
      }
    },
  );

  it('every parameter in quotation marks or without, as clients send them (RFC 9110 §11.2)', async () => {
    const value = await answered();
    const quoted = value.replace(/\b(algorithm|qop|nc)=([^,]+)/g, '$1="$2"');
    expect(quoted).not.toBe(value);
    expect((await judged(quoted)).authentication.outcome).toBe('authenticated');
    const bare = value.replace(/\b(username|response)="([^"]+)"/g, '$1=$2');
    expect((await judged(bare)).authentication.outcome).toBe('authenticated');
  });

  it('scheme, names, algorithm and nc in any case (RFC 9110 §11.1, §11.2)', async () => {
    const value = (await answered({ nc: 10 })).replace(/nc=0000000a/, 'NC=0000000a');
    expect(
      (await judged(value.replace('SHA-256', 'sha-256').replace('Digest', 'DIGEST'))).authentication.outcome,
    ).toBe('authenticated');
  });

  it('MD5 where no algorithm is named (RFC 7616 §3.3)', async () => {
    const md5 = schemeWith({ algorithm: 'MD5' });
    const value = edited(await answered({}, md5), { algorithm: undefined });
    expect((await judged(value, md5)).authentication.outcome).toBe('authenticated');
  });

  it('auth-int over the raw content (RFC 7616 §3.4.3)', async () => {
    const value = await answered({ qop: 'auth-int', method: 'POST', body: '{"a":1}' });
    const body = new TextEncoder().encode('{"a":1}');
    expect((await judged(value, schemeWith(), { method: 'POST', body })).authentication.outcome).toBe(
      'authenticated',
    );
    expect(
      (await judged(value, schemeWith(), { method: 'POST', body: new Uint8Array() })).authentication.outcome,
    ).toBe('refused');
  });

  const his = { username: 'gräce', password: 'blåbär€' };
  it('a user name beyond ASCII as username*, as raw UTF-8, as ISO-8859-1 and as a hash (RFC 7616 §3.4.4)', async () => {
    const extended = await answered(his);
    expect(extended).toContain("username*=UTF-8''gr%C3%A4ce");
    const raw = extended.replace(/username\*=[^,]+/, 'username="gräce"');
    const hidden = await answered(his, schemeWith({ userhash: true }));
    expect(hidden).toContain('userhash=true');
    for (const value of [extended, raw, hidden, raw.replace('gräce', 'gra\u0308ce')]) {
      expect((await judged(value)).authentication).toMatchObject({
        outcome: 'authenticated',
        principal: grace,
      });
    }
    const latin1 = sending('');
    const octets = raw.replace('gräce', 'gr\xe4ce');
    const { authentication } = await verified(schemeWith(), {
      ...latin1,
      fields: [['Authorization', octets]],
    });
    expect(authentication).toMatchObject({ outcome: 'authenticated', principal: grace });
  });

  it('a nonce again, as long as nc grows (RFC 7616 §3.4)', async () => {
    const env = counting();
    const challenge = await challengeOf();
    const outcomes = [];
    for (const nc of [1, 2, 5, 5, 4, 6, 0]) {
      const message = sending(digestCredentials(challenge, { ...hers, nc }));
      outcomes.push((await schemeWith().verify(message, 'lobby', env, () => {})).outcome);
    }
    const [yes, no] = ['authenticated', 'refused'];
    expect(outcomes).toEqual([yes, yes, yes, no, no, yes, no]);
  });
});

describe('the answer to an answer', () => {
  const closed = async (more: Partial<typeof hers> & { qop?: DigestQop }, method = 'GET') => {
    const answer = { ...hers, ...more, method };
    const challenge = await challengeOf();
    const { authentication } = await judged(digestCredentials(challenge, answer), schemeWith(), { method });
    if (authentication.outcome !== 'authenticated' || !authentication.closing)
      throw new Error(authentication.outcome);
    const content = new TextEncoder().encode('{}');
    const [[name, info] = ['', '']] = await authentication.closing(content);
    expect(name).toBe('Authentication-Info');
    const covered = method === 'HEAD' ? new Uint8Array() : content;
    expect(serverProved(info, challenge, answer, covered)).toBe(true);
    return info;
  };

  it('proves that the server knows the password, and quotes as it should (RFC 7616 §3.5)', async () => {
    expect(await closed({})).toMatch(
      new RegExp(`^rspauth="[0-9a-f]{64}", qop=auth, cnonce="${cnonce}", nc=00000001$`),
    );
  });

  it('covers the content with auth-int, the empty one of HEAD too (RFC 7616 §3.5)', async () => {
    expect(await closed({ qop: 'auth-int' })).toContain('qop=auth-int');
    expect(await closed({ qop: 'auth-int' }, 'HEAD')).toContain('qop=auth-int');
  });

  it('repeats a cnonce with quotation marks escaped (RFC 9110 §5.6.4)', async () => {
    const odd = 'a"b\\c';
    expect(await closed({ cnonce: odd })).toContain('cnonce="a\\"b\\\\c"');
  });
});

describe('the challenge', () => {
  it('quotes what has to be quoted and leaves the rest bare (RFC 7616 §3.3)', async () => {
    expect(formatChallenge(await challengeOf(schemeWith({ userhash: true })))).toMatch(
      /^Digest realm="lobby", qop="auth, auth-int", algorithm=SHA-256, nonce="[\w+/]{40}", opaque="[0-9a-f]{32}", charset=UTF-8, userhash=true$/,
    );
  });

  it('has another nonce each time, and for each realm and key', async () => {
    const nonces = new Set<string | undefined>();
    const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
    for (let at = 0; at < 100; at += 1) {
      nonces.add(param(await schemeWith().challenge('lobby', { ...counting(), random }), 'nonce'));
    }
    expect(nonces.size).toBe(100);
  });

  it('is not answered where it is another scheme, or has no known algorithm or qop', async () => {
    const challenge = await challengeOf();
    const other = (params: typeof challenge.params) => () =>
      digestCredentials(challengeWith(challenge, params), hers);
    expect(() => digestCredentials({ ...challenge, scheme: 'Basic' }, hers)).toThrow(TypeError);
    expect(other([['algorithm', 'SHA3']])).toThrow(TypeError);
    expect(other([['qop', 'auth-conf']])).toThrow(TypeError);
  });
});

describe('nothing secret', () => {
  it('stands in a trace: no user name, no password, no digits of the right response', async () => {
    const right = await answered();
    const digits = /response="([0-9a-f]+)"/.exec(right)?.[1] ?? '';
    const traces: (readonly Step[])[] = [];
    for (const value of [
      right,
      edited(right, { response: '0'.repeat(64) }),
      edited(right, { nc: '00000002' }),
      await answered({ password: 'hemlig' }),
      await answered({ username: 'zelda' }),
    ]) {
      traces.push((await judged(value)).steps);
    }
    expect(JSON.stringify(traces)).not.toMatch(new RegExp(`sesame|hemlig|zelda|"ada"|${digits}`));
  });

  it('is told by the difference between an unknown name and a wrong password (RFC 9110 §11.4)', async () => {
    const scheme = digest({ accounts, nonceKey: new Uint8Array(32) });
    const traces = [];
    for (const who of [{ password: 'x' }, { username: 'zelda' }, { username: '', password: '' }]) {
      traces.push((await judged(await answered(who, scheme), scheme)).steps);
    }
    for (const trace of traces) expect(trace).toEqual(traces[0]);
  });
});

it('times of a nonce are read as they were written', async () => {
  const value = await answered();
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  expect((await judged(value, schemeWith(), {}, later(299))).authentication.outcome).toBe('authenticated');
  const { authentication, last } = await judged(value, schemeWith(), {}, later(300));
  expect(authentication).toEqual({ outcome: 'refused', params: [['stale', 'true', 'token']] });
  expect(last?.saw).toBe(
    'a nonce that ends at 2026-11-23T10:05:00.000Z; server clock 2026-11-23T10:05:00.000Z',
  );
});
