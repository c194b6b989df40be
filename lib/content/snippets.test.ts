import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { errorText, toldOf } from './fixtures';
import { highlight } from './highlight';
import type { Known } from './known';
import { loadSnippets, snippetFaults, snippetSets } from './snippets';

const knownNames: Known = {
  lessons: new Map(),
  drafts: new Map([['open-bearer', new Set(['start'])]]),
  causes: new Set(),
  snippets: new Set(),
  sequences: new Set(),
  pictures: { screenshots: new Set(), recordings: new Set() },
  glossary: {},
  misconceptions: {},
};
const client = '{ file: a.mjs, title: fetch, side: client, language: javascript }';
const run = client.replace(
  'javascript',
  'javascript, run: { with: node, exercise: open-bearer, prints: "200" }',
);

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'doorman-snippets-'));
  mkdirSync(join(root, 'content/snippets/a-set'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

function write(snippets: string, files: Record<string, string> = { 'a.mjs': 'await fetch("");\n' }) {
  const folder = join(root, 'content/snippets/a-set');
  writeFileSync(join(folder, 'set.yaml'), `title: A set\nsnippets: [${snippets}]\n`);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

describe('a set of snippets', () => {
  test('that is right is read, with its sources', () => {
    write(run);
    expect(loadSnippets('a-set', root)).toMatchObject({
      title: 'A set',
      snippets: [{ text: 'await fetch("");' }],
    });
    expect(toldOf(snippetFaults(knownNames, root))).toBe('nothing');
  });

  test.each([
    [
      'a language that nobody colours',
      client.replace('javascript', 'cobol'),
      'snippets[0].language',
      'Write one of: apache',
    ],
    ['a side that is none', client.replace('client', 'middle'), 'snippets[0].side', '“middle”'],
    ['a missing file', client.replace('a.mjs', 'b.mjs'), 'snippets[0].file', 'There is no file “b.mjs”'],
    [
      'a file of elsewhere',
      client.replace('a.mjs', '../a.mjs'),
      'snippets[0].file',
      'not the name of a file',
    ],
    [
      'a run that prints nothing',
      run.replace(', prints: "200"', ''),
      'snippets[0].run.prints',
      'It is missing',
    ],
    [
      'an unknown exercise',
      run.replace('open-bearer', 'open-sesame'),
      'snippets[0].run.exercise',
      'no exercise “open-sesame”',
    ],
    [
      'a server that is asked nothing',
      '{ file: a.mjs, title: Express, side: server, language: javascript, run: { with: node, requests: [] } }',
      'snippets[0].run.requests',
      'at least 1',
    ],
  ])('with %s is refused, with file and key', (_, snippets, key, reason) => {
    write(snippets);
    const message = toldOf(snippetFaults(knownNames, root));
    expect(message).toContain('content/snippets/a-set/set.yaml');
    expect(message).toContain(key);
    expect(message).toContain(reason);
  });

  test('with a file that stands in no tab, or with a long one, is refused', () => {
    write(client, { 'a.mjs': 'await 1;\n'.repeat(26), 'b.mjs': '' });
    const message = errorText(() => loadSnippets('a-set', root));
    expect(message).toContain('a.mjs has 26 lines, 25 are the most');
    expect(message).toContain('The file b.mjs is in no tab');
  });

  test('without a set.yaml is refused', () => {
    expect(errorText(() => loadSnippets('a-set', root))).toContain('There is no such file');
  });
});

test('colours change no character of any snippet', () => {
  const all = snippetSets().flatMap((set) => loadSnippets(set).snippets);
  expect(all.length).toBeGreaterThan(0);
  for (const { text, language } of all) {
    const lines = highlight(text, language).map((line) => line.map((piece) => piece.text).join(''));
    expect(lines.join('\n')).toBe(text);
  }
}, 30_000);
