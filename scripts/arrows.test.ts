/** Every arrow of the house, proved on small files: what a room may import, and what the linter refuses there. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packages, root } from './paths.mjs';

const biome = join(packages, '@biomejs', 'biome', 'bin', 'biome');

const frameworks = ['next', 'next/headers', 'react', 'react-dom/client', 'server-only'];

/** By a file of the room: specifiers that pass there, and specifiers that do not. */
const rooms: Record<string, { may: string[]; mayNot: string[] }> = {
  'lib/http-auth/probe.ts': {
    may: ['jose', './message', './schemes/basic', '@/lib/http-auth/message'],
    mayNot: [
      ...frameworks,
      ...['node:crypto', 'zod', '..', '../store/memory', './../store/memory', './schemes/../../store/memory'],
      ...[
        '@/lib/http-auth/../store/memory',
        '@/lib/http-author/probe',
        '@/lib/exercises',
        '@/lib/sandbox/draft',
      ],
      ...[
        '@/lib/store/memory',
        '@/lib/wire/tap',
        '@/lib/content/lessons',
        '@/components/ui/Button',
        '@/app/page',
      ],
    ],
  },
  'lib/http-auth/schemes/probe.ts': {
    may: ['jose', './basic', '../message', '@/lib/http-auth/message'],
    mayNot: [...frameworks, 'node:crypto', '../..', '../../store/memory', '../schemes/../../store/memory'],
  },
  'lib/exercises/probe.ts': {
    may: ['jose', './exercise', '@/lib/http-auth/draft', '@/lib/exercises/people'],
    mayNot: [
      ...frameworks,
      ...[
        'node:fs',
        'zod',
        '../http-auth/draft',
        '@/lib/sandbox/draft',
        '@/lib/store/memory',
        '@/lib/wire/tap',
      ],
      ...['@/lib/content/lessons', '@/components/ui/Button', '@/app/page'],
    ],
  },
  'lib/exercises/catalog/probe.ts': {
    may: ['../exercise', '@/lib/http-auth/schemes/basic'],
    mayNot: [...frameworks, 'node:fs', '../../sandbox/draft', '@/lib/sandbox/draft'],
  },
  'lib/exercises/index.ts': {
    may: ['node:fs', 'node:path', './exercise', '@/lib/http-auth/draft'],
    mayNot: [...frameworks, 'node:child_process', '../store/memory', '@/lib/store/memory'],
  },
  'lib/wire/probe.ts': {
    may: [
      ...['node:http', 'node:diagnostics_channel', './tap', '@/lib/http-auth/message'],
      '@/next/build-facts.mjs',
    ],
    mayNot: [
      ...frameworks,
      '../sandbox/respond',
      '@/lib/sandbox/respond',
      '@/lib/exercises',
      '@/lib/store/memory',
    ],
  },
  'lib/store/probe.ts': {
    may: ['node:net', 'lru-cache', './store', '@/lib/http-auth/message'],
    mayNot: [...frameworks, '../wire/tap', '@/lib/wire/tap', '@/lib/sandbox/respond', '@/lib/exercises'],
  },
  'lib/operation/probe.ts': {
    may: ['node:net', 'prom-client', './log', '@/lib/exercises', '@/lib/store/current'],
    mayNot: [...frameworks, '../wire/tap', '@/lib/content/lessons', '@/lib/exercises/people'],
  },
  'lib/offline/probe.ts': {
    may: ['node:fs', './serve', '@/lib/offline/serve', '@/next/build-facts.mjs'],
    mayNot: [...frameworks, '../wire/tap', '@/lib/wire/tap', '@/lib/content/lessons', '@/lib/exercises'],
  },
  'next/probe.mjs': {
    may: ['node:fs', './defer.mjs'],
    mayNot: ['next/headers', 'react-dom/server', '../lib/wire/tap', '@/lib/wire/tap', '../scripts/paths.mjs'],
  },
  'lib/sandbox/probe.ts': {
    may: [
      './draft',
      '@/lib/exercises',
      '@/lib/exercises/exercise',
      '@/lib/store/store',
      '@/lib/wire/tap',
      'zod',
    ],
    mayNot: [
      ...frameworks,
      ...['node:net', 'node:crypto', '../content/lessons', '@/lib/content/lessons', '@/components/ui/Button'],
      ...['@/lib/progress/progress', '@/app/page'],
    ],
  },
  'lib/sandbox/relay.ts': {
    may: ['node:net', '@/lib/wire/tap'],
    mayNot: [...frameworks, 'node:fs', 'node:http', 'node:child_process', '../content/lessons'],
  },
  'lib/sandbox/catalogue.ts': {
    may: ['@/lib/exercises', '@/lib/content/lessons'],
    mayNot: [...frameworks, 'node:fs', '../content/lessons', '@/components/ui/Button'],
  },
  'lib/sandbox/draft.ts': {
    may: ['./draft-share', './quote', '@/lib/http-auth/draft', '@/lib/sandbox/exchange'],
    mayNot: [
      ...frameworks,
      ...[
        './respond',
        '@/lib/sandbox/respond',
        '@/lib/exercises',
        '@/lib/exercises/exercise',
        '../exercises',
      ],
      ...['@/lib/store/store', '@/lib/wire/tap', 'node:net', 'zod', 'yaml'],
    ],
  },
  'lib/content/probe.ts': {
    may: [
      'node:fs',
      'yaml',
      'zod',
      './lessons',
      '@/lib/exercises',
      '@/lib/http-auth/rule',
      '@/lib/quiz/question',
    ],
    mayNot: [
      ...frameworks,
      '../store/memory',
      '@/lib/sandbox/respond',
      '@/lib/store/memory',
      '@/lib/wire/tap',
    ],
  },
  'lib/progress/probe.ts': {
    may: ['react', 'ts-fsrs', './merge', '@/lib/progress/merge', '@/lib/http-auth/rule'],
    mayNot: ['next/navigation', 'zod', 'node:fs', '../exercises', '@/lib/exercises', '@/lib/content/lessons'],
  },
  'lib/quiz/probe.ts': {
    may: ['./round', '@/lib/progress/progress', '@/lib/http-auth/grammar'],
    mayNot: [
      'next/navigation',
      'yaml',
      'node:fs',
      '../content/lessons',
      '@/lib/exercises',
      '@/lib/content/lessons',
    ],
  },
  'lib/search/probe.ts': {
    may: ['minisearch', './highlight', '@/lib/quiz/round'],
    mayNot: ['next/navigation', 'yaml', 'node:fs', '../content/lessons', '@/lib/content/lessons'],
  },
  'lib/practice/probe.ts': {
    may: [
      ...['./situation', '@/lib/practice/ask', '@/lib/quiz/build', '@/lib/progress/progress'],
      ...['@/lib/http-auth/decide', '@/lib/http-auth/schemes/basic', '@/lib/http-auth/schemes/token'],
    ],
    mayNot: [
      ...frameworks,
      ...['zod', 'yaml', 'jose', 'node:crypto', '../quiz/build', '@/lib/http-auth/schemes/jwt'],
      ...['@/lib/progress/record', '@/lib/sandbox/draft', '@/lib/exercises', '@/lib/content/lessons'],
      ...['@/components/ui/Button', '@/app/page'],
    ],
  },
  'components/sandbox/Probe.tsx': {
    may: [
      ...['react', 'next/link', 'lucide-react', './Send', '../ui/Button', '@/components/trace/Gates'],
      ...[
        '@/lib/http-auth/decision',
        '@/lib/sandbox/draft',
        '@/lib/sandbox/draft-share',
        '@/lib/sandbox/snippets',
      ],
      ...['@/lib/sandbox/exchange', '@/lib/progress/progress', '@/lib/quiz/round', '@/lib/search/highlight'],
    ],
    mayNot: [
      ...['@/lib/exercises', '@/lib/exercises/exercise', '@/lib/store/memory', '@/lib/wire/tap'],
      ...['@/lib/content/lessons', '@/lib/sandbox/respond', '@/lib/sandbox/relay', '@/app/page'],
      ...['../../lib/exercises', './../../lib/exercises', '../ui/../../lib/exercises'],
      ...['zod', 'yaml', 'jose', 'lru-cache', 'shiki', 'shiki/core', 'node:crypto'],
    ],
  },
  'components/Probe.tsx': { may: [], mayNot: ['react', '../lib/exercises'] },
  'app/probe.tsx': {
    may: ['next', 'react', './fonts', '@/components/ui/Button', '@/lib/exercises', '@/lib/sandbox/respond'],
    mayNot: ['node:fs', '../lib/exercises', '../../lib/exercises', '@/e2e/fixtures', '@/scripts/paths.mjs'],
  },
  'mdx-components.tsx': {
    may: ['@/components/ui/Button', '@/lib/exercises'],
    mayNot: ['node:fs', './lib/exercises', './components/ui/Button', '@/e2e/fixtures'],
  },
  'instrumentation.ts': {
    may: ['@/lib/wire/tap', './lib/wire/tap', './lib/sandbox/open-front-door', './lib/operation/start'],
    mayNot: ['node:fs', 'next', '@/lib/sandbox/respond', './lib/sandbox/respond', '@/lib/exercises'],
  },
  'e2e/probe.spec.ts': {
    may: [
      '@playwright/test',
      './fixtures',
      'node:child_process',
      '@/lib/exercises',
      '@/lib/exercises/attempt',
      '@/lib/content/snippets',
    ],
    mayNot: [
      ...[
        '@/lib/sandbox/respond',
        '@/lib/store/memory',
        '@/lib/wire/tap',
        '@/lib/content/lessons',
        '@/app/page',
      ],
      ...['@/components/ui/Button', '../lib/sandbox/respond', 'react', 'next/headers'],
    ],
  },
  'scripts/probe.mjs': {
    may: ['node:fs', './paths.mjs', './commands/start.mjs'],
    mayNot: ['@/lib/exercises', '../lib/exercises', 'next', 'react'],
  },
  'scripts/build.mjs': {
    may: ['node:fs', '../next/build-folder.mjs', '../next/whole-build.mjs', './paths.mjs'],
    mayNot: ['@/lib/exercises', '../lib/exercises', '../next/adapter.mjs', 'next', 'react'],
  },
  'scripts/commands/probe.mjs': {
    may: ['node:fs', '../paths.mjs'],
    mayNot: ['@/lib/exercises', '../../lib/exercises', 'next', 'react'],
  },
  'lib/http-auth/probe.test.ts': {
    may: ['vitest', 'fast-check', 'node:fs', './message', '@/lib/exercises'],
    mayNot: ['react', 'next/headers', '@/components/ui/Button', '@/app/page', '../../app/page'],
  },
};

/** The ways in which one module names another. */
const forms = [
  (specifier: string) => `import '${specifier}';`,
  (specifier: string) => `export * from '${specifier}';`,
  (specifier: string) => `await import('${specifier}');`,
];
const typeForms = [(specifier: string) => `import type { T } from '${specifier}';`];

interface Diagnostic {
  location: { path: string; start: { line: number } };
}

/** A house of the same rooms, with one file in each: a line for every specifier in every form. */
const house = mkdtempSync(join(tmpdir(), 'doorman-arrows-'));
const formsOf = (file: string) => (file.endsWith('.mjs') ? forms : [...forms, ...typeForms]);
let diagnostics: Diagnostic[] = [];

beforeAll(() => {
  copyFileSync(join(root, 'biome.json'), join(house, 'biome.json'));
  for (const [file, { may, mayNot }] of Object.entries(rooms)) {
    const lines = [...may, ...mayNot].flatMap((specifier) => formsOf(file).map((form) => form(specifier)));
    mkdirSync(join(house, dirname(file)), { recursive: true });
    writeFileSync(join(house, file), lines.join('\n'));
  }
  const args = ['lint', '--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none'];
  // Biome ends with 1 where it finds something, and here it has to.
  const { stdout } = spawnSync(process.execPath, [biome, ...args], { cwd: house, encoding: 'utf8' });
  diagnostics = JSON.parse(stdout).diagnostics;
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

/** In how many forms the linter refuses `specifier` in `file`. */
function refusals(file: string, specifier: string) {
  const { may, mayNot } = rooms[file] ?? { may: [], mayNot: [] };
  const perSpecifier = formsOf(file).length;
  const first = [...may, ...mayNot].indexOf(specifier) * perSpecifier + 1;
  const lines = diagnostics
    .filter(({ location }) => location.path === file)
    .map(({ location }) => location.start.line);
  return new Set(lines.filter((line) => line >= first && line < first + perSpecifier)).size;
}

for (const [file, { may, mayNot }] of Object.entries(rooms)) {
  describe(file, () => {
    test('may import what its arrows lead to', () => {
      expect(may.filter((specifier) => refusals(file, specifier) > 0)).toEqual([]);
    });
    test('may import nothing else, in whatever form', () => {
      expect(mayNot.filter((specifier) => refusals(file, specifier) < formsOf(file).length)).toEqual([]);
    });
  });
}
