/** All that learners read, in plain words: lessons, causes, quizzes, exercises, practice and the pages. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { codeProse } from './code-prose';
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

const told = (names: readonly string[]) => {
  const faults = faultsIn(names);
  return faults.length ? new ContentError(faults).message : '';
};

describe('plain words and sentences of at most 25 words', () => {
  test.each([
    ['lessons', files('content/lessons', /\.mdx$/)],
    ['quizzes', files('content/lessons', /\.yaml$/)],
    ['causes, and the page for visitors', [...files('content/causes', /\.mdx$/), 'content/visitors.mdx']],
    ['the other content', files('content', /^content\/[a-z]+\.yaml$|\/set\.yaml$/)],
    ['exercises', files('lib/exercises', /\.ts$/)],
    ['practice', files('lib/practice', /\.ts$/)],
    ['what the gates and the quiz say', [...files('lib/http-auth', /\.ts$/), ...files('lib/quiz', /\.ts$/)]],
    ['the pages', [...files('components', /\.tsx?$/), ...files('app', /\.tsx?$/)]],
  ])('are all that stands in %s', (_, names) => {
    expect(names.length).toBeGreaterThan(0);
    expect(told(names)).toBe('');
  });
});
