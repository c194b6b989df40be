/** No name is a word that says nothing: CONTRIBUTING.md lists them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { declaredNames } from './names';
import { root } from './paths.mjs';
import { sourceFiles } from './sources';

const contributing = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
const list = /These words alone are not names: (.+?)\. /.exec(contributing)?.[1] ?? '';
const words = [...list.matchAll(/`(\w+)`/g)].map(([, word]) => word);

// Parsing all files takes long: skipped are those where no line but a comment has any of the words.
const suspect = new RegExp(`^(?! *(?:\\*|//)).*\\b(?:${words.join('|')})\\b`, 'm');
const readFiles = () =>
  sourceFiles()
    .map((file): [string, string] => [file, readFileSync(join(root, file), 'utf8')])
    .filter(([, source]) => suspect.test(source));

test('CONTRIBUTING lists the words', () => expect(words).toContain('own'));

test('no variable, parameter, function or member of a type has such a name', () => {
  const faults = readFiles().flatMap(([file, source]) =>
    declaredNames(file, source)
      .filter(({ name }) => words.includes(name))
      .map(({ name, line }) => `${file}:${line} ${name}: say what it holds (CONTRIBUTING.md, Words)`),
  );
  expect(faults).toEqual([]);
});

test.each([
  ['const own = 1;', ['own']],
  ['const { a: own, ...found } = x;', ['own', 'found']],
  ['const [one = 1, [told]] = x;', ['one', 'told']],
  ['function say(hand: string, { kept }: X) {}', ['say', 'hand', 'kept']],
  ['const f = (one: string) => one;', ['f', 'one']],
  ['for (const one of list) {}', ['one']],
  ['try {} catch (told) {}', ['told']],
  ["import { x as found } from 'y';", ['found']],
  ['interface X { readonly own: string; say(hand: string): void }', ['own', 'say', 'hand']],
  ['type X = { own: string; f: (hand: string) => void };', ['own', 'f', 'hand']],
  ['class X { own = 1; say() {} }', ['own', 'say']],
  ["const json = { own: 'data' };", ['json']],
])('%s declares %j', (source, names) => {
  expect(declaredNames('a.ts', source).map(({ name }) => name)).toEqual(names);
});

test('counts lines from 1, and names a text that cannot be read', () => {
  expect(declaredNames('a.tsx', '\n\nconst own = <p />;')).toEqual([{ name: 'own', line: 3 }]);
  expect(() => declaredNames('a.ts', 'const = 1;')).toThrow(/^a\.ts: /);
});
