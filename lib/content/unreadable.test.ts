/** The check of the content ends with file, line and key where a file is broken, and never with a stack trace. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';

const broken = new Map<string, () => Buffer>();
const place = (file: string) => path.join(process.cwd(), 'content', file);
const textOf = (file: string) => readFileSync(place(file), 'utf8');

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const read = (file: string, ...rest: unknown[]) =>
    broken.get(file)?.() ?? (real.readFileSync as (...all: unknown[]) => unknown)(file, ...rest);
  return { ...real, readFileSync: read };
});

function refused(): Buffer {
  throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
}

/** What the check says while those files are broken. */
async function checkWith(files: Record<string, () => Buffer>): Promise<string> {
  for (const [file, read] of Object.entries(files)) broken.set(place(file), read);
  vi.resetModules();
  const { checkContent } = await import('./check');
  try {
    await checkContent();
  } catch (error) {
    const { name, message } = error as Error;
    expect(name).toBe('ContentError');
    return message;
  } finally {
    broken.clear();
  }
  return 'nothing';
}

test('every broken file is named, with its line and key', async () => {
  const cause = textOf('causes/03-expired-token.mdx');
  const glossary = textOf('glossary.yaml');
  const lesson = 'lessons/10-your-first-401/quiz.yaml';
  const message = await checkWith({
    'causes/03-expired-token.mdx': () => Buffer.from(cause.replace('\nsummary: "', '\nsummary: "A" "')),
    'cues.yaml': () => Buffer.from('proxy: { means: a proxy, telling: 9, says: [proxy] }\n'),
    'glossary.yaml': () => Buffer.from(glossary.replace(/\n(.*)$/s, '\ncafé: $1'), 'latin1'),
    [lesson]: refused,
    'misconceptions.yaml': () => Buffer.from([0xff, 0xfe, 0x61, 0x00]),
    'teach.yaml': () => Buffer.from('prepare: ['),
    'stacks/nginx-basic.yaml': () => Buffer.from('title: 401\n'),
    'cheatsheet.yaml': () => Buffer.from(''),
  });
  for (const line of [
    /^content\/causes\/03-expired-token\.mdx:3\n {2}This is not YAML: .+\n {2}→ Mind indentation/m,
    /^content\/cues\.yaml:1 · proxy\.telling\n/m,
    /^content\/glossary\.yaml:2\n {2}This is not UTF-8\.\n {2}→ Save the file in the encoding UTF-8\./m,
    new RegExp(
      `^content/${lesson}\\n {2}It cannot be read \\(EACCES\\)\\.\\n {2}→ See that it is a file`,
      'm',
    ),
    /^content\/misconceptions\.yaml:1\n {2}This is not UTF-8\./m,
    /^content\/teach\.yaml:1\n {2}This is not YAML: /m,
    /^content\/stacks\/nginx-basic\.yaml:1 · title\n/m,
    /^content\/cheatsheet\.yaml:\d+\n|^content\/cheatsheet\.yaml:\d+ · /m,
  ]) {
    expect(message).toMatch(line);
  }
  expect(message).not.toMatch(/ at .+:\d+:\d+\)|undefined|\[object/);
}, 60_000);

test('so are sets of snippets and sequences', async () => {
  const message = await checkWith({
    'snippets/one-bearer/set.yaml': refused,
    'sequences/agent.yaml': () => Buffer.from('title: caf\xe9\n', 'latin1'),
  });
  expect(message).toContain('content/snippets/one-bearer/set.yaml\n  It cannot be read (EACCES).');
  expect(message).toContain('content/sequences/agent.yaml:1\n  This is not UTF-8.');
}, 60_000);
