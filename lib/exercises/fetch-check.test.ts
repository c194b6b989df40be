import { expect, test } from 'vitest';
import type { Field } from '@/lib/http-auth/message';
import { fetchSteps } from './fetch-check';

const plain = { origin: 'https://shop.example', withCookies: false, reads: 'WWW-Authenticate' };
const withCookies = { ...plain, withCookies: true };
const allow = (value: string): Field => ['Access-Control-Allow-Origin', value];
const expose = (value: string): Field => ['access-control-expose-headers', value];
const credentials = (value: string): Field => ['Access-Control-Allow-Credentials', value];

const firstFault = (...given: Parameters<typeof fetchSteps>) =>
  fetchSteps(...given).find(({ outcome }) => outcome === 'failed')?.check;

test.each([
  ['the origin and the name', [allow('https://shop.example'), expose('WWW-Authenticate')]],
  ['stars', [allow('*'), expose('*')]],
  ['a list in small letters', [allow('*'), expose('retry-after, www-authenticate')]],
  ['two lines of names', [allow('*'), expose('Retry-After'), expose('WWW-Authenticate')]],
] as [string, Field[]][])('a page without cookies can read the challenge with %s', (_, fields) => {
  expect(firstFault(fields, plain)).toBeUndefined();
});

test.each([
  ['nothing', []],
  ['a slash at the end', [allow('https://shop.example/')]],
  ['capital letters', [allow('https://Shop.example')]],
  ['another origin', [allow('https://other.example')]],
  ['two lines', [allow('https://shop.example'), allow('https://shop.example')]],
] as [string, Field[]][])('a page may not read a response with %s', (_, fields) => {
  expect(firstFault(fields, plain)).toBe('the origin of the page may read the response');
});

test('a script cannot read a challenge that is not exposed', () => {
  expect(firstFault([allow('*')], plain)).toBe('the script can read the challenge');
  expect(firstFault([allow('*'), expose('Retry-After')], plain)).toBe('the script can read the challenge');
});

test('no star counts where cookies are sent', () => {
  const page = allow('https://shop.example');
  expect(firstFault([allow('*'), credentials('true'), expose('WWW-Authenticate')], withCookies)).toBe(
    'the origin of the page may read the response',
  );
  expect(firstFault([page, expose('WWW-Authenticate')], withCookies)).toBe(
    'the response may be read by a page that sends cookies',
  );
  expect(firstFault([page, credentials('TRUE'), expose('WWW-Authenticate')], withCookies)).toBe(
    'the response may be read by a page that sends cookies',
  );
  expect(firstFault([page, credentials('true'), expose('*')], withCookies)).toBe(
    'the script can read the challenge',
  );
  expect(firstFault([page, credentials('true'), expose('WWW-Authenticate')], withCookies)).toBeUndefined();
});
