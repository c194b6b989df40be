import { describe, expect, it } from 'vitest';
import type { Draft } from '@/lib/http-auth/draft';
import { looksSecret } from './secrets';

const carrying = (value: string): Draft => ({ method: 'GET', path: '/', fields: [['Authorization', value]] });
const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (claims: object) => `${base64url({ alg: 'ES256' })}.${base64url(claims)}.c2ln`;
// Put together here, so that nothing in this file looks like a key to those who look for keys.
const fake = (prefix: string, length: number) => prefix + 'A1b2C3d4'.repeat(9).slice(0, length);

describe('what looks like a real secret', () => {
  it.each([
    ['sk' + '_live_', 24, 'Stripe'],
    ['gh' + 'p_', 36, 'GitHub'],
    ['github' + '_pat_', 40, 'GitHub'],
    ['glp' + 'at-', 20, 'GitLab'],
    ['xo' + 'xb-', 24, 'Slack'],
    ['AI' + 'za', 35, 'Google'],
    ['np' + 'm_', 36, 'npm'],
    ['sk' + '-', 40, 'secret key'],
  ])('is a key that begins with %s', (prefix, length, name) => {
    const key = fake(prefix, length);
    expect(looksSecret(carrying(`Bearer ${key}`))).toContain(name);
    expect(looksSecret({ ...carrying(''), path: `/?key=${key}` })).toContain(name);
    expect(looksSecret({ ...carrying(''), body: `{"key":"${key}"}` })).toContain(name);
    expect(looksSecret(carrying(`Basic ${Buffer.from(`ada:${key}`).toString('base64')}`))).toContain(name);
  });

  it('is an AWS access key or a private key', () => {
    expect(looksSecret(carrying(`AKI${'A1B2C3D4E5F6G7H8J9'.slice(0, 17)}`))).toContain('AWS');
    expect(
      looksSecret({ ...carrying(''), body: ['-----BEGIN RSA PRIVATE', 'KEY-----'].join(' ') }),
    ).toContain('private key');
  });

  it('is a token whose issuer is somebody’s, or nobody', () => {
    expect(looksSecret(carrying(`Bearer ${token({ iss: 'https://login.example.com' })}`))).toContain(
      'login.example.com',
    );
    expect(looksSecret(carrying(`Bearer ${token({ sub: 'ada' })}`))).toContain('does not say');
    expect(looksSecret(carrying(`Bearer ${token({ iss: 'https://a@issuer.example' })}`))).toBeDefined();
    expect(looksSecret(carrying(`Bearer ${token({ iss: 7 })}`))).toBeDefined();
    expect(
      looksSecret(carrying(`Bearer ${token({ iss: 'https://login.example.com/?/api/sandbox/' })}`)),
    ).toBeDefined();
  });
});

describe('what is a toy', () => {
  it.each([
    'Basic YWRhOm9wZW4gc2VzYW1l',
    'Bearer toy-abcdefghijkmnpqrstuvwxyz',
    `Bearer ${token({ iss: 'https://issuer.doorman.example' })}`,
    `Bearer ${token({ iss: 'issuer.example', exp: 1 })}`,
    `Bearer ${token({ iss: 'http://localhost:3000/api/sandbox/open-oauth/my-attempt-1' })}`,
    token({ htm: 'GET', htu: 'http://localhost:3000/', jti: 'one' }),
    'Bearer undefined',
    '',
  ])('may pass: %s', (value) => expect(looksSecret(carrying(value))).toBeUndefined());

  it('is whatever the wallet holds', () => {
    const odd = token({ sub: 'ada' });
    expect(looksSecret(carrying(`Bearer ${odd}`), [odd, ''])).toBeUndefined();
  });
});
