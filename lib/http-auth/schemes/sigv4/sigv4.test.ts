import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '@/lib/http-auth/decide';
import { authorized, duration, env, now, request, verified } from '@/lib/http-auth/fixtures';
import type { Field, Message } from '@/lib/http-auth/message';
import { anyone, requireRole } from '@/lib/http-auth/policies';
import { amzDate, canonicalRequest, sha256Hex } from './canonical';
import { type SigV4Signing, signSigV4 } from './client';
import { sigV4Scheme } from './sigv4';

const ada = { name: 'Ada' };
const accessKeyId = 'TOYADAADAADA';
const secretAccessKey = 'toy-secret-of-ada';
const scheme = sigV4Scheme({
  keys: [{ accessKeyId, secretAccessKey, principal: ada }],
  region: 'us-east-1',
  service: 'door',
});

const host = 'doorman.example';
const get = request([['Host', host]], { target: '/door/?a=1&b=2' });
const body = new TextEncoder().encode('{"a": 1}');
const post = request([['Host', host]], { method: 'POST', target: '/door', body });

const signed = async (more: Partial<SigV4Signing> = {}, message: Message = get): Promise<Message> => {
  const fields = await signSigV4(message, {
    accessKeyId,
    secretAccessKey,
    region: 'us-east-1',
    service: 'door',
    time: now,
    host,
    ...more,
  });
  return { ...message, fields: [...message.fields, ...fields] };
};
const edited = (message: Message, from: string | RegExp, to: string): Message => ({
  ...message,
  fields: message.fields.map(([name, value]): Field => [name, value.replace(from, to)]),
});
const without = (message: Message, name: string): Message => ({
  ...message,
  fields: message.fields.filter(([fieldName]) => fieldName !== name),
});
const refusal = async (message: Message) => {
  const { authentication, last } = await verified(scheme, message);
  expect(authentication).toEqual({ outcome: 'refused', params: [] });
  expect(last).toMatchObject({ outcome: 'failed', stage: 'authentication' });
  expect(last?.expected).toBeTruthy();
  return last;
};

describe('sigV4 recognises', () => {
  it.each([
    ['a GET', {}, get],
    ['a POST, with the hash of its content', {}, post],
    [
      'further fields',
      { also: ['accept'] },
      request([
        ['Host', host],
        ['Accept', '*/*'],
      ]),
    ],
    ['a query in any order: both sides sort', {}, { ...get, target: '/door/?b=2&a=1' }],
    ['a clock that is 15 minutes late', { time: new Date(now.getTime() - 900_000) }, get],
  ])('%s', async (_title, more, message) => {
    const { authentication, steps } = await verified(scheme, await signed(more, message));
    expect(authentication).toEqual({ outcome: 'authenticated', principal: ada });
    expect(steps.map(({ check }) => check)).toEqual(scheme.checks.map(({ check }) => check));
  });

  it('content that is not hashed on purpose', async () => {
    const named = {
      ...post,
      fields: [...post.fields, ['X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD'] as const],
    };
    const fields = [...named.fields, ['X-Amz-Date', amzDate(now)] as const];
    const { sigV4 } = await import('./canonical');
    const names = ['host', 'x-amz-content-sha256', 'x-amz-date'];
    const scope = { day: '20261123', region: 'us-east-1', service: 'door' };
    const canonical = canonicalRequest({ ...named, fields }, names, 'UNSIGNED-PAYLOAD', {
      host,
      service: 'door',
    });
    const value = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261123/us-east-1/door/aws4_request,SignedHeaders=${names.join(';')},Signature=${await sigV4(secretAccessKey, amzDate(now), scope, canonical)}`;
    const { authentication } = await verified(scheme, {
      ...named,
      fields: [...fields, ['Authorization', value]],
    });
    expect(authentication.outcome).toBe('authenticated');
  });
});

it.each([
  ['without Authorization', request([]), 'no Authorization header'],
  ['in another scheme', authorized('Bearer abc'), 'Authorization with the scheme Bearer'],
])('sigV4 finds nothing %s', async (_title, message, saw) => {
  expect((await verified(scheme, message)).authentication).toEqual({ outcome: 'absent', saw });
});

describe('sigV4 cannot read (400)', () => {
  it.each([
    [
      'nothing behind the scheme',
      /AWS4-HMAC-SHA256 .*/,
      'AWS4-HMAC-SHA256',
      'nothing where a parameter is expected',
    ],
    ['no Signature', /, Signature=.*/, '', 'no Signature'],
    ['no SignedHeaders', /SignedHeaders=[^,]*, /, '', 'no SignedHeaders'],
    ['no Credential', /Credential=[^,]*, /, '', 'no Credential'],
    ['Signature twice', /, Signature=/, ', Signature=a, Signature=', 'Signature twice'],
    ['another case', 'Credential=', 'credential=', 'credential in place of Credential'],
    [
      'another parameter',
      'Signature=',
      'Sig=',
      'a parameter that begins with the character S and is none of the three',
    ],
    ['a comma at the end', /$/, ',', 'nothing where a parameter is expected'],
    [
      'a key alone as Credential',
      /Credential=[^,]*/,
      'Credential=TOYADA',
      'a Credential of 1 part in place of 5',
    ],
    ['another end', 'aws4_request', 'aws4', 'a Credential that does not end in aws4_request'],
    ['no day', '/20261123/', '/today/', 'a Credential whose second part is no day as YYYYMMDD'],
    ['no key', 'TOYADAADAADA', '', 'a Credential with an empty part'],
    ['capitals', ';x-amz-date', ';X-Amz-Date', 'SignedHeaders with capitals'],
    ['another order', 'host;x-amz-date', 'x-amz-date;host', 'SignedHeaders out of order'],
    ['an empty name', 'host;', 'host;;', 'an empty name in SignedHeaders'],
    ['a cut signature', /Signature=../, 'Signature=', 'a Signature of 62 bytes or with other letters'],
    ['a date of HTTP', /^20261123T.*/, 'Mon, 23 Nov 2026 10:00:00 GMT', 'a date of another form'],
    ['a month that is none', /^20261123T/, '20261323T', '20261323T100000Z'],
  ])('%s', async (_title, from, to, saw) => {
    const { authentication, last } = await verified(scheme, edited(await signed(), from, to));
    expect(authentication).toEqual({ outcome: 'malformed', params: [] });
    expect(last).toMatchObject({ stage: 'syntax', outcome: 'failed', saw });
  });

  it('no X-Amz-Date, or two', async () => {
    const message = await signed();
    const none = await verified(scheme, without(message, 'X-Amz-Date'));
    expect(none.last).toMatchObject({ saw: 'no X-Amz-Date' });
    const two = { ...message, fields: [...message.fields, ['x-amz-date', amzDate(now)] as const] };
    expect((await verified(scheme, two)).last).toMatchObject({ saw: '2 header lines' });
  });
});

describe('sigV4 refuses (403)', () => {
  const minutes = (count: number) => ({ time: new Date(now.getTime() + count * 60_000) });
  it.each([
    ['an unknown key', { accessKeyId: '__proto__' }, 'the access key is known', '…… (9 bytes)'],
    [
      'another region',
      { region: 'eu-west-1' },
      'the credential is for this service',
      '20261123/eu-west-1/door/aws4_request',
    ],
    [
      'another service',
      { service: 's3' },
      'the credential is for this service',
      '20261123/us-east-1/s3/aws4_request',
    ],
    [
      'a time too late',
      minutes(16),
      'the time is right to 15 minutes',
      '20261123T101600Z: 960 seconds in the future',
    ],
    [
      'a time too early',
      minutes(-16),
      'the time is right to 15 minutes',
      '20261123T094400Z: 960 seconds ago',
    ],
    [
      'another secret',
      { secretAccessKey: 'guess' },
      'the signature matches the request',
      'the signature of another request, or by another secret',
    ],
  ])('%s', async (_title, more, check, saw) => {
    expect(await refusal(await signed(more))).toMatchObject({ check, saw });
  });

  it('a day that is not that of X-Amz-Date', async () => {
    const last = await refusal(edited(await signed(), '/20261123/', '/20261122/'));
    expect(last).toMatchObject({ check: 'the credential is for this service' });
  });

  it.each([
    ['host', 'host;x-amz-date', 'x-amz-date', 'host is not signed'],
    ['x-amz-date', 'host;x-amz-date', 'host', 'x-amz-date is not signed'],
    ['a field that is not there', 'host;', 'date;host;', 'date is named and is not in the request'],
  ])('a signature without %s', async (_title, from, to, saw) => {
    expect(await refusal(edited(await signed(), from, to))).toMatchObject({ saw });
  });

  it('other content than was hashed', async () => {
    const message = { ...(await signed({}, post)), body: new TextEncoder().encode('bye') };
    expect(await refusal(message)).toMatchObject({
      check: 'X-Amz-Content-Sha256 is that of the content',
      saw: 'the hash of other content than the 3 bytes that came',
    });
    const streamed = edited(await signed({}, post), /^[0-9a-f]{64}$/, 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD');
    expect(await refusal(streamed)).toMatchObject({ saw: 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD' });
  });

  it.each([
    ['method', (message: Message) => ({ ...message, method: 'DELETE' })],
    ['path', (message: Message) => ({ ...message, target: '/Door/?a=1&b=2' })],
    ['query', (message: Message) => ({ ...message, target: '/door/?a=1&b=3' })],
    ['host', (message: Message) => edited(message, /^doorman\.example$/, 'evil.example')],
    ['content', (message: Message) => ({ ...message, body })],
  ])(
    'another %s than was signed, with the canonical request and not the signature',
    async (_title, change) => {
      const last = await refusal(change(await signed()));
      expect(last?.check).toBe('the signature matches the request');
      expect(last?.expected).toMatch(/canonical request: (?:GET|DELETE)\\n\/[dD]oor\/\\na=1&b=[23]\\nhost:/);
      expect(last?.expected).toContain(await sha256Hex(change(get).body));
      expect(JSON.stringify(last)).not.toContain(secretAccessKey);
    },
  );
});

describe('the trace names the part that was signed in another way', () => {
  const at = (target: string, method = 'GET') => ({ ...get, target, method });
  it.each([
    ['the method was signed as POST', at('/door/', 'POST'), at('/door/')],
    ['the path was signed without its last slash', at('/door'), at('/door/')],
    ['the path was signed with a slash at its end', at('/door/'), at('/door')],
    ['the query was left out', at('/door/'), at('/door/?a=1')],
  ])('%s', async (saw, asSigned, asSent) => {
    const { fields } = await signed({}, asSigned);
    expect(await refusal({ ...asSent, fields })).toMatchObject({
      check: 'the signature matches the request',
      saw,
    });
  });

  it('the host was signed without its port', async () => {
    const message = edited(await signed({}, get), /^doorman\.example$/, 'doorman.example:8443');
    expect(await refusal(message)).toMatchObject({ saw: 'the host was signed without its port' });
  });
});

describe('at a door', () => {
  const resource = { realm: 'lobby', schemes: [scheme] as const, policy: anyone };

  it('every refusal is 403 without a challenge, what is incomplete 400', async () => {
    for (const message of [request([]), await signed({ region: 'mars' }), authorized('Basic YTpi')]) {
      expect(await decide(message, resource, env)).toMatchObject({
        status: 403,
        principal: null,
        challenges: [],
      });
    }
    for (const message of [
      authorized('AWS4-HMAC-SHA256 x'),
      authorized('AWS4-HMAC-SHA256 a=b', 'Basic YTpi'),
    ]) {
      expect(await decide(message, resource, env)).toMatchObject({ status: 400, challenges: [] });
    }
    const admin = { ...resource, policy: requireRole('administrator') };
    expect(await decide(await signed(), admin, env)).toMatchObject({ status: 403, principal: ada });
    expect(await decide(await signed(), resource, env)).toMatchObject({ status: 200 });
  });

  it('garbage is refused in under 50 ms', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'CredentialSignature=,;/ 0aé%&'), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, async (garbage) => {
        const long = garbage.repeat(Math.ceil(14_000 / Math.max(garbage.length, 1)));
        const good = await signed();
        for (const value of [
          `AWS4-HMAC-SHA256 ${garbage}`,
          `AWS4-HMAC-SHA256 ${long}`,
          `AWS4-HMAC-SHA256 Credential=a/20261123/us-east-1/door/aws4_request, SignedHeaders=${long}, Signature=${garbage}`,
        ]) {
          for (const message of [authorized(value), { ...good, target: `/?${long}` }]) {
            const took = await duration(async () =>
              expect([400, 403]).toContain((await decide(message, resource, env)).status),
            );
            expect(took).toBeLessThan(50);
          }
        }
      }),
    );
  });
});
