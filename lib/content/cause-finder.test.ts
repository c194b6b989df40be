import { describe, expect, test } from 'vitest';
import { fitWords } from '@/lib/search/fit-words';
import { type CauseEntry, matchCauses, readerOf } from '@/lib/search/match-causes';
import {
  type Answers,
  answersIn,
  fewEnough,
  fourthQuestion,
  noAnswers,
  questions,
} from '@/lib/search/questions';
import { listCauses } from './causes';

const causes: readonly CauseEntry[] = listCauses();
const [who, status, sign] = questions.map(({ options }) => options.map(({ value }) => value));
/** Every combination of answers to the first three questions, those with gaps too. */
const combinations: readonly Answers[] = (who ?? []).flatMap((who) =>
  (status ?? []).flatMap((status) => (sign ?? []).map((sign) => ({ ...noAnswers, who, status, sign }))),
);
const countOf = ({ who, status, sign }: Answers) => [who, status, sign].filter(Boolean).length;
const withCount = (count: number) => combinations.filter((answers) => countOf(answers) === count);
const slugs = (matches: readonly { cause: CauseEntry }[]) => matches.map(({ cause }) => cause.slug);
/** The slugs in the order in which the page shows them. */
const shown = (answers: Answers) => {
  const { fits, near } = matchCauses(causes, answers);
  return slugs([...fits, ...near]);
};
const places = ({ slug }: CauseEntry, all: readonly Answers[]) =>
  all.map((answers) => shown(answers).indexOf(slug)).filter((at) => at >= 0);

describe('the finder of causes', () => {
  test.each(causes.map((cause) => [cause.slug, cause] as const))(
    '%s is among the first five for some three answers',
    (_, cause) => expect(Math.min(...places(cause, withCount(3)))).toBeLessThan(5),
  );

  test.each(causes.map((cause) => [cause.slug, cause] as const))(
    '%s is among the first three for its commonest reader',
    (slug, cause) => expect(shown({ ...noAnswers, ...readerOf(cause) }).slice(0, 3)).toContain(slug),
  );

  test.each(causes.map((cause) => [cause.slug, cause] as const))(
    '%s is hidden by no answer about the challenge',
    (slug, cause) => {
      if (!cause.statuses.includes(401)) return;
      for (const status of ['401-challenge', '401-bare']) {
        expect(slugs(matchCauses(causes, { ...noAnswers, status }).fits)).toContain(slug);
      }
    },
  );

  test('a missing challenge lowers a cause whose servers send one', () => {
    const cause = {
      ...(causes[0] as CauseEntry),
      slug: 'a',
      asks: { who: ['page'], challenge: 'yes', signs: ['never'] },
    } as const;
    const other = { ...cause, slug: 'b', asks: { ...cause.asks, challenge: 'no' } } as const;
    const order = (status: string) => slugs(matchCauses([cause, other], { ...noAnswers, status }).fits);
    expect(order('401-bare')).toEqual(['b', 'a']);
    expect(order('401-challenge')).toEqual(['a', 'b']);
  });

  test('people who run the server are shown what a client meets there', () => {
    for (const cause of causes) {
      const answers = { ...noAnswers, who: 'server', status: `${cause.statuses[0]}` };
      expect(slugs(matchCauses(causes, answers).fits), cause.slug).toContain(cause.slug);
    }
  });

  test.each(['400', '302', '407', '419', '422', '429', '200', 'none', 'other'])(
    '%s is an answer',
    (status) => {
      expect(answersIn(`?status=${status}`).status).toBe(status);
      expect(matchCauses(causes, { ...noAnswers, status }).fits.length).toBeGreaterThan(0);
    },
  );

  test('the fourth question takes a third of what the first three left, on average over its answers', () => {
    const many = withCount(3).filter((answers) => matchCauses(causes, answers).fits.length > fewEnough);
    for (const answers of many) {
      const before = matchCauses(causes, answers).fits.length;
      const left = fourthQuestion.options
        .slice(1)
        .map(({ value }) => matchCauses(causes, { ...answers, sent: value }).fits.length);
      expect(left.reduce((sum, count) => sum + count, 0) / left.length).toBeLessThanOrEqual((before * 2) / 3);
    }
  });

  test('three answers leave few, on average', () => {
    const left = withCount(3).map((answers) => matchCauses(causes, answers).fits.length);
    expect(left.reduce((sum, count) => sum + count, 0) / left.length).toBeLessThan(causes.length / 8);
  });

  test('has no favourite: no cause comes first for more than a seventh of the combinations', () => {
    const first = combinations.map((answers) => shown(answers)[0]);
    const counts = causes.map(({ slug }) => first.filter((other) => other === slug).length);
    expect(Math.max(...counts)).toBeLessThanOrEqual(combinations.length / 7);
  });

  test('shows which status a server should send only to whoever has a server, or has said nothing of it', () => {
    for (const answers of combinations.filter(({ who }) => who && who !== 'server')) {
      expect(slugs(matchCauses(causes, answers).fits)).not.toContain('wrong-status-code');
    }
  });

  test('without an answer every cause is there, by name', () => {
    const { fits } = matchCauses(causes, noAnswers);
    expect(fits).toHaveLength(causes.length);
    const titles = fits.map(({ cause }) => cause.title);
    expect(titles).toEqual([...titles].sort(new Intl.Collator('en', { numeric: true }).compare));
  });

  test('where an answer speaks against every cause, there are some that fit all but one', () => {
    const none = withCount(3).filter((answers) => matchCauses(causes, answers).fits.length === 0);
    for (const answers of none) expect(matchCauses(causes, answers).near).not.toEqual([]);
  });

  test('every cause says of each answer how it fits', () => {
    const answers = { ...noAnswers, who: 'server', status: '401-bare', sign: 'never', sent: 'token' };
    const { fits, near } = matchCauses(causes, answers);
    for (const { cause, reasons } of [...fits, ...near]) {
      const lines = fitWords(cause, reasons, answers);
      expect(lines).toHaveLength(4);
      for (const line of lines) expect(line).not.toMatch(/^$|undefined/);
    }
    const [expired] = matchCauses(
      causes.filter(({ slug }) => slug === 'expired-token'),
      answers,
    ).near;
    expect(fitWords(expired?.cause as CauseEntry, expired?.reasons ?? [], answers)).toEqual([
      'a client meets it at your server',
      '401 is its usual status, often with WWW-Authenticate',
      'not usual when it has never worked',
      expect.stringMatching(/with a token$/),
    ]);
  });

  test('takes from an address what it knows, and nothing else', () => {
    expect(answersIn('?who=page&status=401-bare&sign=before&sent=token&fix=server&q=x')).toEqual({
      who: 'page',
      status: '401-bare',
      sign: 'before',
      sent: 'token',
      fix: 'server',
      q: 'x',
    });
    expect(answersIn('?who=client&status=999&sign=%3Csvg%3E&sent=x&fix=constructor')).toEqual(noAnswers);
  });
});
