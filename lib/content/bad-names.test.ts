import { describe, expect, test } from 'vitest';
import { quizFaults } from './check-quiz';
import { textFaults } from './check-text';
import { errorText, quiz, toldOf } from './fixtures';
import type { Known } from './known';
import { mdxNodes } from './mdx-nodes';
import { readQuiz } from './quiz';
import { readGlossary, readMisconceptions } from './words';

const knownNames: Known = {
  lessons: new Map([['a-lesson', new Set(['quiz', 'a-part'])]]),
  causes: new Set(['a-cause']),
  drafts: new Map([['first-401', new Set(['start', 'solution'])]]),
  snippets: new Set(['a-set']),
  sequences: new Set(['a-sequence']),
  pictures: { screenshots: new Set(['tools']), recordings: new Set(['curl']) },
  glossary: { challenge: { term: 'challenge', says: 'A question.' } },
  misconceptions: {},
};

describe('the text of a lesson', () => {
  const check = (text: string) =>
    toldOf(textFaults('lesson.mdx', mdxNodes(text, 'lesson.mdx'), 'a-lesson', knownNames));

  test.each([
    'A [cause](/causes/a-cause) among [all](/causes).',
    'A [link](/lessons/a-lesson#a-part), [another](/sandbox/first-401), [a third](https://www.rfc-editor.org/).',
    '## A part\n\nWith [its own](#a-part).',
    '<Exchange exercise="first-401" draft="start" />',
    '<Predict id="x" ask="Which?" options="401|403" answer="401">Because.</Predict>',
    'A <Term id="challenge">challenge</Term>.',
    'As RFC 9110 §11.6.1 says.',
    '<Sequence name="a-sequence" />',
    '<Screenshot name="tools" alt="What is to be seen" />',
    '<Recording name="curl" />',
    '```\n<Nothing of="that">\n```',
  ])('may hold %j', (text) => {
    expect(check(text)).toBe('nothing');
  });

  test.each([
    [
      'Text.\n\n<Exchange exercise="first-402" draft="start" />',
      'lesson.mdx:3 · <Exchange>',
      'no exercise “first-402”',
    ],
    [
      '<Exchange exercise="first-401" draft="begin" />',
      'no draft “begin”',
      '→ Write one of: start · solution',
    ],
    ['<Exchange exercise="first-401" />', '<Exchange>', 'It lacks draft.'],
    ['<Carousel />', '<Carousel>', 'There is no such element'],
    [
      '<Rule id="RFC 9110" level="MUST">x</Rule>',
      '“RFC 9110” is not spelled as a rule is',
      '→ Write id="RFC 9110 §15.5.2"',
    ],
    ['<Rule id="RFC 9110 §15" level="must">x</Rule>', '“must” is no level', '→ Write one of: MUST'],
    ['<Predict id="x" ask="?" options="401|403" answer="404">x</Predict>', '“404” is not among', '→ '],
    ['<Term id="chalenge">x</Term>', 'no term “chalenge”', 'content/glossary.yaml'],
    ['<Snippets set="a-sett" />', 'no set “a-sett”', 'content/snippets'],
    ['<Screenshot name="curl" alt="x" />', 'no picture “curl”', 'content/pictures'],
    ['<Screenshot name="tools" />', '<Screenshot>', 'It lacks alt.'],
    ['<Recording name="tools" />', 'no recording “tools”', 'content/pictures'],
    ['<Handler name="no-handler" />', 'no handler “no-handler”', 'lib/handlers/catalog'],
    ['<Sequence name="a-sequense" />', 'no sequence “a-sequense”', 'content/sequences'],
    ['[a](/causes/nowhere)', 'The link /causes/nowhere leads nowhere', '→ Link to a page that exists'],
    ['[a](/lessons/nowhere)', 'The link /lessons/nowhere leads nowhere', '→ Link to a page that exists'],
    ['[a](/lessons/a-lesson#nowhere)', 'has no heading behind it', '→ Headings: quiz, a-part'],
    ['[a](http://plain.example)', 'leads nowhere', '→ '],
    ['[a](javascript:alert)', 'leads nowhere', '→ '],
    [`As\nRFC 9110 §${'99'} says.`, 'lesson.mdx:1', '” is not in lib/http-auth/rfc-sections.json'],
    ['# A title', 'first-level heading', '→ The title is it'],
    ['## Twice\n\n## Twice', 'lesson.mdx:3', 'Two headings have the anchor #twice'],
  ])('may not hold %j', (text, where, reason) => {
    expect(check(text)).toContain(where);
    expect(check(text)).toContain(reason);
  });

  test('that is not MDX is refused with its line', () => {
    const message = errorText(() => mdxNodes('Fine.\n\n<Note>\n\nNever closed.', 'lesson.mdx'));
    expect(message).toContain('lesson.mdx:');
    expect(message).toContain('This is not MDX');
  });
});

describe('a quiz among the other files', () => {
  const check = (text: string) => toldOf(quizFaults('quiz.yaml', readQuiz('10-a-lesson', text), knownNames));

  test('may show what parses and name what is there', () => {
    expect(check(quiz())).toBe('nothing');
  });

  test('must not name a misconception that nobody explained', () => {
    const text = quiz().replace('why: Because.', 'why: Because.\n        misconception: flat-earth');
    expect(check(text)).toContain('no misconception “flat-earth”');
  });

  test('must not show a challenge that does not parse, unless it says so', () => {
    const wrong = 'message: "HTTP/1.1 401 Unauthorized\\nWWW-Authenticate: Basic realm=\\"x"';
    const text = quiz().replace('message: "HTTP/1.1 401 Unauthorized"', wrong);
    expect(check(text)).toContain('is not a list of challenges: at offset');
    expect(check(text.replace(wrong, `${wrong}\n    malformed: true`))).toBe('nothing');
  });

  test('must show a message in three of five questions', () => {
    const text = quiz().replaceAll('    message: "HTTP/1.1 401 Unauthorized"\n', '');
    expect(check(text)).toContain('0 of 6 questions show a message');
  });
});

describe('glossary and misconceptions', () => {
  test('refuse what is not written as it should be', () => {
    expect(errorText(() => readGlossary('challenge: { term: challenge }'))).toContain(
      'glossary.yaml:1 · challenge.says',
    );
    expect(errorText(() => readMisconceptions('a-belief: { says: x, truth: y, url: z }'))).toContain(
      'Unknown key: url',
    );
  });
});
