/** What the files of the catalog share: requests with their credentials, and values that differ from run to run. */
import type { Field } from '@/lib/http-auth/message';
import type { Asking } from '@/lib/practice/resource';
import type { Choose } from './handler';

/** A request at the host of all handlers, as it crosses the wire. */
export function request(method: string, target: string, ...fields: readonly Field[]): Asking {
  return { method, target, fields: [['Host', 'api.example'], ...fields] };
}

/** The header with these credentials. */
export function authorization(value: string): Field {
  return ['Authorization', value];
}

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A toy secret that nobody can know before the run: `kind`, a hyphen, some letters. */
export function secret(choose: Choose, kind: string, length = 10): string {
  return `${kind}-${Array.from({ length }, () => letters[choose(letters.length)]).join('')}`;
}

/** `program` with one place changed. Throws where that place is not there, or stands twice. */
export function changed(program: string, from: string, to: string): string {
  const [before, after, ...more] = program.split(from);
  if (before === undefined || after === undefined || more.length) {
    throw new Error(`Not once in the program: ${from}`);
  }
  return before + to + after;
}
