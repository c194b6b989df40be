import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const folder = '.github/ISSUE_TEMPLATE';

function fieldsOf(file: string): string[] {
  const { body } = parse(readFileSync(`${folder}/${file}`, 'utf8')) as { body: { id: string }[] };
  return body.map(({ id }) => id);
}

test.each(readdirSync(folder).filter((file) => file !== 'config.yml'))(
  '%s has fields with ids of their own',
  (file) => {
    const fields = fieldsOf(file);
    expect(fields.length).toBeGreaterThan(0);
    expect(new Set(fields).size).toBe(fields.length);
  },
);

test('the form that a page of a cause fills in has the field for it', () => {
  expect(fieldsOf('not-this.yml')).toContain('where');
});
