import { expect, test } from 'vitest';
import { ruleUrl } from './rule';
import { isKnownRule, ruleAnchor, ruleTitle } from './rule-title';

test('a rule has the title of its section, and an anchor', () => {
  expect(ruleTitle('RFC 9110 §15.5.2')).toEqual({
    document: 'HTTP Semantics',
    section: '401 Unauthorized',
  });
  expect(ruleAnchor('RFC 7617 §B.2')).toBe('rfc-7617-b.2');
});

test('the Fetch standard and the draft on cookies are rules too', () => {
  expect(ruleTitle('Fetch §cors-check')).toEqual({ document: 'Fetch', section: 'CORS check' });
  expect(ruleAnchor('Fetch §cors-check')).toBe('fetch-cors-check');
  expect(ruleUrl('Fetch §cors-check')).toBe('https://fetch.spec.whatwg.org/#cors-check');
  expect(ruleTitle('RFC 6265bis §5.6.7.1').section).toBe('"Strict" and "Lax" enforcement');
  expect(ruleUrl('RFC 6265bis §5.6.7.1')).toMatch(/draft-ietf-httpbis-rfc6265bis#section-5\.6\.7\.1$/);
  expect([isKnownRule('Fetch §4.10'), isKnownRule('Fetch §no-such-section')]).toEqual([false, false]);
});

test('a section that nobody has looked up is no rule to show', () => {
  const unknown = `RFC ${7000 + 617} §9` as const;
  expect([isKnownRule(unknown), isKnownRule('RFC 7617'), isKnownRule('RFC 7617 §2')]).toEqual([
    false,
    false,
    true,
  ]);
  expect(() => ruleTitle(unknown)).toThrow('is not in lib/http-auth/rfc-sections.json');
});
