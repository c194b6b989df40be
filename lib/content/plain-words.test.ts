/** All that learners read, in plain words: lessons, causes, quizzes, exercises, practice and the pages. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { codeProse } from './code-prose.fixtures';
import { ContentError } from './content-error';
import { plainFaults } from './plain-words';
import { mdxProse, type Prose, yamlProse } from './prose';

/** Files below `folder` with one of the endings, tests left out. */
function files(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => ending.test(name) && !/\.test\.tsx?$|fixtures/.test(name))
    .sort();
}

const readers: Readonly<Record<string, (text: string, file: string) => Prose[]>> = {
  mdx: mdxProse,
  yaml: yamlProse,
  ts: codeProse,
  tsx: codeProse,
};

function faultsIn(names: readonly string[]) {
  return names.flatMap((file) => {
    const read = readers[file.split('.').at(-1) ?? ''];
    return read ? read(readFileSync(file, 'utf8'), file).flatMap(plainFaults) : [];
  });
}

const faultTextOf = (names: readonly string[]) => {
  const faults = faultsIn(names);
  return faults.length ? new ContentError(faults).message : '';
};

describe('plain words and sentences of at most 25 words', () => {
  test.each([
    ['lessons', files('content/lessons', /\.mdx$/)],
    ['quizzes', files('content/lessons', /\.yaml$/)],
    ['causes, and the page for visitors', [...files('content/causes', /\.mdx$/), 'content/visitors.mdx']],
    ['what is said of stacks', files('content/stacks', /\.yaml$/)],
    ['the checks of stacks', files('lib/stacks', /\.ts$/)],
    [
      'the other content',
      // The reports are the words of the people who meet a refusal, not ours, and no page shows them.
      files('content', /^content\/(?!reports\.)(?:sequences\/|ways\/\d-)?[a-z-]+\.yaml$|\/set\.yaml$/),
    ],
    ['exercises', files('lib/exercises', /\.ts$/)],
    ['practice', files('lib/practice', /\.ts$/)],
    ['what the gates and the quiz say', [...files('lib/http-auth', /\.ts$/), ...files('lib/quiz', /\.ts$/)]],
    ['the pages', [...files('components', /\.tsx?$/), ...files('app', /\.tsx?$/)]],
  ])(
    'are all that stands in %s',
    (_, names) => {
      expect(names.length).toBeGreaterThan(0);
      expect(faultTextOf(names)).toBe('');
    },
    30_000,
  );
});

const says = (prose: readonly Prose[]) =>
  prose.flatMap(plainFaults).map((fault) => `${fault.line} ${fault.advice}`);
const long = (count: number) => `One${' two'.repeat(count - 1)}.`;

describe('prose is found in', () => {
  test('the text, the head, lists, tables and shown attributes of MDX, and not in its code', () => {
    const text = [
      '---',
      'title: Mend it',
      'sources: [{ title: Mending, url: "https://a.example" }]',
      '---',
      '',
      'Send `octets` and octets.',
      '',
      '- mended',
      '',
      '| a | b |',
      '| --- | --- |',
      '| x | an octet |',
      '',
      '<Predict id="mend" ask="Mend it?" options="a|b octets" answer="a">',
      '',
      'Text with a <Term id="mend">mending</Term>.',
      '',
      '</Predict>',
      '',
      '```',
      'mend octets',
      '```',
    ].join('\n');
    expect(says(mdxProse(text, 'a.mdx'))).toEqual([
      '2 Write fix or repair.',
      '6 Write byte.',
      '8 Write fix or repair.',
      '12 Write byte.',
      '14 Write fix or repair.',
      '14 Write byte.',
      '16 Write fix or repair.',
    ]);
  });

  test('the values of YAML, and not in messages, ids and what people type', () => {
    const text = [
      'items:',
      '  - id: mend',
      '    ask: Mend it?',
      '    message: |',
      '      mend octets',
      '    mistakes: [{ text: "Mend: it", why: An octet too many. }]',
      '    options:',
      '      - text: >-',
      '          One octet',
    ].join('\n');
    expect(says(yamlProse(text, 'a.yaml'))).toEqual([
      '3 Write fix or repair.',
      '6 Write byte.',
      '8 Write byte.',
    ]);
  });

  test('texts between tags and strings of source files, and not in class names and imports', () => {
    const text = [
      "import { mend } from 'mend me';",
      "const task = 'Mend the line.';",
      `const told = \`One \${mend} octet\`;`,
      'const element = (',
      '  <p className="mend octets" title="Mend it">',
      '    The client <b>mends</b> the {task}',
      '    at once.',
      '  </p>',
      ');',
    ].join('\n');
    expect(says(codeProse(text, 'a.tsx')).sort()).toEqual([
      '2 Write fix or repair.',
      '3 Write byte.',
      '5 Write fix or repair.',
      '6 Write fix or repair.',
    ]);
  });
});

describe('a sentence', () => {
  test.each([
    ['of 25 words', long(25), 0],
    ['of 26 words', long(26), 1],
    ['of 25 words after another', `Short. ${long(25)}`, 0],
    ['that is parted by a colon', `${long(20).slice(0, -1)}: ${long(20)}`, 0],
    ['with a section and a number in it', `RFC 9110 §15.5.2 and 1.1 ${long(22)}`, 1],
    ['of code with words in it', `\`${long(40)}\` is code.`, 0],
  ])('%s is judged', (_, text, faults) => {
    expect(plainFaults({ file: 'a', line: 1, text })).toHaveLength(faults);
  });
});

test('the glossary may name a word that it explains', () => {
  const prose = { line: 1, text: 'RFC 9110 calls it a field line.' };
  expect(plainFaults({ ...prose, file: 'content/glossary.yaml' })).toEqual([]);
  expect(plainFaults({ ...prose, file: 'content/causes/01-a.mdx' })).toHaveLength(1);
});

test.each([
  ['content/lessons/10-a/lesson.mdx', 'summary', 'You are logged in.', 1],
  ['content/lessons/10-a/lesson.mdx', 'searchTitle', '401 although I am logged in', 0],
  ['content/causes/01-a.mdx', 'title', 'The browser opens a login popup', 0],
  ['content/causes/01-a.mdx', 'summary', 'The browser opens a login popup', 1],
  ['content/causes/01-a.mdx', undefined, 'Send it to /login, or to `login`.', 0],
  ['content/causes/01-a.mdx', undefined, 'Read the answer. The server’s answer has it.', 2],
  ['content/causes/01-a.mdx', undefined, 'The server answers 401. Answer it.', 0],
  ['components/quiz/Outcome.tsx', undefined, 'The answer was right.', 0],
])('a response and a sign-in have one word each: %s, %s, “%s”', (file, key, text, faults) => {
  expect(plainFaults({ file, line: 1, text, ...(key && { key }) })).toHaveLength(faults);
});
