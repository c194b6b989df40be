/** Every challenge that the content shows could be sent by a server, unless it is shown as a mistake. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { challengeFault } from './challenge-laws';
import { listLessons, loadQuiz } from './lessons';
import { quizFile } from './quiz';
import { loadSnippets, snippetSets } from './snippets';

interface Shown {
  readonly at: string;
  readonly value: string;
}

const line = /^(?:WWW|Proxy)-Authenticate:[ \t]*(.*)$/gim;
/** In prose: a whole field line between backticks, or a challenge that is known by its realm or error. */
const inProse =
  /`(?:(?:WWW|Proxy)-Authenticate: ([^`]+)|((?:Basic|Bearer|Digest|DPoP|Session|ApiKey|Signature) (?:realm|error|scope|nonce)=[^`]+))`/gi;

const linesOf = (text: string) => [...text.matchAll(line)].map(([, value = '']) => value);
const prose = (at: string, text: string): Shown[] =>
  [...text.matchAll(inProse)]
    .map((match) => ({
      at: `${at}:${text.slice(0, match.index).split('\n').length}`,
      value: match[1] ?? match[2] ?? '',
    }))
    // A blank, such as `Basic realm="____"` or an ellipsis, is for the reader to fill.
    .filter(({ value }) => !/…|____|\.\.\./.test(value));

/** What a quiz shows: messages, right answers and explanations; wrong options, mistakes and lies are left out. */
function inQuiz(at: string, node: unknown, key = '', lie = ''): Shown[] {
  if (typeof node === 'string') {
    if (key === 'lie') return [];
    return [
      ...linesOf(node)
        .filter((value) => !lie.endsWith(value))
        .map((value) => ({ at: `${at} · ${key}`, value })),
      ...(key === 'why' ? prose(`${at} · ${key}`, node) : []),
    ];
  }
  if (Array.isArray(node)) return node.flatMap((candidate) => inQuiz(at, candidate, key, lie));
  if (typeof node !== 'object' || node === null) return [];
  const entry = node as Readonly<Record<string, unknown>>;
  const wrong = key === 'options' && entry.correct !== true;
  return Object.entries(entry).flatMap(([name, value]) =>
    name === 'mistakes' || (wrong && name === 'text')
      ? []
      : inQuiz(at, value, name, typeof entry.lie === 'string' ? entry.lie : lie),
  );
}

const files = readdirSync('content', { recursive: true, encoding: 'utf8' }).map((name) =>
  join('content', name),
);

const shown: readonly Shown[] = [
  ...files
    .filter((file) => file.endsWith('.mdx'))
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      return [...prose(file, text), ...linesOf(text).map((value) => ({ at: file, value }))];
    }),
  ...['glossary', 'misconceptions', 'statuses', 'fields', 'schemes'].flatMap((name) =>
    prose(
      `content/${name}.yaml`,
      JSON.stringify(parse(readFileSync(`content/${name}.yaml`, 'utf8')), null, 1),
    ),
  ),
  ...listLessons().flatMap(({ slug, folder }) =>
    loadQuiz(slug).flatMap((item) => inQuiz(`${quizFile(folder)} · ${item.id}`, item)),
  ),
  ...snippetSets().flatMap((set) =>
    loadSnippets(set).snippets.flatMap(({ side, run, file }) =>
      side === 'server' && run
        ? run.requests.flatMap(({ challenge }) =>
            challenge === undefined ? [] : [{ at: `content/snippets/${set}/${file}`, value: challenge }],
          )
        : [],
    ),
  ),
];

test('every challenge that is shown parses and obeys its scheme', () => {
  expect(shown.length).toBeGreaterThan(40);
  const wrong = shown.flatMap(({ at, value }) => {
    const fault = challengeFault(value);
    return fault ? [`${at}: ${value} — ${fault}`] : [];
  });
  expect(wrong).toEqual([]);
});
