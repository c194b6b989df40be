import { describe, expect, test } from 'vitest';
import { figure } from '@/lib/figures/figure';
import { findCause, listCauses } from './causes';
import { listLessons } from './lessons';

const causes = listCauses();
const shown = causes.flatMap((cause) =>
  cause.exercise ? [[cause.slug, cause, cause.exercise] as const] : [],
);

describe('the causes', () => {
  test('are ranked from 1 without a gap', () => {
    expect(causes.map(({ rank }) => rank)).toEqual(causes.map((_, index) => index + 1));
  });

  test('have a title of their own each', () => {
    expect(new Set(causes.map(({ title }) => title)).size).toBe(causes.length);
  });

  test.each(shown)('%s is shown by an exchange that is as it says', async (_, cause, { slug, draft }) => {
    const { response } = await figure(slug, draft);
    expect(cause.statuses).toContain(response.status);
    const challenged = response.fields.some(([name]) => name.toLowerCase() === 'www-authenticate');
    if (cause.asks.challenge !== 'either') expect(challenged).toBe(cause.asks.challenge === 'yes');
  });

  test('of a lesson are all there', () => {
    const known = causes.map(({ slug }) => slug);
    for (const { causes: named } of listLessons()) expect(known).toEqual(expect.arrayContaining([...named]));
  });

  test('are none where there is none', () => {
    expect(findCause('expired-token')?.rank).toBe(3);
    expect(findCause('constructor')).toBeUndefined();
    expect(findCause('03-expired-token')).toBeUndefined();
  });
});
