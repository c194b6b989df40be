/** The words of one command, as bash, cmd and PowerShell divide them. */
import type { Span } from './reading';

export interface Word extends Span {
  readonly text: string;
}

const longestCommand = 65_536;

/** The words of the command that begins at `from`, up to its end: an unquoted line end, `|`, `;` or `&&`. */
export function shellWords(source: string, from: number): { words: Word[]; end: number } {
  const text = source.slice(from, from + longestCommand);
  const isCmd = /\^["\n]/.test(text.slice(0, 8000)) && !/\\\n/.test(text.slice(0, 2000));
  const words: Word[] = [];
  let word = '';
  let start = -1;
  let at = 0;
  const push = () => {
    if (start >= 0) words.push({ text: word, start: from + start, end: from + at });
    word = '';
    start = -1;
  };
  const begin = () => {
    if (start < 0) start = at;
  };
  for (; at < text.length; at += 1) {
    const character = text[at] ?? '';
    const next = text[at + 1] ?? '';
    if (isCmd && character === '^') {
      if (next === '\n') {
        at += 1;
        continue;
      }
      if (next === '"') {
        begin();
        const quoted = cmdQuoted(text, at + 2);
        word += quoted.text;
        at = quoted.end;
        continue;
      }
      begin();
      word += next;
      at += 1;
      continue;
    }
    if ((character === '\\' || character === '`') && next === '\n') {
      at += 1;
      continue;
    }
    if (character === '\n' || ((character === '|' || character === ';') && start < 0)) break;
    if (character === '&' && (start < 0 || next === '&')) break;
    if (character === ' ' || character === '\t') {
      push();
      continue;
    }
    begin();
    if (character === "'") {
      const end = text.indexOf("'", at + 1);
      word += text.slice(at + 1, end < 0 ? undefined : end);
      at = end < 0 ? text.length : end;
    } else if (character === '$' && next === "'") {
      const quoted = dollarQuoted(text, at + 2);
      word += quoted.text;
      at = quoted.end;
    } else if (character === '"') {
      const quoted = doubleQuoted(text, at + 1);
      word += quoted.text;
      at = quoted.end;
    } else if (character === '\\') {
      word += next;
      at += 1;
    } else word += character;
  }
  push();
  return { words, end: from + at };
}

interface Quoted {
  readonly text: string;
  /** Where the closing quotation mark is. */
  readonly end: number;
}

function doubleQuoted(text: string, from: number): Quoted {
  const parts: string[] = [];
  let at = from;
  for (; at < text.length && text[at] !== '"'; at += 1) {
    if (text[at] === '\\' && /["\\$`\n]/.test(text[at + 1] ?? '')) at += 1;
    parts.push(text[at] ?? '');
  }
  return { text: parts.join(''), end: at };
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

function dollarQuoted(text: string, from: number): Quoted {
  const parts: string[] = [];
  let at = from;
  for (; at < text.length && text[at] !== "'"; at += 1) {
    if (text[at] !== '\\') {
      parts.push(text[at] ?? '');
      continue;
    }
    at += 1;
    const code = /^(?:x([0-9a-f]{1,2})|u([0-9a-f]{4}))/i.exec(text.slice(at, at + 5));
    if (code) {
      parts.push(String.fromCharCode(Number.parseInt(code[1] ?? code[2] ?? '', 16)));
      at += code[0].length - 1;
    } else parts.push(escapes[text[at] ?? ''] ?? text[at] ?? '');
  }
  return { text: parts.join(''), end: at };
}

/** What stands between `^"` and `^"`, as Chrome copies for cmd. */
function cmdQuoted(text: string, from: number): Quoted {
  const parts: string[] = [];
  let at = from;
  for (; at < text.length; at += 1) {
    const character = text[at];
    if (character === '^') {
      if (text[at + 1] === '"') return { text: parts.join(''), end: at + 1 };
      // ^\^" is a quotation mark inside.
      if (text.startsWith('^\\^"', at)) {
        parts.push('"');
        at += 3;
        continue;
      }
      at += 1;
      parts.push(text[at] ?? '');
    } else if (character === '"') return { text: parts.join(''), end: at };
    else parts.push(character ?? '');
  }
  return { text: parts.join(''), end: at };
}
