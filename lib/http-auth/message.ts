/** HTTP messages as they cross the wire: field lines in order, repeated and unmerged (RFC 9110 §5, §6). */

/** One field line. The value is a string of octets: each character is one byte, U+0000 to U+00FF. */
export type Field = readonly [name: string, value: string];

/** A request. `target` is the raw request-target, byte for byte (RFC 9112 §3.2). */
export interface Message {
  readonly method: string;
  readonly target: string;
  readonly fields: readonly Field[];
  readonly body: Uint8Array;
}

/** The values of every field line called `name`, in order; names are case-insensitive (RFC 9110 §5.1). */
export function fieldLines(message: Pick<Message, 'fields'>, name: string): string[] {
  const wanted = name.toLowerCase();
  return message.fields.filter(([own]) => own.toLowerCase() === wanted).map(([, value]) => value);
}

/** The combined value of a field: its lines joined by a comma and a space, or undefined (RFC 9110 §5.2). */
export function fieldValue(message: Pick<Message, 'fields'>, name: string): string | undefined {
  const lines = fieldLines(message, name);
  return lines.length ? lines.join(', ') : undefined;
}

/** The query of the raw target without its `?`, or undefined where there is none (RFC 3986 §3.4). */
export function rawQuery(message: Pick<Message, 'target'>): string | undefined {
  const mark = message.target.indexOf('?');
  return mark < 0 ? undefined : message.target.slice(mark + 1);
}

/** The octets of a field value, one for each character. Characters above U+00FF throw a RangeError. */
export function octets(value: string): Uint8Array {
  return Uint8Array.from(value, (character) => {
    const code = character.charCodeAt(0);
    if (code > 0xff) throw new RangeError('A header value is made of bytes only');
    return code;
  });
}

/** The inverse of `octets`: bytes as a string of octets. */
export function fromOctets(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
