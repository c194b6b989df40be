import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseExamples, wordsOfExamples } from './examples';

const examples = [
  { cause: 'proxy', text: 'nginx upstream answers 401 since the proxy was added' },
  { cause: 'proxy', text: 'behind nginx the header is gone' },
  { cause: 'clock', text: 'the token is not yet valid, 401 on one machine' },
  { cause: 'clock', text: '401 for some minutes' },
  { cause: 'clock', text: '401, then it works' },
  { cause: 'clock', text: '401 again' },
];

describe('what is learnt from pastes', () => {
  const learnt = wordsOfExamples(examples);
  const weights = new Map(parseExamples(learnt.get('proxy') ?? ''));

  test('is for each cause the words of its pastes', () => {
    expect([...learnt.keys()]).toEqual(['proxy', 'clock']);
    expect([...weights.keys()]).toContain('nginx');
    expect([...weights.keys()]).not.toContain('machine');
  });

  test('weighs a word more that stands in more of them, and less where it stands elsewhere', () => {
    expect(weights.get('nginx')).toBeGreaterThan(weights.get('header') ?? 0);
    expect(weights.get('upstream')).toBeGreaterThan(weights.get('401') ?? 0);
  });

  test('has no word of a secret', () => {
    const secret = 'ghp_abcdefghijklmnopqrstuvwxyz0123456789';
    const withSecret = wordsOfExamples([{ cause: 'leak', text: `the token is ${secret}` }]);
    expect(withSecret.get('leak')).toContain('token');
    expect(withSecret.get('leak')).not.toContain('abcdef');
  });

  test('is bounded, and can be read again, whatever the pastes are', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ cause: fc.constantFrom('a', 'b'), text: fc.string() })), (pastes) => {
        for (const text of wordsOfExamples(pastes).values()) {
          const parsed = parseExamples(text);
          expect(parsed.length).toBeLessThanOrEqual(80);
          expect(parsed.every(([term, weight]) => term !== '' && weight > 0)).toBe(true);
        }
      }),
    );
  });
});
