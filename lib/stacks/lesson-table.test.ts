/** The table of the lesson on defaults is what the record holds. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findRecord, type StackRecord } from './record';
import { summaryOf } from './summary';

const file = path.join(process.cwd(), 'content/lessons/190-framework-defaults/lesson.mdx');
const text = readFileSync(file, 'utf8');

/** The record of each row, by what the row begins with. */
const names: Readonly<Record<string, string>> = {
  'Django REST framework': 'drf',
  FastAPI: 'fastapi',
  Starlette: 'starlette',
  Django: 'django',
  Express: 'express-jwt',
  Passport: 'express-passport',
  nginx: 'nginx-basic',
};

const rows = text
  .split('\n')
  .filter((line) => /^\| .*\d+\.\d+\.\d+/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

/** What a cell says: the status, the schemes that it asks for, and whether the program chose it. */
function said(cell: string) {
  const schemes = cell.startsWith('401')
    ? [...cell.matchAll(/\b(?:Basic|Bearer)\b/g)].map(([word]) => word)
    : [];
  return { status: Number(cell.slice(0, 3)), schemes, byProgram: cell.endsWith('*') };
}

function recorded(record: StackRecord, questions: readonly string[], cell: string) {
  const [variant] = record.variants;
  const asked = questions.find((id) => {
    const answer = variant.answers[id];
    return answer && !('notApplicable' in answer);
  });
  const summary = asked && variant.answers[asked] ? summaryOf(variant.answers[asked]) : null;
  if (!asked || !summary) throw new Error(`${record.name} was asked none of ${questions.join(', ')}.`);
  const byProgram = record.chosenByProgram.includes(asked);
  // A program that chooses a status chooses its challenge too, and the table leaves it out.
  const schemes =
    byProgram || !cell.startsWith('401')
      ? []
      : summary.challenges.map((challenge) => challenge.split(' ')[0]);
  return { status: summary.status, schemes, byProgram };
}

describe('the table of recorded answers', () => {
  test('has a row for each of seven stacks', () => {
    expect(rows.map(([label = '']) => Object.keys(names).find((name) => label.startsWith(name)))).toEqual(
      Object.keys(names),
    );
  });

  test.each(rows)('%s: nothing %s, bad credentials %s, without the right %s', (label, ...cells) => {
    const name = Object.keys(names).find((stack) => label.startsWith(stack)) ?? '';
    const record = findRecord(names[name] ?? '');
    if (!record) throw new Error(`There is no record of ${name}.`);
    const versions = Object.values(record.versions).map((version) => version.replace(/^\d+:/, ''));
    for (const [version] of label.matchAll(/\d+\.\d+\.\d+/g))
      expect(
        versions.some((recorded) => recorded.startsWith(version)),
        `${version} of ${versions}`,
      ).toBe(true);
    const asked = [['nothing'], ['wrong-password', 'expired-token'], ['not-allowed']];
    for (const [place, questions] of asked.entries()) {
      const cell = cells[place] ?? '';
      expect(said(cell), `${label}, ${questions}`).toEqual(recorded(record, questions, cell));
    }
  });
});
