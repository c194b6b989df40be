import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { lessonText, listLessons } from '@/lib/content/lessons';
import { plainFaults } from '@/lib/content/plain-words';
import type { Case, Choose, Suite } from './handler';
import { handlerNames, loadHandler } from './index';
import { judgeSuite } from './judge';
import { type Outcome, readMessage, type WorkerMessage } from './reply';

const script = readFileSync(join(import.meta.dirname, 'worker.mjs'), 'utf8');

/** The script of the worker in a realm of its own, with the few things of a worker that it needs. */
function openWorker() {
  let hear: (event: { data: unknown }) => void = () => undefined;
  const sent: unknown[] = [];
  const realm = createContext({
    ...{ atob, btoa, URLSearchParams, TextDecoder, TextEncoder, fetch, setTimeout },
    postMessage: (message: unknown) => sent.push(structuredClone(message)),
    addEventListener: (_: string, listener: typeof hear) => {
      hear = listener;
    },
  });
  runInContext(script, realm);
  return {
    ask(data: object): WorkerMessage | undefined {
      // What crosses to a worker is made anew in its realm.
      hear({ data: runInContext(`(${JSON.stringify(data)})`, realm) as object });
      return readMessage(sent.pop());
    },
  };
}

function answers(program: string, { given, cases }: Suite): ReadonlyMap<string, Outcome> | string {
  const worker = openWorker();
  const began = worker.ask({ program, given });
  if (began?.kind !== 'ready') return began?.kind === 'broken' ? began.text : 'no answer';
  return new Map(
    cases.flatMap(({ name, request }, id) => {
      const message = worker.ask({ id, request });
      return message?.kind === 'outcome' ? [[name, message.outcome] as const] : [];
    }),
  );
}

/** The failed checks of a program, by the names of the cases. */
async function faults(program: string, suite: Suite): Promise<Record<string, string>> {
  const given = answers(program, suite);
  if (typeof given === 'string') throw new Error(given);
  const verdicts = await judgeSuite(suite.cases, (name) => given.get(name));
  return Object.fromEntries(
    verdicts.flatMap((verdict, at) =>
      verdict.right ? [] : [[suite.cases[at]?.name ?? '', verdict.step.check]],
    ),
  );
}

/** Numbers that look like chance and are the same in every run. */
function seeded(seed: number): Choose {
  let state = seed;
  return (below) => {
    state = (state * 48_271 + 11) % 2_147_483_647;
    return state % below;
  };
}

describe.each(handlerNames)('%s', async (name) => {
  const handler = await loadHandler(name);

  test.each([1, 77])('its solution answers every request rightly (seed %i)', async (seed) => {
    expect(await faults(handler.solution, handler.suite(seeded(seed)))).toEqual({});
  });

  test('says its task in plain words, and in 60 at most', () => {
    const file = `lib/handlers/catalog/${name}.ts`;
    const { title, task, uses } = handler;
    const words = [title, task, ...uses, ...handler.suite(seeded(1)).cases.map((attack) => attack.name)];
    expect(words.flatMap((text) => plainFaults({ file, line: 1, text }))).toEqual([]);
    expect(task.split(/\s+/).length).toBeLessThanOrEqual(60);
  });

  test('stands in a lesson', () => {
    const used = listLessons().some(({ folder }) => lessonText(folder).includes(`<Handler name="${name}"`));
    expect(used).toBe(true);
  });

  test('has five mistakes or more', () => {
    expect(handler.mistakes.length).toBeGreaterThanOrEqual(5);
  });

  test.each(handler.mistakes)('tells the mistake: $name', async ({ program, fails, check }) => {
    expect(await faults(program, handler.suite(seeded(5)))).toMatchObject({ [fails]: check });
  });

  test('no answer that is the same for every request passes', async () => {
    for (const status of [200, 400, 401, 403, 404]) {
      const failed = await faults(`const decide = () => ({ status: ${status} });`, handler.suite(seeded(9)));
      expect(Object.keys(failed).length, String(status)).toBeGreaterThan(1);
    }
  });

  test('has other secrets in every run', () => {
    const [first, second] = [handler.suite(seeded(1)), handler.suite(seeded(2))];
    expect(JSON.stringify(first.given)).not.toBe(JSON.stringify(second.given));
  });
});

test('the catalog is the folder', () => {
  const files = readdirSync(join(import.meta.dirname, 'catalog')).map((file) => file.replace(/\.ts$/, ''));
  expect(files.sort()).toEqual([...handlerNames].sort());
});

describe('the worker', () => {
  const request = {
    method: 'GET',
    target: '/a?b=c',
    fields: [
      ['X-One', '1'],
      ['x-one', '2'],
    ],
  };
  const ask = (program: string) => {
    const worker = openWorker();
    const began = worker.ask({ program, given: { accounts: [{ username: 'ada' }] } });
    return began?.kind === 'ready' ? worker.ask({ id: 1, request }) : began;
  };
  const returned = (program: string) => {
    const message = ask(program);
    if (message?.kind !== 'outcome' || !('returned' in message.outcome))
      throw new Error(JSON.stringify(message));
    return message.outcome.returned;
  };
  const shows = (expression: string) =>
    returned(`function decide(request) { return { status: 200, body: String(${expression}) }; }`).body;

  test('gives a request with path, query and joined headers (RFC 9110 §5.2)', () => {
    const parts =
      "[request.method, request.path, request.query, request.header('X-ONE'), request.header('y')]";
    expect(shows(parts)).toBe('GET,/a,b=c,1, 2,');
  });

  test.each([
    'fetch',
    'postMessage',
    'addEventListener',
    'setTimeout',
    'process',
    'require',
    'importScripts',
  ])('takes %s away, however it is asked for', (name) => {
    expect(shows(`typeof ${name}`)).toBe('undefined');
    expect(shows(`typeof globalThis['${name}']`)).toBe('undefined');
    expect(shows(`typeof (function () {}).constructor('return this')()['${name}']`)).toBe('undefined');
  });

  test('lets no program change what it was given', () => {
    const program = "function decide() { accounts[0].username = 'eve'; return { status: 200 }; }";
    expect(ask(program)).toMatchObject({ outcome: { failure: expect.stringContaining('TypeError') } });
  });

  test.each([
    ['throws', "throw new Error('no')", 'threw Error: no'],
    ['throws what has no words', 'throw { get message() { throw 1; } }', 'threw something that has no words'],
    ['returns nothing', '', 'returned undefined in place of a response'],
    [
      'returns a promise',
      'return Promise.resolve(1)',
      'returned a promise; here a response is returned at once',
    ],
    ['returns a status as text', "return { status: '401' }", 'returned a response whose status is a string'],
    [
      'returns an object as its body',
      'return { status: 200, body: {} }',
      'returned a body that is an object, and not text',
    ],
    [
      'returns much',
      "return { status: 200, body: 'x'.repeat(1e6) }",
      'returned a body of more than 16384 characters',
    ],
    [
      'returns many headers',
      "return { status: 200, headers: Array.from({ length: 99 }, () => ['A', 'b']) }",
      'returned more than 32 headers',
    ],
    [
      'returns a trap',
      'return new Proxy({}, { get() { throw 1; } })',
      'returned a response that cannot be read: 1',
    ],
  ])('says that a handler %s', (_, body, failure) => {
    expect(ask(`function decide() { ${body} }`)).toMatchObject({ outcome: { failure } });
  });

  test.each([
    ['does not parse', 'function decide( {', 'The program does not run: SyntaxError'],
    ['throws at once', 'null.x', 'The program does not run: TypeError'],
    ['has no decide', 'const answer = 1;', 'The program has no function called decide.'],
  ])('says that a program %s', (_, program, text) => {
    expect(ask(program)).toMatchObject({ kind: 'broken', text: expect.stringContaining(text) });
  });

  test('bounds what a program prints', () => {
    const program =
      "function decide() { for (let i = 0; i < 99; i++) console.log('x'.repeat(9999)); return { status: 200 }; }";
    const message = ask(program);
    const { printed } = message?.kind === 'outcome' ? message.outcome : { printed: [] };
    expect(printed).toHaveLength(20);
    expect(printed[0]).toHaveLength(500);
  });

  test('a program that tampers with the language answers for itself alone', async () => {
    const handler = await loadHandler('challenge-every-401');
    const tampering = `
      Array.prototype.push = () => 99;
      Array.prototype.every = () => true;
      Object.prototype.toJSON = () => ({ right: true });
      JSON.stringify = () => '{"right":true}';
      Object.defineProperty(Object.prototype, 'failure', { get: () => undefined });
      function decide() { return { status: 200, right: true }; }`;
    const suite = handler.suite(seeded(3));
    expect(Object.keys(await faults(tampering, suite))).toHaveLength(suite.cases.length);
  });
});

describe('reading a message of the worker', () => {
  test.each([
    ['nothing', undefined],
    ['a text', 'ready'],
    ['another kind', ['solved']],
    ['an outcome without its number', ['failed', 'x', [], 'threw']],
    ['a body that is no text', ['returned', 1, [], 200, [], {}]],
    ['half a header', ['returned', 1, [], 200, ['A'], '']],
    ['too much printed', ['failed', 1, Array(21).fill('x'), 'threw']],
    ['a body that is too long', ['returned', 1, [], 200, [], 'x'.repeat(16_385)]],
  ])('refuses %s', (_, data) => {
    expect(readMessage(data)).toBeUndefined();
  });
});

describe('judging', () => {
  const attack: Case = {
    name: 'nobody',
    content: 'secret',
    request: { method: 'GET', target: '/', fields: [['Host', 'api.example']] },
    resource: {
      realm: 'a',
      path: '/',
      offers: [{ kind: 'basic', accounts: [] }],
      access: { kind: 'anyone' },
      hides: false,
    },
  };
  const judge = async (status: number, headers: [string, string][] = [], body = '') => {
    const [verdict] = await judgeSuite([attack], () => ({
      returned: { status, fields: headers, body },
      printed: [],
    }));
    return verdict?.right ? 'right' : verdict?.step.check;
  };

  test('takes a 401 with its challenge', async () => {
    expect(await judge(401, [['WWW-Authenticate', 'Basic realm="a"']])).toBe('right');
  });

  test.each([
    ['a status that is none', 99, [], 'the status is a final one'],
    ['a line break in a header', 401, [['X', 'a\r\nSet-Cookie: b']], 'every header of the response parses'],
    ['a name that is no token', 401, [['a b', 'c']], 'every header of the response parses'],
    [
      'a challenge that does not parse',
      401,
      [['WWW-Authenticate', 'Basic realm="a']],
      'WWW-Authenticate parses',
    ],
  ] as [string, number, [string, string][], string][])('refuses %s', async (_, status, headers, check) => {
    expect(await judge(status, headers)).toBe(check);
  });

  test('says that no answer came', async () => {
    const [verdict] = await judgeSuite([attack], () => undefined);
    expect(verdict).toMatchObject({ right: false, step: { saw: 'no answer', rule: 'RFC 9110 §15.6.1' } });
  });
});
