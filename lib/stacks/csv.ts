/** The record as a table for a spreadsheet (RFC 4180). */
import { departuresOf } from './departures';
import { listRecords, questions } from './record';
import { summaryOf } from './summary';

const columns = [
  'stack',
  'title',
  'language',
  'recorded',
  'versions',
  'variant',
  'question',
  'status',
  'challenges',
  'words',
  'departures',
  'not applicable',
];

/** One line for each answer of each variant of each stack. */
export function recordTable(): string {
  const rows = listRecords().flatMap((record) =>
    record.variants.flatMap((variant) => {
      const departures = departuresOf(record, variant);
      return questions.flatMap(({ id }) => {
        const answer = variant.answers[id];
        if (!answer) return [];
        const summary = summaryOf(answer, 200);
        return [
          [
            record.name,
            record.title,
            record.language,
            record.recorded,
            Object.entries(record.versions)
              .map((pair) => pair.join(' '))
              .join('; '),
            variant.id,
            id,
            summary ? String(summary.status) : '',
            summary?.challenges.join(' | ') ?? '',
            summary?.words ?? '',
            departures
              .filter((departure) => departure.questions.includes(id))
              .map((departure) => departure.id)
              .join(' '),
            'notApplicable' in answer ? answer.notApplicable : '',
          ],
        ];
      });
    }),
  );
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A cell in quotes. One that a spreadsheet would take for a formula begins with an apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
