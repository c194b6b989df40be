/** Every statement about a recorded stack agrees with the record, and the record with the list of questions. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { listStackTexts, type Shown } from '@/lib/content/stacks';
import { findRecord, listRecords, questions, type StackRecord } from './record';

const texts = listStackTexts();

/** What is wrong with a statement, or nothing. */
function fault(
  record: StackRecord,
  variantId: string,
  { question, status, holds, lacks }: Shown,
): string | null {
  const variant = record.variants.find(({ id }) => id === variantId);
  const answer = variant?.answers[question];
  if (!answer) return `${variantId} has no answer to ${question}`;
  if ('notApplicable' in answer) return `${question} does not apply`;
  if (status && answer.response.status !== status) return `${question} is ${answer.response.status}`;
  if (holds && !answer.raw.includes(holds))
    return `${question} has no ${JSON.stringify(holds)}: ${answer.raw.slice(0, 600)}`;
  if (lacks && answer.raw.toLowerCase().includes(lacks.toLowerCase())) return `${question} has ${lacks}`;
  return null;
}

test('at least 24 stacks are recorded, of npm and of Debian', () => {
  expect(listRecords().length).toBeGreaterThanOrEqual(24);
  expect(new Set(listRecords().map(({ from }) => from))).toEqual(new Set(['npm', 'debian']));
});

test('every stack that is recorded has a program, a text, and nothing else has one', () => {
  const names = listRecords().map(({ name }) => name);
  expect([...texts.keys()].sort()).toEqual([...names].sort());
  expect(names.filter((name) => !existsSync(`stacks/programs/${name}/stack.yaml`))).toEqual([]);
});

describe.each(listRecords().map((record) => [record.name, record] as const))('%s', (name, record) => {
  test('has the program that is there now, so that a change of it is recorded', () => {
    const { program } = JSON.parse(readFileSync(`stacks/record/${name}.json`, 'utf8'));
    const files = Object.entries<string>(program);
    expect(files).not.toEqual([]);
    for (const [file, text] of files)
      expect(text, `Record it anew: npm run stacks -- ${name} --write`).toBe(
        readFileSync(`stacks/programs/${name}/${file}`, 'utf8'),
      );
  });

  test('has an answer, or a reason for none, to every question', () => {
    for (const { answers } of record.variants) {
      expect(Object.keys(answers)).toEqual(questions.map(({ id }) => id));
    }
  });

  test('lets good credentials in, so that its refusals mean something', () => {
    for (const { answers } of record.variants) {
      const { good } = answers;
      if (good && 'response' in good) expect(good.response.status).toBe(200);
    }
  });

  test('has a text of which every statement agrees with the record', () => {
    const text = texts.get(name);
    expect(text?.title).toBe(record.title);
    const faults = [
      ...(text?.surprises ?? []).map(({ says, shows }) => [says, fault(record, 'default', shows)]),
      ...(text?.configure ?? []).map(({ says, variant, shows }) => [says, fault(record, variant, shows)]),
    ].filter(([, wrong]) => wrong);
    expect(faults).toEqual([]);
  });

  test('names its versions and the day, and holds no path of the machine', () => {
    expect(record.recorded).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(Object.values(record.versions).every(Boolean)).toBe(true);
    const bytes = record.variants.flatMap(({ answers }) =>
      Object.values(answers).map((answer) => ('raw' in answer ? answer.raw : '')),
    );
    expect(bytes.filter((text) => /\/(?:work|tmp|home|root)\//.test(text))).toEqual([]);
  });
});

test('a stack that nobody recorded is not found', () => {
  expect(findRecord('no-such-stack')).toBeUndefined();
});
