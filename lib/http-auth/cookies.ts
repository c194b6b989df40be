/** The Cookie field: pairs of a name and a value, divided by semicolons (RFC 6265 §4.2.1). */
import { fieldLines, type Message } from './message';
import { trimWhitespace } from './scanner';

/** One cookie as it was sent. Names are case-sensitive; quotation marks are part of a value (RFC 6265 §5.2). */
export type Cookie = readonly [name: string, value: string];

/** All cookies of a message in order, those that come twice included. A pair without `=` is no cookie. */
export function cookiesOf(message: Pick<Message, 'fields'>): Cookie[] {
  return fieldLines(message, 'Cookie').flatMap((line) =>
    line.split(';').flatMap((pair) => {
      const equals = pair.indexOf('=');
      if (equals < 0) return [];
      return [[trimWhitespace(pair.slice(0, equals)), trimWhitespace(pair.slice(equals + 1))] as const];
    }),
  );
}

/** The values of the cookies called `name`, in order. */
export function cookieValues(message: Pick<Message, 'fields'>, name: string): string[] {
  return cookiesOf(message)
    .filter(([cookieName]) => cookieName === name)
    .map(([, value]) => value);
}
