import { describe, expect, test } from 'vitest';
import { type Answers, answersIn, matchCauses, noAnswers, questions } from '@/lib/search/match-causes';
import { listCauses } from './causes';

const causes = listCauses();
const valuesOf = (name: string) =>
  questions.flatMap((question) => (question.name === name ? question.options.map(({ value }) => value) : []));
/** Every combination of answers, those with gaps too. */
const combinations: readonly Answers[] = valuesOf('who').flatMap((who) =>
  valuesOf('status').flatMap((status) =>
    valuesOf('sign').map((sign) => ({ ...noAnswers, who, status, sign })),
  ),
);
const countOf = ({ who, status, sign }: Answers) => [who, status, sign].filter(Boolean).length;
const withCount = (count: number) => combinations.filter((answers) => countOf(answers) === count);
/** How many causes are left by each combination of so many answers that any cause fits. */
const sizes = (count: number) =>
  withCount(count).flatMap((answers) => {
    const { causes: matches, near } = matchCauses(causes, answers);
    return near ? [] : [matches.length];
  });
const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

describe('the finder of causes', () => {
  test('leaves under half of them after one answer, a fifth after two, a tenth after three', () => {
    const share = (count: number) => mean(sizes(count)) / causes.length;
    expect(share(1)).toBeLessThan(1 / 2);
    expect(share(2)).toBeLessThan(1 / 5);
    expect(share(3)).toBeLessThan(1 / 10);
  });

  test('leaves no list of more than a quarter after three answers, whatever they are', () => {
    expect(Math.max(...sizes(3))).toBeLessThanOrEqual(causes.length / 4);
  });

  test('has every cause among the first three for some three answers', () => {
    const near = new Set(
      withCount(3).flatMap((answers) => {
        const { causes: matches, near } = matchCauses(causes, answers);
        return near ? [] : matches.slice(0, 3).map(({ slug }) => slug);
      }),
    );
    expect(causes.filter(({ slug }) => !near.has(slug)).map(({ slug }) => slug)).toEqual([]);
  });

  test('has no favourite: no cause comes first for more than a seventh of the combinations', () => {
    const first = combinations.map((answers) => matchCauses(causes, answers).causes[0]?.slug);
    const counts = causes.map(({ slug }) => first.filter((other) => other === slug).length);
    expect(Math.max(...counts)).toBeLessThanOrEqual(combinations.length / 7);
  });

  test('shows which status a server should send only to whoever has a server, or has said nothing of it', () => {
    for (const answers of combinations.filter(({ who }) => who && who !== 'server')) {
      const { causes: matches, near } = matchCauses(causes, answers);
      if (!near) expect(matches.map(({ slug }) => slug)).not.toContain('wrong-status-code');
    }
  });

  test('shows what fits all answers but one where nothing fits all, and says so', () => {
    const impossible = withCount(3).filter((answers) => matchCauses(causes, answers).near);
    expect(impossible.length).toBeLessThan(withCount(3).length / 8);
    for (const answers of impossible) expect(matchCauses(causes, answers).causes).not.toEqual([]);
    expect(matchCauses(causes, { ...noAnswers, q: 'no such thing' }).causes).toEqual([]);
  });

  test('takes from an address what it knows, and nothing else', () => {
    expect(answersIn('?who=page&status=401-bare&sign=before&fix=server&q=x')).toEqual({
      who: 'page',
      status: '401-bare',
      sign: 'before',
      fix: 'server',
      q: 'x',
    });
    expect(answersIn('?who=client&status=200&sign=%3Csvg%3E&fix=constructor')).toEqual(noAnswers);
  });
});
