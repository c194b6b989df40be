/** Every section of an RFC that is named anywhere exists under that number; the table of titles was checked against the texts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import sections from './rfc-sections.json' with { type: 'json' };

interface Citation {
  readonly at: string;
  readonly rfc: string;
  readonly section: string;
}

const table: Readonly<
  Record<string, { readonly title: string; readonly sections: Readonly<Record<string, string>> }>
> = sections;

const number = String.raw`(?:[A-Z]|\d+)(?:\.\d+)*`;
/** `RFC 9110 §5.1, §5.6.2`, also where a comment breaks the line; `rfc9110#section-5.1` in an address. */
const named = new RegExp(String.raw`RFC\s+(?:\*\s+)?(\d{3,5}|6265bis)((?:,? (?:and |to )?§${number})+)`, 'g');
const linked = new RegExp(`rfc(\\d{3,5})#(?:section|appendix)-(${number})`, 'g');
/** The Fetch standard goes by its anchors, in a rule and in an address. */
const fetched = /(?:Fetch §|fetch\.spec\.whatwg\.org\/#)([a-z]+(?:-[a-z]+)*)/g;
/** A section that stands alone; the RFC is one that the same text names. */
const alone = new RegExp(String.raw`(?<![\w\d],? (?:and |to )?)§(${number})`, 'g');

const files = [
  'README.md',
  ...['app', 'components', 'content', 'docs', 'e2e', 'lib'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(
        (entry) => entry.isFile() && /\.(?:tsx?|mdx?|yaml|json|css|mjs|py|sh|conf|java)$/.test(entry.name),
      )
      .map(({ parentPath, name }) => join(parentPath, name)),
  ),
].filter((file) => !/(?:citations\.test\.ts|rule-title\.test\.ts|rfc-sections\.json)$/.test(file));

const texts = files.map((file) => [file, readFileSync(file, 'utf8')] as const);
const citations = texts.flatMap(([file, text]) => citationsIn(file, text));

function citationsIn(file: string, text: string): Citation[] {
  const at = (offset: number) => `${file}:${text.slice(0, offset).split('\n').length}`;
  return [
    ...[...text.matchAll(named)].flatMap((match) =>
      [...(match[2] ?? '').matchAll(new RegExp(`§(${number})`, 'g'))].map(([, section = '']) => ({
        at: at(match.index),
        rfc: match[1] ?? '',
        section,
      })),
    ),
    ...[...text.matchAll(linked)].map((match) => ({
      at: at(match.index),
      rfc: match[1] ?? '',
      section: match[2] ?? '',
    })),
    ...[...text.matchAll(fetched)].map((match) => ({
      at: at(match.index),
      rfc: 'Fetch',
      section: match[1] ?? '',
    })),
  ];
}

describe('every citation', () => {
  test('is of a section that exists', () => {
    const wrong = citations
      .filter(({ rfc, section }) => !table[rfc]?.sections[section])
      .map(({ at, rfc, section }) => `${at}: RFC ${rfc} §${section} is not in rfc-sections.json`);
    expect([...new Set(wrong)]).toEqual([]);
  });

  test('is of an RFC that is not replaced by another', () => {
    const replaced = new Map([
      ['2616', '9110'],
      ['7230', '9112'],
      ['7231', '9110'],
      ['7234', '9111'],
      ['7235', '9110'],
      ['8941', '9651'],
    ]);
    const old = citations.flatMap(({ at, rfc }) =>
      replaced.has(rfc) ? [`${at}: RFC ${rfc} was replaced by RFC ${replaced.get(rfc)}`] : [],
    );
    expect(old).toEqual([]);
  });

  test('without its RFC is of one that the same text names', () => {
    const wrong = texts
      .filter(([file]) => file.startsWith('content'))
      .flatMap(([file, text]) => {
        const here = new Set(citationsIn(file, text).map(({ rfc }) => rfc));
        return [...text.matchAll(alone)]
          .filter(([, section = '']) => ![...here].some((rfc) => table[rfc]?.sections[section]))
          .map((match) => `${file}:${text.slice(0, match.index).split('\n').length}: ${match[0]}`);
      });
    expect(wrong).toEqual([]);
  });
});

test('the table has nothing that nobody cites', () => {
  const cited = new Set(citations.map(({ rfc, section }) => `RFC ${rfc} §${section}`));
  const alone = texts.flatMap(([file, text]) =>
    file.startsWith('content')
      ? citationsIn(file, text).flatMap(({ rfc }) =>
          [...text.matchAll(new RegExp(`§(${number})`, 'g'))].map(([, section]) => `RFC ${rfc} §${section}`),
        )
      : [],
  );
  const citedSections = new Set([...cited, ...alone]);
  const idle = Object.entries(table).flatMap(([rfc, { sections }]) =>
    Object.keys(sections)
      .map((section) => `RFC ${rfc} §${section}`)
      .filter((rule) => !citedSections.has(rule)),
  );
  expect(idle).toEqual([]);
});
