/** The lines of a transcript, without the marks that tools and logs put before them. */

export interface Line {
  /** Where the line begins and ends in the text. */
  readonly start: number;
  readonly end: number;
  /** Where `text` begins. */
  readonly at: number;
  /** The line without its marks. */
  readonly text: string;
  /** What curl -v puts before a line: `>` sent, `<` received, `*` said by curl; empty elsewhere. */
  readonly side: '>' | '<' | '*' | '';
}

const stamp =
  /^(?:[\w.-]{1,60} {1,20}\| )?(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?:?[ \t]{1,4}|\d\d:\d\d:\d\d(?:\.\d{1,9})? {1,3}(?=[<>*]))?/;

/** More lines than these are not looked at one by one. */
export const mostLines = 400_000;

/** The lines of `text` from `from` on. */
export function* linesOf(text: string, from = 0): Generator<Line> {
  let start = from;
  for (let number = 0; number < mostLines && start <= text.length; number += 1) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    yield lineAt(text, start, end);
    if (lineEnd < 0) return;
    start = end + 1;
  }
}

function lineAt(text: string, start: number, end: number): Line {
  // No header that means anything here is longer, and patterns read no more than this.
  const raw = text.slice(start, Math.min(end, start + 16_384));
  const marks = startsLikeMark(raw) ? (stamp.exec(raw)?.[0].length ?? 0) : 0;
  const rest = marks ? raw.slice(marks) : raw;
  const first = rest[0];
  if ((first === '>' || first === '<' || first === '*') && (rest.length === 1 || rest[1] === ' ')) {
    return { start, end, at: start + marks + Math.min(2, rest.length), text: rest.slice(2), side: first };
  }
  return { start, end, at: start + marks, text: rest, side: '' };
}

/** Only a line that begins with a digit, a bracket, or a name and a bar can bear a stamp. */
function startsLikeMark(line: string): boolean {
  const code = line.charCodeAt(0);
  return (code >= 48 && code <= 57) || code === 91 || line.slice(0, 80).includes(' | ');
}

const methods = new Set(
  'GET HEAD POST PUT PATCH DELETE OPTIONS CONNECT TRACE PROPFIND PROPPATCH MKCOL COPY MOVE LOCK UNLOCK REPORT QUERY'.split(
    ' ',
  ),
);

/** True where `word` is the name of a method that is in use. */
export const isMethod = (word: string) => methods.has(word);

export interface StartLine {
  readonly kind: 'request' | 'response';
  readonly method: string;
  readonly target: string;
  readonly status: number;
  readonly reason: string;
  /** How many spaces stand before it: its headers are indented alike. */
  readonly indent: number;
}

/** The line that begins a message, or undefined where it begins none (RFC 9112 §2.1). */
export function startLine(text: string): StartLine | undefined {
  const trimmed = text.trimStart();
  const indent = text.length - trimmed.length;
  if (trimmed.startsWith('HTTP/')) {
    const match = /^HTTP\/(?:\d(?:\.\d)?) (\d{3})(?: {0,8}([^\n]{0,200}))?$/.exec(trimmed.trimEnd());
    if (!match) return undefined;
    const [, status = '', reason = ''] = match;
    return {
      kind: 'response',
      method: '',
      target: '',
      status: Number(status),
      reason: reason.trim(),
      indent,
    };
  }
  const space = trimmed.indexOf(' ');
  if (space < 3 || space > 12 || !isMethod(trimmed.slice(0, space))) return undefined;
  const words = trimmed.trimEnd().split(' ');
  const [method = '', target = ''] = words;
  const isEnded = words.length === 3 && /^HTTP\/\d(?:\.\d)?\.?$/.test(words[2] ?? '');
  return isEnded ? { kind: 'request', method, target, status: 0, reason: '', indent } : undefined;
}

const name = /^:?[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,80}(?=[ \t]{0,2}:)/;

/** The header that a line holds, or undefined; `at` is where the line begins in the text. */
export function fieldIn(text: string, at: number) {
  const lead = text.length - text.trimStart().length;
  const match = name.exec(text.slice(lead, lead + 100))?.[0];
  if (!match) return undefined;
  const colon = text.indexOf(':', lead + match.length);
  const rest = text.slice(colon + 1);
  const value = rest.trim();
  const start = at + colon + 1 + (rest.length - rest.trimStart().length);
  return { name: match, value, start, end: start + value.length };
}
