/** HTTP messages as they cross the wire: field lines in order, repeated and unmerged (RFC 9110 §5, §6). */

/** One field line. The value is a string of octets: each character is one byte, U+0000 to U+00FF. */
export type Field = readonly [name: string, value: string];

/** A request. `target` is path and query as they were sent, byte for byte (RFC 9112 §3.2.1). */
export interface Message {
  readonly method: string;
  readonly target: string;
  /** The whole request-target, where it was in absolute-form (RFC 9112 §3.2.2). */
  readonly absolute?: string;
  readonly fields: readonly Field[];
  readonly body: Uint8Array;
}

/** The values of every field line called `name`, in order; names are case-insensitive (RFC 9110 §5.1). */
export function fieldLines(message: Pick<Message, 'fields'>, name: string): string[] {
  const lines: string[] = [];
  const lowerCase = name.toLowerCase();
  for (const [field, value] of message.fields) {
    if (field.length === name.length && field.toLowerCase() === lowerCase) lines.push(value);
  }
  return lines;
}

/** The combined value of a field: its lines joined by a comma and a space, or undefined (RFC 9110 §5.2). */
export function fieldValue(message: Pick<Message, 'fields'>, name: string): string | undefined {
  const lines = fieldLines(message, name);
  return lines.length ? lines.join(', ') : undefined;
}

/**
 * The host that a request to `origin` names, in lower case and without the default port: that of a target in
 * absolute-form, else that of Host, else that of `origin` (RFC 9112 §3.2.2, RFC 9421 §2.2.3).
 */
export function authorityOf(message: Pick<Message, 'fields' | 'absolute'>, origin: string): string {
  const { protocol, host } = new URL(origin);
  const [, inTarget] = /^https?:\/\/([^/?]*)/i.exec(message.absolute ?? '') ?? [];
  const named = inTarget ?? fieldValue(message, 'Host') ?? host;
  return named.toLowerCase().replace(protocol === 'https:' ? /:443$/ : /:80$/, '');
}

/** The query of the raw target without its `?`, or undefined where there is none (RFC 3986 §3.4). */
export function rawQuery(message: Pick<Message, 'target'>): string | undefined {
  const mark = message.target.indexOf('?');
  return mark < 0 ? undefined : message.target.slice(mark + 1);
}

/** The octets of a field value, one for each character. Characters above U+00FF throw a RangeError. */
export function octets(value: string): Uint8Array {
  const bytes = new Uint8Array(value.length);
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    if (code > 0xff) throw new RangeError('A header value is made of bytes only');
    bytes[at] = code;
  }
  return bytes;
}

/** The inverse of `octets`: bytes as a string of octets. */
export function fromOctets(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
