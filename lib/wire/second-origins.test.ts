import { expect, it } from 'vitest';
import { pagePolicy } from './page-policy';
import { secondOrigins } from './second-origins';

const machine = 'http://localhost:* http://127.0.0.1:*';

it.each<[NodeJS.Dict<string>, string]>([
  [{}, machine],
  [{ PUBLIC_ORIGIN: '' }, machine],
  [{ PUBLIC_ORIGIN: 'http://localhost:3000' }, machine],
  [{ PUBLIC_ORIGIN: 'https://doorman.example' }, ''],
  [{ PUBLIC_ORIGIN: 'https://localhost.example' }, ''],
  [{ PUBLIC_ORIGIN: 'https://doorman.example', SECOND_ORIGIN: 'https://two.example' }, 'https://two.example'],
])('with %j pages may connect to “%s” besides their own origin', (env, origins) => {
  expect(secondOrigins(env)).toBe(origins);
});

it('a public server lets no page connect to the reader’s machine', () => {
  const policy = pagePolicy([], secondOrigins({ PUBLIC_ORIGIN: 'https://doorman.example' }));
  expect(policy).toContain("connect-src 'self';");
  expect(policy).not.toContain('localhost');
});
