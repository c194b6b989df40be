/** Field lines as Node holds them, and as it wrote them (RFC 9112 §5). */
import type { ServerResponse } from 'node:http';
import type { Field } from '@/lib/http-auth/message';

/** Node's flat list of names and values as field lines. */
export function pairs(raw: readonly string[]): Field[] {
  const fields: Field[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) fields.push([raw[at] ?? '', raw[at + 1] ?? '']);
  return fields;
}

/** Field lines as a flat list, which Node writes line by line as it is. */
export function flat(fields: readonly Field[]): string[] {
  const raw: string[] = [];
  for (const [name, value] of fields) raw.push(name, value);
  return raw;
}

/** A field section as text, one line each, as field lines; lines without a colon are left out. */
export function parseFieldLines(lines: readonly string[]): Field[] {
  const fields: Field[] = [];
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.push([line.slice(0, colon), line.slice(colon + 1).trim()]);
  }
  return fields;
}

/** The reason phrase and the field lines of a response. */
export interface Head {
  readonly reason: string;
  readonly fields: readonly Field[];
}

/** The reason phrase and the field lines that a finished response had on the wire. */
export function sentHead(response: ServerResponse): Head {
  const head = headText(response);
  return typeof head === 'string' ? parseHead(head) : head;
}

/** The head as the text that Node wrote; its parts where Node keeps no text. */
export function headText(response: ServerResponse): string | Head {
  // Date, Connection and the like are added while the head is written, so only the text itself has them all.
  const { _header: text } = response as ServerResponse & { _header?: unknown };
  // To look at its end makes one text of the dozens of pieces that Node put together, which take three times the memory.
  if (typeof text === 'string' && text.endsWith('\r\n')) return text;
  const fields = response.getHeaderNames().flatMap((name) => {
    const value = response.getHeader(name) ?? '';
    return (Array.isArray(value) ? value : [value]).map((entry) => [name, String(entry)] as const);
  });
  return { reason: response.statusMessage, fields };
}

/** Reads what `headText` gave. */
export function parseHead(text: string): Head {
  const [first = '', ...lines] = text.split('\r\n');
  return { reason: first.split(' ').slice(2).join(' '), fields: parseFieldLines(lines) };
}
