/** README, CONTRIBUTING and docs name things: commands, files, pages, variables. Each of them must be there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './paths.mjs';

const text = (path: string) => readFileSync(join(root, path), 'utf8');
const markdownIn = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));

const documents = ['.', 'docs', 'docs/decisions', '.github'].flatMap(markdownIn);
const guides = documents.filter((path) => !path.includes('decisions'));
const readme = text('README.md');
const everything = (source: string, pattern: RegExp) =>
  [...source.matchAll(pattern)].map(([, match = '']) => match);

/** GitHub's anchor of a heading. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
const anchors = (path: string) => everything(text(path), /^#+ (.+)$/gm).map(anchor);

describe.each(documents)('%s', (path) => {
  const source = text(path);

  test('has links that lead somewhere', () => {
    const links = everything(source, /(?:\]\(|srcset="|src=")([^)"\s]+)/g).filter(
      (link) => !/^(https?|mailto):/.test(link),
    );
    const dead = links.filter((link) => {
      const [file = '', heading] = link.split('#');
      const target = file ? join(dirname(path), file) : path;
      if (!existsSync(join(root, target))) return true;
      return heading !== undefined && !anchors(target).includes(heading);
    });
    expect(dead).toEqual([]);
  });
});

describe.each(guides)('%s', (path) => {
  const source = text(path);

  test('names commands that package.json has', () => {
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
    const named = [
      ...everything(source, /\bnpm run ([\w:-]+)/g),
      ...everything(source, /\bnpm (start|test)\b/g),
    ];
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    for (const command of everything(source, /scripts\/run\.mjs (\w+)/g)) {
      expect(existsSync(join(root, 'scripts', 'commands', `${command}.mjs`)), command).toBe(true);
    }
  });

  test('names files and folders that are there', () => {
    const named = everything(
      source,
      /`((?:app|components|content|docs|e2e|lib|scripts)\/[\w./[\]-]*)`/g,
    ).filter((name) => !name.includes('your-slug'));
    expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });
});

describe('README.md', () => {
  test('names the Node.js that package.json asks for', () => {
    const { engines } = JSON.parse(text('package.json')) as { engines: { node: string } };
    for (const path of ['README.md', 'CONTRIBUTING.md']) {
      expect(everything(text(path), /Node\.js (\d+\.\d+) or newer/g)).toEqual([engines.node.slice(2)]);
    }
  });

  test('lists pages that are there', () => {
    const pages = everything(readme, /^\| `(\/[\w/-]*)` \|/gm);
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.filter((page) => !existsSync(join(root, 'app', page, 'page.tsx')))).toEqual([]);
  });

  test('shows every picture that is taken', () => {
    const shown = everything(readme, /"docs\/pictures\/([^"]+)"/g);
    expect(shown.sort()).toEqual(readdirSync(join(root, 'docs', 'pictures')).sort());
  });

  test('lists the components of lessons, and no others', () => {
    const map = /const components = \{([\s\S]*?)\n\} satisfies/.exec(text('mdx-components.tsx'))?.[1] ?? '';
    const listed = /Components in the text: ([^.]+)\./.exec(readme)?.[1] ?? '';
    expect(everything(listed, /`(\w+)`/g).sort()).toEqual(everything(map, /^ {2}([A-Z]\w+)\b/gm).sort());
  });

  test('lists the kinds of quiz questions, and no others', () => {
    const kinds = everything(text('lib/quiz/question.ts'), /\bkind: '(\w+)'/g);
    const listed = /\bKinds: ([^.]+)\./.exec(readme)?.[1] ?? '';
    expect(everything(listed, /`(\w+)`/g).sort()).toEqual([...new Set(kinds)].sort());
  });

  test('lists variables that some code reads', () => {
    const code = ['lib', 'scripts']
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
          .filter((name) => /(?<!\.test)\.(ts|mjs)$/.test(name))
          .map((name) => text(join(folder, name))),
      )
      .join('\n');
    const variables = everything(readme, /^\| `([A-Z_]+)` \|/gm);
    expect(variables).toContain('DOORMAN_SECRET');
    expect(variables.filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([]);
    const elsewhere = everything(text('docs/deployment.md'), /^\| `([A-Z_]+)` \|/gm);
    expect(elsewhere.filter((name) => !variables.includes(name))).toEqual([]);
  });
});

describe('docs/README.md', () => {
  const index = text('docs/README.md');

  test('lists every file of docs', () => {
    const here = readdirSync(join(root, 'docs')).filter(
      (name) => name !== 'README.md' && name !== 'decisions',
    );
    expect(everything(index, /^\| \[[^\]]+\]\(([^)/]+)\)/gm).sort()).toEqual(here.sort());
  });

  test('lists every decision by its number, each of which is there once', () => {
    const files = readdirSync(join(root, 'docs', 'decisions')).sort();
    const numbers = files.map((name) => Number.parseInt(name, 10));
    expect(numbers).toEqual(files.map((_, at) => at + 1));
    expect(files.map((name) => Number(/^# (\d+)\. /.exec(text(`docs/decisions/${name}`))?.[1]))).toEqual(
      numbers,
    );
    expect(everything(index, /^\| \[\d+\]\(decisions\/([^)]+)\)/gm)).toEqual(files);
    expect(everything(index, /^\| \[(\d+)\]\(decisions/gm).map(Number)).toEqual(numbers);
  });
});
