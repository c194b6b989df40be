import { expect, test } from 'vitest';
import { firstTermFaults } from './first-terms';
import { toldOf } from './fixtures';
import { lessonFile } from './lesson';
import { lessonText, listLessons, loadGlossary } from './lessons';

const says = 'What it means.';
const glossary = {
  token: { term: 'token', says },
  'refresh-token': { term: 'refresh token', says },
  policy: { term: 'policy', says },
  jwks: { term: 'key set (JWKS)', says },
  'authorization-field': { term: 'Authorization field', says },
  basic: { term: 'Basic', says },
};
const lines = (...texts: string[]) =>
  firstTermFaults(
    texts.map((text, index) => ({ file: `${index + 1}`, text })),
    glossary,
  ).map(({ file, line, advice }) => `${file}:${line} ${/id="([^"]+)"/.exec(advice)?.[1]}`);

test.each([
  ['a term before it is marked', ['A token.\n\nA <Term id="token">token</Term>.'], ['1:1 token']],
  ['a term that is marked in an earlier lesson', ['A <Term id="token">token</Term>.', 'A token.'], []],
  ['a term that is marked in the same paragraph', ['Tokens: a <Term id="token">token</Term>.'], []],
  ['a term inside a longer one', ['A <Term id="refresh-token">refresh token</Term>.'], []],
  ['a plural', ['\n\nPolicies differ.'], ['1:3 policy']],
  ['the other name of a term', ['The JWKS changes.'], ['1:1 jwks']],
  ['a header', ['Send `Authorization`.', 'Authorization is another thing.'], ['1:1 authorization-field']],
  ['a word in other capitals', ['A basic idea.'], []],
  ['a word in a heading, in code, and as a part', ['## A token\n\n```\ntoken\n```\n\ntoken68 is.'], []],
  ['a common word in code', ['Send `a token`.'], []],
  ['a cell of a table', ['| a | b |\n| --- | --- |\n| c | a token |'], ['1:3 token']],
])('%s is judged', (_, texts, expected) => {
  expect(lines(...texts)).toEqual(expected);
});

test('the course explains each term of the glossary where it uses it first', () => {
  const lessons = listLessons().map(({ folder }) => ({ file: lessonFile(folder), text: lessonText(folder) }));
  const glossary = loadGlossary();
  expect(toldOf(firstTermFaults(lessons, glossary))).toBe('nothing');
}, 30_000);
