/** What the rules of a client come to: an outcome, and the sentences that led there. */
import type { Field } from '@/lib/http-auth/message';
import type { Rule } from '@/lib/http-auth/rule';

/** A sentence that is true of this exchange, and where its rule stands. */
export interface Reason {
  readonly text: string;
  readonly rule: Rule;
}

/** The last reason is the one that decided. */
export interface Ruling<Outcome extends string> {
  readonly outcome: Outcome;
  readonly reasons: readonly [Reason, ...Reason[]];
}

/** A request line or a status line with the headers that matter. */
export interface Head {
  readonly title: string;
  readonly start: string;
  readonly fields: readonly Field[];
}

/** The values of a list header in order, all lines together (RFC 9110 §5.6.1); undefined where the header is missing. */
export function listed(fields: readonly Field[], name: string): readonly string[] | undefined {
  const lines = fields.filter(([fieldName]) => fieldName.toLowerCase() === name.toLowerCase());
  if (!lines.length) return undefined;
  return lines.flatMap(([, value]) => value.split(',').map((item) => item.trim()));
}

/** `a minute`, `10 minutes`, `2 hours`. */
export function span(seconds: number): string {
  if (seconds < 60) return `${seconds} seconds`;
  if (seconds === 60) return 'a minute';
  return seconds % 3600
    ? `${seconds / 60} minutes`
    : seconds === 3600
      ? 'an hour'
      : `${seconds / 3600} hours`;
}
