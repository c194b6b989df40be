import { afterEach, expect, it, vi } from 'vitest';
import { securityContacts, securityText } from './security-text';

afterEach(() => vi.unstubAllEnvs());

it('has contact, an end within a year, and the address of this server, whatever Host says (RFC 9116 §2.5)', () => {
  vi.stubEnv('SECURITY_CONTACT', 'mailto:security@doorman.example, https://doorman.example/report');
  vi.stubEnv('PUBLIC_ORIGIN', 'https://doorman.example');
  expect(securityText('evil.example', new Date('2026-01-01T00:00:00Z'))).toBe(
    [
      'Contact: mailto:security@doorman.example',
      'Contact: https://doorman.example/report',
      'Expires: 2026-06-30T00:00:00.000Z',
      'Preferred-Languages: en',
      'Canonical: https://doorman.example/.well-known/security.txt',
      '',
    ].join('\n'),
  );
});

it('there is none without a contact, and a contact is an address', () => {
  expect(securityText(null, new Date())).toBeUndefined();
  expect(() => securityContacts('security@doorman.example')).toThrow('SECURITY_CONTACT must be');
  expect(() => securityContacts('mailto:a@b\nExpires: 1')).toThrow('SECURITY_CONTACT must be');
});
