import { expect, test } from 'vitest';
import { isKnownRule, ruleAnchor, ruleTitle } from './rule-title';

test('a rule has the title of its section, and an anchor', () => {
  expect(ruleTitle('RFC 9110 §15.5.2')).toEqual({
    rfc: 9110,
    document: 'HTTP Semantics',
    section: '401 Unauthorized',
  });
  expect(ruleAnchor('RFC 7617 §B.2')).toBe('rfc-7617-b.2');
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
