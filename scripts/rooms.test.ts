/** Every import follows the table of rooms, the table says no more than there is, and the drawing shows the table. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawRooms } from './architecture.mjs';
import { fault, importsOf, roomOf, target } from './imports';
import { root } from './paths.mjs';
import { rooms } from './rooms.mjs';
import { sourceFiles } from './sources';

const files = sourceFiles();

// This file names imports that are refused.
const sources = new Map(
  files
    .filter((file) => file !== 'scripts/rooms.test.ts')
    .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
);
const isTest = (file: string) => /(\.|\/)(test|spec|fixtures)\./.test(file);

test('every import follows the table of rooms', () => {
  const faults = [...sources].flatMap(([file, source]) =>
    importsOf(source).flatMap((entry) => {
      const sentence = fault(file, source, entry);
      return sentence ? [`${file}:${entry.line} ${sentence}`] : [];
    }),
  );
  expect(faults).toEqual([]);
});

test('the table names no arrow that nobody uses', () => {
  const used = (room: string, to: string) =>
    [...sources].some(
      ([file, source]) =>
        roomOf(file)?.path === room &&
        !isTest(file) &&
        importsOf(source).some(({ specifier }) => {
          const path = target(file, specifier);
          const name = to.replace(/(\/\*|\/index|\.tsx?)$/, '');
          return path !== undefined && (path === name || path.startsWith(`${name}/`));
        }),
    );
  const idle = rooms
    .filter(({ path }) => path !== 'mdx-components.tsx' && path !== 'e2e')
    .flatMap(({ path, may }) => may.filter((to) => !used(path, to)).map((to) => `${path} → ${to}`));
  expect(idle).toEqual([]);
});

test('every folder of lib is a room', () => {
  const folders = readdirSync(join(root, 'lib'), { withFileTypes: true });
  const strays = folders.filter(
    (entry) => entry.isDirectory() && roomOf(`lib/${entry.name}/x`) === undefined,
  );
  expect(strays.map(({ name }) => name)).toEqual([]);
});

test('docs/architecture.svg is what scripts/architecture.mjs draws', () => {
  expect(readFileSync(join(root, 'docs', 'architecture.svg'), 'utf8')).toBe(drawRooms());
});

/** A line of code in a file, and what the table says to it. */
const refused: [file: string, line: string][] = [
  ['lib/http-auth/probe.ts', "import { a } from '@/lib/store/memory';"],
  ['lib/http-auth/schemes/basic/probe.ts', "import { a } from '../../../store/memory';"],
  ['lib/http-auth/probe.ts', "import { a } from 'node:crypto';"],
  ['lib/http-auth/probe.ts', "import { a } from 'zod';"],
  ['lib/http-auth/probe.ts', "export * from 'next/headers';"],
  ['lib/exercises/catalog/probe.ts', "import type { A } from '@/lib/draft/draft';"],
  ['lib/sandbox/probe.ts', "import { a } from '@/lib/content/lessons';"],
  ['lib/sandbox/probe.ts', "import { a } from 'node:net';"],
  ['lib/draft/probe.ts', "import { a } from '@/lib/sandbox/respond';"],
  ['lib/wire/probe.ts', "import { a } from '../sandbox/respond';"],
  ['lib/practice/probe.ts', "import { a } from '@/lib/http-auth/schemes/jwt/jwt';"],
  ['lib/practice/probe.ts', "import { a } from '@/lib/progress/record';"],
  ['lib/elsewhere/probe.ts', "import { a } from './b';"],
  ['components/sandbox/Probe.tsx', "const a = await import('@/lib/exercises');"],
  ['components/sandbox/Probe.tsx', "import { a } from '../../lib/exercises';"],
  ['app/probe.tsx', "'use client';\nimport { a } from '@/lib/exercises';"],
  ['app/probe.tsx', "import { a } from 'node:fs';"],
  ['app/probe.tsx', "import { a } from '@/scripts/paths.mjs';"],
  ['next/probe.mjs', "import { a } from '../lib/wire/tap';"],
  ['scripts/probe.mjs', "import { a } from '../next/adapter.mjs';"],
  ['lib/http-auth/probe.test.ts', "import { a } from '@/app/page';"],
];

test.each(refused)('refuses in %s: %s', (file, line) => {
  expect(importsOf(line).map((entry) => fault(file, line, entry))).toEqual([expect.any(String)]);
});

const allowed: [file: string, line: string][] = [
  ['lib/http-auth/schemes/basic/probe.ts', "import { a } from '../../message';"],
  ['lib/exercises/index.ts', "import { a } from 'node:fs';"],
  ['lib/sandbox/relay.ts', "import { a } from 'node:net';"],
  ['components/sandbox/answer/Probe.tsx', "import { a } from '../editor/Chip';"],
  ['app/probe.tsx', "import { a } from '@/lib/exercises';"],
  ['app/sandbox/Probe.tsx', "'use client';\nimport { a } from '@/lib/progress/progress';"],
  ['lib/http-auth/probe.test.ts', "import { a } from '@/lib/exercises';"],
];

test.each(allowed)('lets pass in %s: %s', (file, line) => {
  expect(importsOf(line).map((entry) => fault(file, line, entry))).toEqual([undefined]);
});
