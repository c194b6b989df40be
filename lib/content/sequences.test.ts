import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runSequence } from '@/lib/figures/sequence';
import { toldOf } from './fixtures';
import type { Known } from './known';
import { checkSequences, loadSequence, sequenceFaults, sequenceNames, turnsOf } from './sequences';

const knownNames: Known = {
  lessons: new Map(),
  causes: new Set(),
  drafts: new Map([['first-401', new Set(['start', 'solution'])]]),
  snippets: new Set(),
  sequences: new Set(),
  pictures: { screenshots: new Set(), recordings: new Set() },
  glossary: {},
  misconceptions: {},
};

const right = `title: A challenge
exercise: first-401
lanes: { client: { name: Client }, server: { name: Server } }
steps:
  - { from: client, to: server, draft: start, status: 401, request: Ada asks., answers: { shows: [WWW-Authenticate] } }
  - { at: client, note: Ada finds her password. }
  - { from: client, to: server, draft: solution, status: 200, request: Ada answers., asks: { shows: [authorization] } }
`;

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => void rmSync(folder, { recursive: true })));

/** A root in which one sequence is written. */
function rootWith(text: string): string {
  const root = mkdtempSync(join(tmpdir(), 'sequences-'));
  folders.push(root);
  mkdirSync(join(root, 'content', 'sequences'), { recursive: true });
  writeFileSync(join(root, 'content', 'sequences', 'a-sequence.yaml'), text);
  return root;
}

const refused = async (text: string) => {
  try {
    await checkSequences(runSequence, rootWith(text));
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing';
};

describe('a sequence', () => {
  test('whose words fit what is sent is right', async () => {
    expect(toldOf(sequenceFaults(knownNames, rootWith(right)))).toBe('nothing');
    expect(await refused(right)).toBe('nothing');
  });

  test.each([
    ['an unknown draft', ['draft: start', 'draft: begin'], 'steps[0].draft', 'no draft “begin”'],
    ['an unknown exercise', ['first-401', 'first-402'], 'exercise', 'no exercise “first-402”'],
    ['an unknown lane', ['to: server', 'to: sever'], 'steps[0].to', '→ Write one of: client, server.'],
    ['a note without words', ['note: Ada finds her password.', ''], 'steps[1].note', 'It is missing.'],
    [
      'an arrow without an end',
      ['from: client, to: server', 'from: client'],
      'steps[0].to',
      'It is missing.',
    ],
    ['an arrow without a draft', ['draft: start, ', ''], 'steps[0].draft', 'It is missing.'],
    ['a key that nothing reads', ['request: Ada asks.', 'ask: Ada asks.'], 'steps[0]', 'Unknown key: ask'],
    ['one lane', [', server: { name: Server }', ''], 'lanes', 'fewer than two lanes'],
  ])('with %s is refused, with file and key', (_, [from = '', to = ''], key, reason) => {
    const message = toldOf(sequenceFaults(knownNames, rootWith(right.replace(from, to))));
    expect(message).toContain('content/sequences/a-sequence.yaml');
    expect(message).toContain(` · ${key}`);
    expect(message).toContain(reason);
  });

  test.each([
    ['another status than comes', ['status: 401', 'status: 403'], 'steps[0].status', '→ Write 401.'],
    ['a header that is not sent', ['[authorization]', '[Cookie]'], 'steps[2].asks', 'no header Cookie'],
    [
      'a header that should be missing',
      ['answers: { shows', 'answers: { lacks'],
      'steps[0].answers',
      'There is a header WWW-Authenticate.',
    ],
  ])('that tells of %s is refused, with file and key', async (_, [from = '', to = ''], key, reason) => {
    const message = await refused(right.replace(from, to));
    expect(message).toContain(`content/sequences/a-sequence.yaml · ${key}`);
    expect(message).toContain(reason);
  });

  test('that ends before its draft does is refused', async () => {
    const half = loadSequence('token-dance');
    const { unsent } = await runSequence(half.exercise, turnsOf(half).slice(0, 2));
    expect(unsent).toEqual(['solution']);
  });
});

describe('the sequences of the course', () => {
  test('are each what happens', async () => {
    expect(sequenceNames().length).toBeGreaterThanOrEqual(7);
    await checkSequences(runSequence);
  }, 30_000);

  test('run their drafts in turn at one server: a refresh token that one tile used is refused to the other', async () => {
    const race = loadSequence('refresh-race');
    const { exchanges } = await runSequence(race.exercise, turnsOf(race));
    expect(exchanges.map((exchange) => exchange?.response.status)).toEqual([401, 401, 200, 400, 201]);
    const fresh = JSON.parse(exchanges[2]?.response.body ?? '{}') as { access_token?: string };
    expect(exchanges[4]?.request.fields).toContainEqual(['Authorization', `Bearer ${fresh.access_token}`]);
  });

  test('send to the other origin what goes there', async () => {
    const redirect = loadSequence('redirect');
    const { exchanges } = await runSequence(redirect.exercise, turnsOf(redirect));
    const hosts = exchanges.map(
      (exchange) => exchange?.request.fields.find(([name]) => name === 'Host')?.[1],
    );
    expect(hosts).toEqual(['doorman.example', undefined, 'second.doorman.example']);
  });
});
