import { expect, it } from 'vitest';
import { cookiesOf, cookieValues } from './cookies';
import { request } from './fixtures';

const cookies = (...lines: string[]) => cookiesOf(request(lines.map((line) => ['Cookie', line] as const)));

it('cookies are pairs divided by semicolons, from all lines, in order (RFC 6265 §4.2.1)', () => {
  expect(cookies('a=1; b=2', 'c=3')).toEqual([
    ['a', '1'],
    ['b', '2'],
    ['c', '3'],
  ]);
});

it('a value holds equals signs, quotation marks and escapes as they came (RFC 6265 §5.2)', () => {
  expect(cookies('a=b=c; d="e"; f=%41')).toEqual([
    ['a', 'b=c'],
    ['d', '"e"'],
    ['f', '%41'],
  ]);
});

it('what has no equals sign is no cookie, and empty pairs are none', () => {
  expect(cookies('; ;lonely;a=')).toEqual([['a', '']]);
  expect(cookies('', ';;;')).toEqual([]);
});

it('names are case-sensitive, and a name may come twice (RFC 6265 §5.3)', () => {
  const message = request([['cookie', 'a=1; A=2; a=3']]);
  expect(cookieValues(message, 'a')).toEqual(['1', '3']);
  expect(cookieValues(message, 'A')).toEqual(['2']);
});
