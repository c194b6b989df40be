import { AwsV4Signer } from 'aws4fetch';
import { describe, expect, it } from 'vitest';
import { now, request, verified } from '@/lib/http-auth/fixtures';
import type { Message } from '@/lib/http-auth/message';
import { amzDate } from './canonical';
import { presignSigV4, type SigV4Signing } from './client';
import { sigV4Scheme } from './sigv4';

const accessKeyId = 'TOYKEY';
const secretAccessKey = 'toy-secret';
const ada = { name: 'Ada' };
const place = { region: 'us-east-1', service: 'door' };
const host = 'doorman.example';
const scheme = sigV4Scheme({ keys: [{ accessKeyId, secretAccessKey, principal: ada }], ...place });
const get = request([['Host', host]], { target: '/door?a=1' });

async function presigned(more: Partial<SigV4Signing> = {}, expires = 60): Promise<Message> {
  const signing = { accessKeyId, secretAccessKey, ...place, time: now, host, ...more };
  return { ...get, target: `/door?${await presignSigV4(get, signing, expires)}` };
}
const edited = (message: Message, from: string | RegExp, to: string): Message => ({
  ...message,
  target: message.target.replace(from, to),
});
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe('a presigned address is taken', () => {
  it('until it ends, whoever has it', async () => {
    const message = await presigned();
    for (const at of [now, later(60)]) {
      expect((await verified(scheme, message, at)).authentication).toMatchObject({
        outcome: 'authenticated',
      });
    }
    expect((await verified(scheme, message, later(61))).last).toMatchObject({
      check: 'the time is right to 15 minutes',
      saw: `${amzDate(now)}: 61 seconds ago`,
    });
  });

  it('as another program makes it', async () => {
    const signer = new AwsV4Signer({
      url: `https://${host}/door?a=1&X-Amz-Expires=60`,
      accessKeyId,
      secretAccessKey,
      ...place,
      signQuery: true,
      datetime: amzDate(now),
    });
    const { url } = await signer.sign();
    const message = { ...get, target: url.pathname + url.search };
    expect((await verified(scheme, message)).authentication).toMatchObject({ outcome: 'authenticated' });
  });
});

describe('a presigned address is refused', () => {
  it('with 400 where Authorization was kept, whatever its scheme', async () => {
    for (const value of ['Bearer abc', 'Basic YTpi', 'AWS4-HMAC-SHA256 x']) {
      const message = await presigned();
      const withField = { ...message, fields: [...message.fields, ['Authorization', value] as const] };
      expect(await verified(scheme, withField)).toMatchObject({
        authentication: { outcome: 'malformed' },
        last: { check: 'the request is signed in one place', outcome: 'failed' },
      });
    }
  });

  it.each([
    ['without an end', /&X-Amz-Expires=\d+/, '', 'no X-Amz-Expires'],
    ['with an end in two weeks', 'Expires=60', 'Expires=1209600', 'X-Amz-Expires=1209600'],
    ['by another algorithm', 'AWS4-HMAC-SHA256', 'AWS4-HMAC-SHA1', 'the algorithm AWS4-HMAC-SHA1'],
    ['with a short signature', /(Signature=.{10}).*/, '$1', 'a Signature of 10 octets or with other letters'],
    ['with a date in words', /Date=\w+/, 'Date=today', 'the date today'],
  ])('with 400 %s', async (_title, from, to, saw) => {
    const { authentication, last } = await verified(scheme, edited(await presigned(), from, to));
    expect(authentication).toEqual({ outcome: 'malformed', params: [] });
    expect(last).toMatchObject({ outcome: 'failed', saw });
  });

  it.each([
    ['for longer than was signed', 'Expires=60', 'Expires=600'],
    ['for another query', 'a=1', 'a=2'],
    ['for another path', '/door', '/cellar'],
  ])('with 403 %s', async (_title, from, to) => {
    const { authentication, last } = await verified(scheme, edited(await presigned(), from, to));
    expect(authentication).toEqual({ outcome: 'refused', params: [] });
    expect(last).toMatchObject({ check: 'the signature matches the request', outcome: 'failed' });
  });
});
