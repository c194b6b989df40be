/** Text as a literal of another language: what is quoted there means exactly these characters. */
import { utf8Octets } from '@/lib/http-auth/draft';

/**
 * One word of a POSIX shell (XCU §2.2). Line feeds and tabs stand as they are; other control characters, which a
 * terminal would act on, are made by printf. NUL cannot be in an argument and is left out.
 */
export function shellQuote(text: string): string {
  if (/^[A-Za-z0-9/][A-Za-z0-9_@%+=:,./-]*$/.test(text)) return text;
  const parts = text.split(/([\x01-\x08\x0b-\x1f\x7f-\x9f]+)/).map((part, index) => {
    const plain = part.replaceAll('\0', '');
    if (index % 2) return `"$(printf '${[...utf8Octets(part)].map(octal).join('')}')"`;
    return plain === '' ? '' : `'${plain.replaceAll("'", `'\\''`)}'`;
  });
  return parts.join('') || "''";
}

/** A string literal of Python 3, printable ASCII only. */
export function pythonQuote(text: string): string {
  const inner = text.replace(/[\\"]|[^ -~]/gu, (character) => {
    if (character === '\\' || character === '"') return `\\${character}`;
    if (character === '\n') return '\\n';
    const code = character.codePointAt(0) ?? 0;
    if (code <= 0xff) return `\\x${hex(code, 2)}`;
    return code <= 0xffff ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
  });
  return `"${inner}"`;
}

const octal = (character: string) => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`;
const hex = (code: number, width: number) => code.toString(16).padStart(width, '0');
