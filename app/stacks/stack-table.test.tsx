/** The page is the record: every cell holds the status, the challenge and the words that were recorded. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { recordTable } from '@/lib/stacks/csv';
import { listRecords, questions } from '@/lib/stacks/record';
import { challengeWord, summaryOf } from '@/lib/stacks/summary';
import { StackTable } from './stack-table';

const records = listRecords();
const markup = renderToStaticMarkup(<StackTable records={records} />);
const text = (html: string) =>
  html
    .replace(/<[^>]*>/g, '\n')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

test.each(records.map((record) => [record.name, record] as const))(
  'the row of %s holds its answers, each with the way to its exchange',
  (name, record) => {
    const row = markup.split('<tr').find((part) => part.includes(`href="/stacks/${name}"`)) ?? '';
    const cells = row.split('<td').slice(1);
    expect(cells).toHaveLength(questions.length);
    for (const [index, { id }] of questions.entries()) {
      const cell = cells[index] ?? '';
      expect(cell).toContain(`href="/stacks/${name}#${id}"`);
      const answer = record.variants[0].answers[id];
      const summary = answer ? summaryOf(answer, 48) : null;
      const lines = text(cell)
        .split('\n')
        .slice(1)
        .map((line) => line.trim())
        .filter(Boolean);
      expect(lines.filter((line) => line !== '§')).toEqual(
        summary
          ? [String(summary.status), challengeWord(summary), summary.words || 'no body'].filter(Boolean)
          : ['n/a'],
      );
    }
  },
);

test('the CSV has a line for every answer of every variant', () => {
  const variants = records.reduce((sum, record) => sum + record.variants.length, 0);
  const lines = recordTable().split('\r\n').filter(Boolean);
  expect(lines).toHaveLength(variants * questions.length + 1);
  expect(lines.every((line) => (line.match(/(?:^|,)"(?:[^"]|"")*"/g) ?? []).length === 12)).toBe(true);
});
