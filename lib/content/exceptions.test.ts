import { describe, expect, test } from 'vitest';
import { loadCheatSheet } from './cheatsheet';
import { exceptionFaults } from './exceptions';
import { toldOf } from './fixtures';
import { type Lesson, lessonFile } from './lesson';
import { lessonText, listLessons } from './lessons';
import { mdxTree } from './mdx-nodes';

const keyword = 'step-up';
const exceptions = [{ rule: 'Signing in again does not help.', unless: 'A step-up asks for it.', keyword }];
const lesson = { slug: 'a-lesson', folder: '10-a-lesson', exceptions } as unknown as Lesson;
const recap = (text: string) => `Text, and a step-up.\n\n<Note kind="recap">\n\n- ${text}\n\n</Note>\n`;
const row = (advice: string) => ({ next: [{ came: 'A 403', try: advice, lesson: 'a-lesson' }] });

describe('an exception that a lesson declares', () => {
  test('may stand in the recap in capitals, as code and with a break', () => {
    expect(exceptionFaults(lesson, recap('It helps after a `Step-Up`.'))).toEqual([]);
  });

  test('is missed in a recap that leaves it out, though the text has it', () => {
    const message = toldOf(exceptionFaults(lesson, recap('It never helps.')));
    expect(message).toContain('content/lessons/10-a-lesson/lesson.mdx:3 · exceptions[0]');
    expect(message).toContain('The recap does not say “step-up”.');
    expect(message).toContain('A step-up asks for it.');
  });

  test('is missed where there is no recap', () => {
    expect(toldOf(exceptionFaults(lesson, 'A step-up.'))).toContain('no recap');
  });

  test('is missed in a row of the cheat sheet that names the lesson', () => {
    const text = recap('It helps after a step-up.');
    expect(exceptionFaults(lesson, text, row('Stop, but for a step-up.'))).toEqual([]);
    expect(toldOf(exceptionFaults(lesson, text, row('Stop.')))).toContain(
      'content/cheatsheet.yaml · next[0]',
    );
  });
});

test('every recap, and every row of the cheat sheet, says the exceptions of its lesson', () => {
  const sheet = loadCheatSheet();
  const faults = listLessons().flatMap((lesson) => exceptionFaults(lesson, lessonText(lesson.folder), sheet));
  expect(toldOf(faults)).toBe('nothing');
}, 30_000);

test('every lesson ends with a recap', () => {
  const without = listLessons().filter(({ folder }) => {
    const top = mdxTree(lessonText(folder), lessonFile(folder)).children ?? [];
    return !top.some(
      ({ name, attributes = [] }) => name === 'Note' && attributes.some(({ value }) => value === 'recap'),
    );
  });
  expect(without.map(({ folder }) => folder)).toEqual([]);
}, 30_000);
