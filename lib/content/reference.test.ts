import { describe, expect, test } from 'vitest';
import { reasonPhrase } from '@/lib/draft/status';
import { catalog } from '@/lib/figures/catalog';
import { listCauses } from './causes';
import { challengeFault } from './challenge-laws';
import { fieldFaults, referenceAnchors, schemeFaults } from './check-reference';
import { errorText } from './fixtures';
import { listLessons, loadGlossary } from './lessons';
import { loadFields, loadSchemes, loadStatuses, readFields, readSchemes, readStatuses } from './reference';

describe('the reference', () => {
  test('explains every scheme that an exercise uses', async () => {
    const used = new Set((await catalog()).flatMap(({ schemes }) => schemes));
    expect([...used].filter((name) => !Object.hasOwn(loadSchemes(), name))).toEqual([]);
  }, 30_000);

  test('explains every refusal that a lesson, a cause or an exercise is about', async () => {
    const met = [...listLessons(), ...listCauses()].flatMap(({ statuses }) => statuses);
    const goals = (await catalog()).map(({ goal }) => goal.status);
    const codes = Object.keys(loadStatuses());
    const missing = [...new Set([...met, ...goals])].filter((status) => !codes.includes(String(status)));
    expect(missing.filter((status) => status >= 300)).toEqual([]);
  }, 30_000);

  test('calls each status as the server does', () => {
    for (const [status, { name }] of Object.entries(loadStatuses())) {
      expect(['', name]).toContain(reasonPhrase(Number(status)));
    }
  });

  test('has challenges that a server could send', () => {
    expect(schemeFaults(loadSchemes())).toEqual([]);
    expect(fieldFaults(loadFields())).toEqual([]);
  });

  test('has sixty words or more, and none of them twice', () => {
    const terms = Object.values(loadGlossary()).map(({ term }) => term);
    expect(terms.length).toBeGreaterThanOrEqual(60);
    expect(new Set(terms).size).toBe(terms.length);
  });

  test('has anchors that links can be checked against', () => {
    expect(referenceAnchors('/reference/statuses')?.has('401')).toBe(true);
    expect(referenceAnchors('/reference/fields')?.has('www-authenticate')).toBe(true);
    expect(referenceAnchors('/reference/schemes')?.has('basic')).toBe(true);
    expect(referenceAnchors('/reference/glossary')?.has('realm')).toBe(true);
    expect(referenceAnchors('/reference/nothing')).toBeUndefined();
  });
});

describe('a mistake in a file of the reference', () => {
  test.each([
    [
      'statuses',
      () => readStatuses('99: { name: a, says: b, act: c, cache: d, challenge: e, rule: RFC 9110 §15 }'),
      'content/statuses.yaml',
      'The key is no status',
    ],
    ['schemes', () => readSchemes('Basic:\n  about: x\n'), 'content/schemes.yaml', 'registered'],
    ['fields', () => readFields('Vary:\n  group: x\n'), 'content/fields.yaml', 'Vary.sent'],
  ])('%s is told with file and key', (_, read, file, reason) => {
    const message = errorText(read);
    expect(message).toContain(file);
    expect(message).toContain(reason);
  });
});

describe('a challenge that is shown', () => {
  test.each([
    'Basic realm="library"',
    'Basic realm="library", charset="UTF-8", Bearer realm="library"',
    'Digest realm="a", nonce="n", qop="auth", algorithm=SHA-256',
    'Bearer error="invalid_token"',
    'DPoP',
    'Negotiate',
  ])('may be %s', (value) => {
    expect(challengeFault(value)).toBeUndefined();
  });

  test.each([
    ['', 'no challenge'],
    ['Basic', 'lacks realm'],
    ['Basic realm="a", charset="latin1"', 'no charset'],
    ['Bearer', 'at least one parameter'],
    ['Bearer error="expired"', 'no error “expired”'],
    ['Digest realm="a", nonce="n"', 'lacks qop'],
    ['Basic realm="open', 'does not parse'],
    ['Bearer realm="a", realm="b"', 'does not parse'],
  ])('may not be “%s”', (value, reason) => {
    expect(challengeFault(value)).toContain(reason);
  });
});
