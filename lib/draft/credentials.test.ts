import { describe, expect, it } from 'vitest';
import type { Draft } from '@/lib/http-auth/draft';
import { utf8Octets } from '@/lib/http-auth/draft';
import { shareable } from './share';

const wallet = { username: 'ada', password: 'mellow-ribbon-42', token: 'toy-token-7', session: 's-1234' };
const start: Draft = { method: 'GET', path: '/?key=given', fields: [['X-API-Key', 'given']] };
const base64 = (text: string) => btoa(utf8Octets(text));
const share = (draft: Partial<Draft>) => {
  const whole: Draft = { method: 'GET', path: '/', fields: [], ...draft };
  return shareable(whole, wallet, start);
};
const field = (name: string, value: string) => {
  const { draft, places } = share({ fields: [[name, value]] });
  return { value: draft.fields[0]?.[1], places };
};

describe('a shared draft leaves out what was typed', () => {
  it.each([
    ['Authorization', `Basic ${base64('secret:shared')}`, 'Basic left-out'],
    ['authorization', 'Bearer my-secret', 'Bearer left-out'],
    ['Authorization', 'my-secret', 'left-out'],
    ['Authorization', 'Digest username="bob", response="0a0b"', 'Digest left-out'],
    ['Proxy-Authorization', 'Basic Ym9iOmJvYg==', 'Basic left-out'],
    ['Authorization', `Basic ${base64('bob:mellow-ribbon-42')}`, 'Basic left-out'],
    ['Cookie', 'a=1; b=two', 'a=left-out; b=left-out'],
    ['DPoP', 'eyJhbGciOiJFUzI1NiJ9.e30.c2ln', 'left-out'],
    ['X-API-Key', 'k-1', 'left-out'],
    ['X-Auth-Token', 't-1', 'left-out'],
    ['Signature', 'sig1=:AAAA:', 'left-out'],
    ['X-CSRF-Token', 'c-1', 'left-out'],
  ])('in %s: %s', (name, value, left) => {
    expect(field(name, value)).toEqual({ value: left, places: [name] });
  });

  it('in the query, in a form and in JSON, and nothing beside it', () => {
    const { draft, places } = share({
      path: '/notes?access_token=abc&page=2&api-key=9',
      body: '{"username": "bob", "password": "p\\"w", "pin": 1234, "tokens": 3, "token_type": "x"}',
    });
    expect(draft.path).toBe('/notes?access_token=left-out&page=2&api-key=left-out');
    expect(draft.body).toBe(
      '{"username": "bob", "password": "left-out", "pin": "left-out", "tokens": 3, "token_type": "x"}',
    );
    expect(places).toEqual([
      'access_token in the path',
      'api-key in the path',
      'password in the body',
      'pin in the body',
    ]);
    const form = share({ body: 'grant_type=refresh_token&refresh_token=r-1&client_secret=' });
    expect(form.draft.body).toBe('grant_type=refresh_token&refresh_token=left-out&client_secret=');
  });
});

describe('a shared draft keeps', () => {
  it.each([
    ['Authorization', `Basic ${base64('ada:mellow-ribbon-42')}`, 'Basic {base64:username:password}'],
    ['Authorization', `Basic ${base64('ada:mellow-ribbon-42\n')}`, /^Basic \{base64=.*%0A\}$/],
    ['Authorization', 'Bearer Bearer toy-token-7', 'Bearer Bearer {token}'],
    ['Authorization', 'Bearertoy-token-7', 'Bearer{token}'],
    ['Authorization', 'Bearer undefined', 'Bearer undefined'],
    ['Authorization', 'Bearer', 'Bearer'],
    ['Cookie', 'sid=s-1234', 'sid={session}'],
    ['Accept-Signature', 'sig1=()', 'sig1=()'],
    ['Access-Control-Request-Headers', 'authorization', 'authorization'],
    ['Content-Type', 'application/json', 'application/json'],
    ['X-API-Key', 'given', 'given'],
  ])('what is no typed credential: %s: %s', (name, value, unchanged) => {
    const shared = field(name, value);
    expect(shared.value).toMatch(unchanged);
    expect(shared.places).toEqual([]);
  });

  it('a path that the exercise begins with, and a body of placeholders', () => {
    const body = '{"username":"ada","password":"mellow-ribbon-42"}';
    const { draft, places } = share({ path: '/?key=given', body });
    expect(draft.path).toBe('/?key=given');
    expect(draft.body).toBe('{"username":"{username}","password":"{password}"}');
    expect(places).toEqual([]);
  });
});
