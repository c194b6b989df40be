import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { figure } from '@/lib/figures/figure';
import { findCause, listCauses } from './causes';
import { listLessons } from './lessons';

const said = listCauses().flatMap(({ slug, says = [] }) => says.map((saying) => ({ slug, ...saying })));

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

  test('are at least sixty', () => expect(causes.length).toBeGreaterThanOrEqual(60));

  test('know at least 250 texts that tools print, and two each', () => {
    expect(said.length).toBeGreaterThanOrEqual(250);
    expect(causes.filter(({ says = [] }) => says.length < 2).map(({ slug }) => slug)).toEqual([]);
  });

  test('have a text in two heads only where each declares it', () => {
    const words = (text: string) => text.toLowerCase().replace(/\s+/g, ' ');
    const alike = (text: string) => said.filter((other) => words(other.text) === words(text));
    const undeclared = said.filter(({ text, shared }) => alike(text).length > 1 && !shared);
    const alone = said.filter(({ text, shared }) => alike(text).length === 1 && shared);
    expect([...undeclared, ...alone].map(({ slug, text }) => `${slug}: ${text}`)).toEqual([]);
  });

  test.each(causes.map(({ slug, file }) => [slug, file]))('%s has a fix to copy', (_, file) => {
    const text = readFileSync(`content/causes/${file}`, 'utf8');
    const fix = /^## The fix$(.*?)(?=^## |$(?![\s\S]))/ms.exec(text)?.[1] ?? '';
    expect(fix).toMatch(/^```|^<Snippets /m);
  });

  test('of a lesson are all there', () => {
    const slugs = causes.map(({ slug }) => slug);
    for (const { causes: named } of listLessons()) expect(slugs).toEqual(expect.arrayContaining([...named]));
  });

  test('are none where there is none', () => {
    expect(findCause('expired-token')?.rank).toBe(3);
    expect(findCause('constructor')).toBeUndefined();
    expect(findCause('03-expired-token')).toBeUndefined();
  });
});
