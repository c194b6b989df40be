import { describe, expect, test } from 'vitest';
import { choose, errorText, option, quiz, six } from './fixtures';
import { readLesson } from './lesson';
import { readQuiz } from './quiz';

const lesson = `---
title: A lesson
summary: What it is about.
module: { number: 0, title: Read a refusal }
statuses: [401]
rules: [RFC 9110 §15.5.2]
causes: [wrong-status-code]
sources: [{ title: RFC 9110, url: "https://www.rfc-editor.org/rfc/rfc9110" }]
inShort: { means: A, check: B, fix: C }
---

Text.

<Sandbox exercise="first-401" />

\`<Sandbox exercise="only-shown" />\`
`;

describe('a lesson', () => {
  test('that is right is read, and only the exercises that it uses are listed', () => {
    expect(readLesson('10-a-lesson', lesson)).toMatchObject({ slug: 'a-lesson', exercises: ['first-401'] });
  });

  test.each([
    ['no frontmatter', lesson.slice(4), 'lesson.mdx:1', 'There is no frontmatter'],
    ['a missing key', lesson.replace('summary: What it is about.\n', ''), 'summary', 'It is missing.'],
    [
      'an unknown key',
      lesson.replace('statuses:', 'draft: true\nstatuses:'),
      'Unknown key: draft',
      '→ Check the spelling',
    ],
    [
      'minutes by hand',
      lesson.replace('statuses:', 'minutes: 8\nstatuses:'),
      'Unknown key: minutes',
      '→ Take minutes out: they are computed',
    ],
    [
      'an “in short” of 80 words',
      lesson.replace(
        '{ means: A, check: B, fix: C }',
        `{ means: "${'a '.repeat(30)}", check: "${'b '.repeat(30)}", fix: "${'c '.repeat(20)}" }`,
      ),
      ':9 · inShort',
      'It has more than 60 words',
    ],
    ['an “in short” without a fix', lesson.replace(', fix: C }', ' }'), 'inShort.fix', 'It is missing.'],
    [
      'a rule misspelt',
      lesson.replace('RFC 9110 §15.5.2', 'RFC9110 15.5.2'),
      ':6 · rules[0]',
      'is not spelled as a rule is',
    ],
    ['no status', lesson.replace('statuses: [401]', 'statuses: []'), ':5 · statuses', '→ List the statuses'],
    [
      'no sources',
      lesson.replace(/^sources: .*\n/m, ''),
      'lesson.mdx:2 · sources',
      '→ List at least one public source',
    ],
    ['YAML that is none', lesson.replace('statuses:', 'minutes: 5: 6\nstatuses:'), ':5', 'This is not YAML'],
    ['a key twice', lesson.replace('statuses:', 'title: A lesson\nstatuses:'), ':5', 'This is not YAML'],
  ])('with %s is refused, with line, key, reason and what to do', (_, text, where, reason) => {
    const message = errorText(() => readLesson('10-a-lesson', text));
    expect(message).toContain('content/lessons/10-a-lesson/lesson.mdx');
    expect(message).toContain(where);
    expect(message).toContain(reason);
    expect(message).toContain('→ ');
  });

  test('in a folder without a number is refused', () => {
    expect(errorText(() => readLesson('a-lesson', lesson))).toContain('Call it like 10-your-first-401');
  });
});

const field = (answer: string, mistake: string) => `
  - id: a
    kind: field
    ask: Type it.
    rule: RFC 7617 §2
    answer: "${answer}"
    why: Because.
    mistakes: [{ text: "${mistake}", why: Because. }]
    variants: [{ kind: order, ask: Order, rule: RFC 9110 §15.5, steps: [{ text: a, why: b }, { text: b, why: b }, { text: c, why: b }] }]
`;

describe('a quiz', () => {
  test('that is right is read', () => {
    expect(readQuiz('10-a-lesson', quiz()).map(({ id }) => id)).toEqual(six);
  });

  test.each([
    [
      'five items',
      `items:${six
        .slice(1)
        .map((id) => choose(id))
        .join('')}`,
      ':2 · items',
      'at least 6 is wanted',
    ],
    [
      'an option without why',
      quiz().replace('        why: Because.\n', ''),
      'items[0].options[0].why',
      '→ Every option explains itself',
    ],
    [
      'two right options',
      quiz(choose('a', option('this', '        correct: true\n').repeat(2))),
      'items[0].options',
      '2 options are marked as correct',
    ],
    [
      'no right option',
      quiz(choose('a', option('this').repeat(2))),
      'items[0].options',
      'No option is marked',
    ],
    [
      'a kind that is none',
      quiz().replace('kind: choose', 'kind: guess'),
      'items[0].kind',
      '“guess” is not a kind',
    ],
    [
      'no kind',
      quiz().replace('    kind: choose\n', ''),
      'items[0].kind',
      '→ Write one of: choose, several, field, order, lie, build',
    ],
    ['an id with capitals', quiz(choose('First')), 'items[0].id', 'small letters, digits'],
    [
      'an unknown key in an option',
      quiz(choose('a', option('this', '        correct: true\n        hint: x\n') + option('that'))),
      'items[0].options[0]',
      'Unknown key: hint',
    ],
    [
      'no variant',
      quiz(choose('a').replace(/ {4}variants:[\s\S]*/, '')),
      'items[0].variants',
      '→ Write at least one other version',
    ],
    [
      'a why of a hundred words',
      quiz().replace('why: Because.', `why: ${'word '.repeat(100)}`),
      'items[0].options[0].why',
      'It has 100 words, 60 are the most',
    ],
    [
      'an answer that is no field line',
      quiz(field('Basic eA==', 'Basic')),
      'items[0].answer',
      'It is not a field line',
    ],
    [
      'an answer that is no credentials',
      quiz(field('Authorization: Basic a:b', 'Basic')),
      'items[0].answer',
      'This is not credentials: at offset',
    ],
    [
      'a mistake that is right',
      quiz(field('Authorization: Basic eA==', 'authorization: basic eA==')),
      'items[0].mistakes[0].text',
      'means the same as the answer',
    ],
  ])('with %s is refused, with key, reason and what to do', (_, text, where, reason) => {
    const message = errorText(() => readQuiz('10-a-lesson', text));
    expect(message).toContain('content/lessons/10-a-lesson/quiz.yaml:');
    expect(message).toContain(where);
    expect(message).toContain(reason);
    expect(message).not.toMatch(/"code"|invalid_/);
  });

  test('with three faults names all three at once', () => {
    const text = quiz().replaceAll('rule: RFC 9110 §15.5.2\n    options', 'rule: none\n    options');
    expect(errorText(() => readQuiz('10-a-lesson', text))).toContain('The content has 6 faults');
  });
});
