import { describe, expect, it, test } from 'vitest';
import { request, verified } from '@/lib/http-auth/fixtures';
import type { Field } from '@/lib/http-auth/message';
import { canonicalQuery, canonicalRequest } from './canonical';
import { signSigV4 } from './client';
import { sigV4Scheme } from './sigv4';
import vectors from './vectors.json';

const ada = { name: 'Ada' };
const host = 'doorman.example';

describe('published examples', () => {
  test.each(vectors)('$source', async ({ target, fields, time, signature, source, ...signing }) => {
    const message = request(fields as unknown as Field[], { target });
    const signed = await signSigV4(message, {
      ...signing,
      region: 'us-east-1',
      time: new Date(time),
      host: '',
    });
    expect(signed.at(-1)?.[1]).toContain(`Signature=${signature}`);
    const { accessKeyId, secretAccessKey, service } = signing;
    const theirs = sigV4Scheme({
      keys: [{ accessKeyId, secretAccessKey, principal: ada }],
      region: 'us-east-1',
      service,
    });
    const whole = { ...message, fields: [...message.fields, ...signed] };
    expect((await verified(theirs, whole, new Date(time))).authentication, source).toMatchObject({
      principal: ada,
    });
  });
});

describe('the canonical request', () => {
  it.each([
    ['nothing', '', ''],
    ['an order by name and then by value', 'b=2&a=2&a=1&A=3', 'A=3&a=1&a=2&b=2'],
    ['names before values', 'a-b=1&a=2', 'a=2&a-b=1'],
    ['an equals sign where there is none', 'acl&x', 'acl=&x='],
    ['one encoding', 'p=%7e/%2f+%c3%a9&%zz=1', '%25zz=1&p=~%2F%2F%2B%C3%A9'],
    ['an equals sign inside', 'a=b=c', 'a=b%3Dc'],
  ])('has a query with %s', (_title, query, canonical) => {
    expect(canonicalQuery(query)).toBe(canonical);
  });

  it('has fields in lower case, with single spaces, lines joined; the path is encoded once more', () => {
    const message = request(
      [
        ['Host', host],
        ['X-A', '  b   c '],
        ['x-a', 'd'],
      ],
      { target: '/a%20b/..?x' },
    );
    expect(canonicalRequest(message, ['host', 'x-a'], 'HASH', { host, service: 'door' })).toBe(
      `GET\n/a%2520b/..\nx=\nhost:${host}\nx-a:b c,d\n\nhost;x-a\nHASH`,
    );
  });
});
