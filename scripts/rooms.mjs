// The rooms of the house: what each is for, which rooms and packages it may import, and where docs/architecture.svg
// draws it. scripts/rooms.test.ts holds every import to this table, and the drawing is made from it
// (`node scripts/architecture.mjs`).

/**
 * `path` is a folder, or a file that is a room by itself. `may` names rooms, or modules of a room (`lib/progress/progress`).
 * `packages` are npm packages, `node` modules of Node.js; `true` for any. `files` names single files that may more.
 * `place` is column, floor and width in the drawing; a room without it is not drawn.
 * @typedef {{
 *   path: string, purpose: string, may: readonly string[], packages: readonly string[] | true,
 *   node: readonly string[] | true, browser?: boolean, place?: readonly [number, number, number],
 *   files?: Readonly<Record<string, { node?: readonly string[], may?: readonly string[] }>>,
 * }} Room
 */

const client = [
  'lib/pages.ts',
  ...['lib/http-auth', 'lib/draft', 'lib/quiz', 'lib/practice', 'lib/progress', 'lib/search', 'lib/start'],
];
const library = [
  'lib/pages.ts',
  ...['lib/http-auth', 'lib/exercises', 'lib/draft', 'lib/sandbox', 'lib/wire', 'lib/store', 'lib/content'],
  ...['lib/figures', 'lib/quiz', 'lib/practice', 'lib/progress', 'lib/search', 'lib/start', 'lib/offline'],
];
const pagePackages = ['next', 'react', 'react-dom', 'lucide-react', 'minisearch', 'mdx'];

/** @type {readonly Room[]} */
export const rooms = [
  {
    path: 'app',
    purpose: 'pages and API routes, thin; what one route alone shows lies beside it',
    may: ['components', 'mdx-components.tsx', 'content', ...library],
    packages: pagePackages,
    node: [],
    place: [0, 0, 12],
  },
  {
    path: 'mdx-components.tsx',
    purpose: 'what a lesson can show',
    may: ['components', ...library],
    packages: pagePackages,
    node: [],
  },
  {
    path: 'components',
    purpose: 'by what a person does; only leaves that hold state are client code',
    may: client,
    packages: pagePackages,
    node: [],
    browser: true,
    place: [0, 1, 5],
  },
  {
    path: 'lib/practice',
    purpose: 'questions from a seed',
    may: [
      ...['lib/quiz', 'lib/progress/progress', 'lib/http-auth/*'],
      ...['basic', 'bearer', 'api-key'].map((scheme) => `lib/http-auth/schemes/${scheme}/${scheme}`),
      'lib/http-auth/schemes/token',
    ],
    packages: [],
    node: [],
    browser: true,
    place: [2, 2, 2],
  },
  {
    path: 'lib/quiz',
    purpose: 'questions, rounds',
    may: ['lib/http-auth', 'lib/progress'],
    packages: ['react'],
    node: [],
    browser: true,
    place: [2, 3, 2],
  },
  {
    path: 'lib/progress',
    purpose: 'what was done, what is due',
    may: ['lib/http-auth'],
    packages: ['react', 'ts-fsrs'],
    node: [],
    browser: true,
    place: [0, 4, 4],
  },
  {
    path: 'lib/start',
    purpose: 'what a page does first',
    may: ['lib/progress'],
    packages: [],
    node: ['node:fs', 'node:path'],
    place: [0, 3, 2],
  },
  {
    path: 'lib/search',
    purpose: 'the palette’s index',
    may: [],
    packages: ['react', 'minisearch'],
    node: [],
    browser: true,
    place: [0, 2, 1.6],
  },
  {
    path: 'lib/figures',
    purpose: 'what a build makes of content and exercises',
    may: [
      'lib/pages.ts',
      ...[
        'lib/content',
        'lib/draft',
        'lib/exercises',
        'lib/http-auth',
        'lib/quiz',
        'lib/sandbox',
        'lib/store',
      ],
    ],
    packages: [],
    node: [],
    place: [5, 1, 3],
  },
  {
    path: 'lib/content',
    purpose: 'reads and checks content/',
    may: ['lib/http-auth', 'lib/exercises', 'lib/pages.ts', 'lib/quiz'],
    packages: ['zod', 'yaml', 'shiki', '@mdx-js/mdx', 'remark-frontmatter', 'remark-gfm'],
    node: ['node:fs', 'node:path'],
    place: [5, 2, 2],
  },
  {
    path: 'lib/operation',
    purpose: 'start, health, metrics, end',
    may: ['lib/exercises/index', 'lib/sandbox', 'lib/store', 'lib/wire', 'next/build-folder'],
    packages: ['prom-client'],
    node: true,
    place: [8, 1, 4],
  },
  {
    path: 'lib/sandbox',
    purpose: 'a request in, a response out, a log',
    may: ['lib/draft', 'lib/exercises', 'lib/http-auth', 'lib/store', 'lib/wire'],
    packages: ['jose', 'lru-cache', 'zod', 'ipaddr.js'],
    node: [],
    files: { 'lib/sandbox/relay.ts': { node: ['node:net'] } },
    place: [7, 2, 5],
  },
  {
    path: 'lib/draft',
    purpose: 'a request that is being edited',
    may: ['lib/http-auth'],
    packages: [],
    node: [],
    browser: true,
    place: [4, 3, 2],
  },
  {
    path: 'lib/exercises',
    purpose: 'one file, one exercise',
    may: ['lib/http-auth'],
    packages: ['jose'],
    node: [],
    files: { 'lib/exercises/index.ts': { node: ['node:fs', 'node:path'] } },
    place: [6, 3, 2],
  },
  {
    path: 'lib/wire',
    purpose: 'what crossed the socket',
    may: ['lib/http-auth', 'next/build-facts'],
    packages: [],
    node: true,
    place: [9.4, 3, 1.4],
  },
  {
    path: 'lib/store',
    purpose: 'memory, a file or Redis',
    may: [],
    packages: ['lru-cache', 'redis'],
    node: true,
    place: [8, 3, 1.4],
  },
  {
    path: 'lib/offline',
    purpose: 'the worker',
    may: ['next/build-facts'],
    packages: [],
    node: ['node:fs', 'node:path'],
    place: [10.8, 3, 1.2],
  },
  {
    path: 'next',
    purpose: 'all that knows the framework’s build',
    may: [],
    packages: ['next'],
    node: true,
    place: [9.4, 4, 2.6],
  },
  {
    path: 'lib/http-auth',
    purpose:
      'decide(message, resource, env): the whole subject in one pure function, with a trace that says why',
    may: [],
    packages: ['jose', '@noble/hashes'],
    node: [],
    browser: true,
    place: [0, 5, 12],
  },
  {
    path: 'lib/pages.ts',
    purpose: 'every page, and how addresses are made',
    may: [],
    packages: [],
    node: [],
    browser: true,
  },
  {
    path: 'instrumentation.ts',
    purpose: 'what the server does once, at its start',
    may: ['lib/operation/start', 'lib/sandbox/open-front-door', 'lib/wire'],
    packages: [],
    node: [],
  },
  {
    path: 'content',
    purpose: 'texts, and the snippets that they show',
    may: [],
    packages: true,
    node: true,
  },
  {
    path: 'e2e',
    purpose: 'what a user sees and what crosses the wire',
    may: [
      'lib/pages.ts',
      'lib/exercises',
      'lib/http-auth',
      'lib/practice',
      'lib/draft',
      'lib/content/snippets',
      'scripts',
    ],
    packages: true,
    node: true,
  },
  {
    path: 'scripts',
    purpose: 'runs before anything is installed or built',
    may: ['next/build-folder'],
    packages: [
      'autocannon',
      'playwright',
      '@playwright/test',
      '@astrojs/starlight',
      'astro',
      'astro:content',
      'lighthouse',
      'react',
    ],
    node: true,
  },
];
