/**
 * What the diagnosis makes of pastes from public threads: the rates that it holds, and what it says for certain. The
 * cases are examples that it learns from, so a tenth of them at a time is read by what it learns from the others.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { type Case, listCases } from '@/lib/content/cases';
import { loadCues } from '@/lib/content/cues';
import { causeKnowledge } from '@/lib/figures/cause-knowledge';
import { type Diagnosis, diagnose } from './diagnose';
import { wordsOfExamples } from './examples';
import { prepare } from './rank';
import { read } from './read';

const now = Date.parse('2026-09-01T12:00:00Z');
const causes = causeKnowledge();
const slugs = new Set(causes.map(({ slug }) => slug));
const cues = loadCues();
const knowledge = prepare(causes, cues);
const parts = 10;
const cases = listCases();
/** Cases whose cause has its page; the others wait for theirs. */
const judged = cases.filter(({ cause }) => slugs.has(cause));

const place = ({ cause, also }: Case, { likely }: Diagnosis) =>
  likely.findIndex(({ slug }) => slug === cause || slug === also);

const reasonsFor = (head: string) =>
  diagnose(read(`${head}\nDate: Tue, 01 Sep 2026 10:00:00 GMT\n\n`), knowledge, now)
    .likely.map(({ reason }) => reason)
    .join(' ');

test.each([
  ['HTTP/1.1 403 Forbidden\nWWW-Authenticate: Bearer realm="notes"', /token is bad/],
  ['HTTP/1.1 403 Forbidden\nWWW-Authenticate: Negotiate', /token is bad/],
  ['HTTP/1.1 401 No\nWWW-Authenticate: DPoP algs="ES256", error="use_dpop_nonce"\nDPoP-Nonce: a', /Digest/],
  ['HTTP/1.1 401 No\nWWW-Authenticate: Bearer\nCache-Control: stale-if-error=60', /Digest/],
  [
    'GET / HTTP/1.1\nHost: a.example\nAuthorization: AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host, Signature=ab\n\nHTTP/1.1 403 No',
    /webhook|mentions a presigned/,
  ],
  ['HTTP/1.1 401 No\nWWW-Authenticate: Negotiate', /mentions IIS or Windows authentication\./],
  ['Behind nginx with digest auth it asks again and again.\n\nHTTP/1.1 401 No', /Basic authentication/],
])('no reason says what is not there: %j', (head, untrue) => {
  expect(reasonsFor(head)).not.toMatch(untrue);
});

test('a 403 with invalid_token is told from one that is right (RFC 6750 §3.1)', () => {
  const head = 'HTTP/1.1 403 Forbidden\nWWW-Authenticate: Bearer error="invalid_token"';
  expect(reasonsFor(head)).toMatch(/token is bad/);
});

describe('the cases', () => {
  const diagnoses = new Map<Case, Diagnosis>();
  beforeAll(() => {
    for (let part = 0; part < parts; part++) {
      const others = cases.filter((_, index) => index % parts !== part);
      const words = wordsOfExamples(others);
      const learnt = prepare(
        causes.map((cause) => ({ ...cause, examples: words.get(cause.slug) })),
        cues,
      );
      for (const testCase of cases.filter((_, index) => index % parts === part))
        diagnoses.set(testCase, diagnose(read(testCase.text), learnt, now));
    }
  }, 60_000);

  test('are 120 or more, each from a public source', () => {
    expect(cases.length).toBeGreaterThanOrEqual(120);
    expect(cases.filter(({ source }) => !/^https:\/\/\S+$/.test(source))).toEqual([]);
  });

  test('have the right cause first in 80 of 100, and among the first three in 95', () => {
    const places = judged.map((entry) => place(entry, diagnoses.get(entry) as Diagnosis));
    const first = places.filter((at) => at === 0).length;
    const three = places.filter((at) => at >= 0 && at < 3).length;
    const missed = judged.filter((_, index) => places[index] !== 0);
    const percent = (count: number) => ((100 * count) / judged.length).toFixed(1);
    console.info(
      [
        `${judged.length} cases: right cause first ${percent(first)} %, among three ${percent(three)} %`,
        ...missed.map((testCase) => {
          const list = diagnoses.get(testCase)?.likely.map(({ slug }) => slug) ?? [];
          return `  ${testCase.file}: ${place(testCase, diagnoses.get(testCase) as Diagnosis) + 1 || 'not'} of ${list.join(', ') || 'nothing'}`;
        }),
      ].join('\n'),
    );
    expect(first / judged.length).toBeGreaterThanOrEqual(0.8);
    expect(three / judged.length).toBeGreaterThanOrEqual(0.95);
  });

  test('who says that the header is set seldom lacks it', () => {
    const said = 'Authentication credentials were not provided.';
    const first = (text: string) => diagnose(read(text), knowledge, now).likely[0]?.slug;
    expect(first(said)).toBe('credentials-not-sent');
    expect(first(`I send the token in the header. ${said}`)).not.toBe('credentials-not-sent');
  });

  test.each(cases.map((testCase) => [testCase.file, testCase] as const))(
    '%s: certain is only what its head names',
    (_, testCase) => {
      const said = diagnoses.get(testCase)?.certain.map(({ check }) => check) ?? [];
      expect(said.toSorted()).toEqual(testCase.certain.toSorted());
    },
  );
});
