/** JavaScript in pieces with a colour each: by its words alone, since code that is being typed seldom parses. */
export interface Piece {
  readonly text: string;
  readonly kind?: 'comment' | 'constant' | 'keyword' | 'string';
}

const words =
  'async|await|break|case|catch|class|const|continue|default|delete|do|else|extends|finally|for|function|if|in|instanceof|let|new|of|return|switch|throw|try|typeof|var|void|while|yield';
// A text that has no end yet goes to the end of its line.
const pieces = new RegExp(
  [
    '(?<comment>\\/\\/[^\\n]*|\\/\\*[\\s\\S]*?(?:\\*\\/|$))',
    '(?<string>\'(?:\\\\.|[^\'\\\\\\n])*\'?|"(?:\\\\.|[^"\\\\\\n])*"?|`(?:\\\\[\\s\\S]|[^`\\\\])*`?)',
    `(?<keyword>\\b(?:${words})\\b)`,
    '(?<constant>\\b(?:true|false|null|undefined|\\d[\\w.]*)\\b)',
  ].join('|'),
  'g',
);

/** The pieces of `code` in order; together they are `code`. */
export function codePieces(code: string): readonly Piece[] {
  const list: Piece[] = [];
  let at = 0;
  for (const match of code.matchAll(pieces)) {
    if (match.index > at) list.push({ text: code.slice(at, match.index) });
    const [kind] = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined) ?? [];
    list.push({ text: match[0], kind: kind as NonNullable<Piece['kind']> });
    at = match.index + match[0].length;
  }
  return at < code.length ? [...list, { text: code.slice(at) }] : list;
}
