/** What a browser stores and sends, by the examples and the algorithms of RFC 6265bis. */
import { describe, expect, it } from 'vitest';
import { type CookieCall, cookieSteps, readCookieLine, siteOf } from './cookie-check';

const call: CookieCall = {
  setBy: 'https://id.site.example/session/new',
  page: 'https://site.example',
  target: 'https://id.site.example/session/now',
};

function sent(line: string, changed: Partial<CookieCall> = {}): string {
  const read = readCookieLine(new TextEncoder().encode(`Set-Cookie: ${line}`));
  if (!read.ok) return read.trace.at(-1)?.check ?? '';
  const steps = cookieSteps(read.value, { ...call, ...changed });
  return steps.find(({ outcome }) => outcome === 'failed')?.check ?? 'sent';
}

describe('the prefixes of a name (RFC 6265bis §5.4)', () => {
  const refused = 'the attributes fit the prefix of the name';
  it.each([
    '__Secure-SID=12345; Domain=site.example',
    '__SECURE-SID=12345; Domain=site.example',
    '__Host-SID=12345',
    '__host-SID=12345; Secure',
    '__HOST-SID=12345; Domain=site.example; Path=/',
    '__Host-SID=12345; Secure; Domain=site.example; Path=/',
  ])('refuses the example %s', (line) => expect(sent(line)).toBe(refused));

  it.each([
    '__Secure-SID=12345; Domain=site.example; Secure; Path=/',
    '__secure-SID=12345; Domain=site.example; Secure',
    '__Host-SID=12345; Secure; Path=/',
    '__HOST-SID=12345; Secure; Path=/',
  ])('takes the example %s', (line) => expect(sent(line)).toBe('sent'));
});

describe('Domain (RFC 6265bis §5.6.3, §5.7)', () => {
  const refused = 'the host that sets the cookie may use this Domain';
  it.each([
    ['a=b; Domain=site.example', 'sent'],
    ['a=b; Domain=.Site.Example', 'sent'],
    ['a=b; Domain=id.site.example', 'sent'],
    ['a=b; Domain=api.site.example', refused],
    ['a=b; Domain=deep.id.site.example', refused],
    ['a=b; Domain=d.site.example', refused],
    ['a=b; Domain=example', refused],
    ['a=b; Domain=site.example; Domain=other.example', refused],
    ['a=b; Domain=other.example; Domain=site.example', 'sent'],
  ])('%s: %s', (line, outcome) => expect(sent(line)).toBe(outcome));

  it('without it a cookie is for the host that set it', () => {
    const target = 'https://api.site.example/session/now';
    expect(sent('a=b', { target })).toBe('the cookie is for the host of the request');
    expect(sent('a=b; Domain=site.example', { target })).toBe('sent');
  });
});

describe('Path (RFC 6265bis §5.1.4)', () => {
  const refused = 'the cookie is for the path of the request';
  it.each([
    ['a=b; Path=/session', 'sent'],
    ['a=b; Path=/session/', 'sent'],
    ['a=b; Path=/sess', refused],
    ['a=b; Path=/session/now/then', refused],
    ['a=b; Path=other', 'sent'],
    ['a=b; Path=', 'sent'],
  ])('%s: %s', (line, outcome) => expect(sent(line)).toBe(outcome));
});

describe('SameSite (RFC 6265bis §5.2, §5.8.3)', () => {
  const refused = 'SameSite lets the page of this site send the cookie';
  const page = 'https://other.example';
  it.each([
    ['a=b', refused],
    ['a=b; SameSite=Lax', refused],
    ['a=b; SameSite=strict', refused],
    ['a=b; SameSite=anything', refused],
    ['a=b; SameSite=None', 'SameSite=None comes with Secure'],
    ['a=b; samesite=NONE; secure', 'sent'],
  ])('from another site, %s: %s', (line, outcome) => expect(sent(line, { page })).toBe(outcome));

  it('counts scheme and registered name, and neither port nor host', () => {
    expect(siteOf('https://api.site.example:8443/x')).toBe(siteOf('https://site.example'));
    expect(siteOf('http://site.example')).not.toBe(siteOf('https://site.example'));
    expect(sent('a=b; SameSite=Strict', { page: 'https://www.site.example:444' })).toBe('sent');
  });
});

it.each(['', 'sid', '=toy', '; Path=/'])('a line without a name is not read: %j', (line) => {
  expect(sent(line)).toBe('the content is one Set-Cookie header with a name');
});
