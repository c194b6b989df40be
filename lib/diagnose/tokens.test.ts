/** Finding tokens in a text. */
import { expect, test } from 'vitest';
import { tokensIn } from './tokens';

const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.signature';

test.each([
  `Bearer ${token}`,
  `"${token}"`,
  `session-${token}`,
  `login.example.${token}`,
  `a-long-name.${token}`,
  `https://app.example/?jwt=${token}&a=b`,
])('a token is found wherever it begins: %s', (text) => {
  const start = text.indexOf(token);
  expect(tokensIn(text)).toEqual([
    { text: token, header: { alg: 'HS256' }, claims: { sub: 'ada' }, start, end: start + token.length },
  ]);
});

test('one token is named once, and what only looks like one is not', () => {
  expect(tokensIn(`${token} ${token} eyJub3QganNvbg.aa.bb keyJhbGciOiJIUzI1NiJ9.eyJ9.a`)).toHaveLength(1);
});

test('a token that never ends takes no longer than its text', () => {
  const begun = process.cpuUsage();
  expect(tokensIn('eyJ-'.repeat(500_000))).toEqual([]);
  const { user } = process.cpuUsage(begun);
  expect(user / 1000).toBeLessThan(2000);
});
