/** What a cache does with a response when the next request comes (RFC 9111 §3, §4). */
import type { Field } from '@/lib/http-auth/message';
import type { Rule } from '@/lib/http-auth/rule';
import { listed, type Reason, type Ruling, span } from './rules';

export interface CacheExchange {
  readonly kind: 'caching';
  /** A shared cache serves many users, such as a CDN; a private one serves one, as in a browser. */
  readonly shared: boolean;
  readonly url: string;
  readonly first: readonly Field[];
  readonly status: number;
  readonly reply: readonly Field[];
  readonly secondsLater: number;
  readonly second: readonly Field[];
}

export type CacheOutcome = 'reused' | 'validated' | 'other' | 'not-stored';

/** The statuses that may be stored without a lifetime (RFC 9110 §15.1). */
const heuristic = [200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501];

/** The lifetime that this cache takes where the response names none and the status allows it (RFC 9111 §4.2.2). */
export const guessedSeconds = 60;

const find = (fields: readonly Field[], name: string) =>
  fields.find(([other]) => other.toLowerCase() === name.toLowerCase())?.[1];

/** A directive of Cache-Control: its value, an empty text where it has none, undefined where it is missing. */
function directive(fields: readonly Field[], name: string): string | undefined {
  const item = listed(fields, 'Cache-Control')?.find(
    (directive) => directive.split('=')[0]?.toLowerCase() === name,
  );
  return item === undefined ? undefined : (item.split('=')[1] ?? '');
}

/** Whether the stored response answers the second request, and if not, why. */
export function cacheRuling(exchange: CacheExchange): Ruling<CacheOutcome> {
  const bar = storageBar(exchange);
  if (bar) return { outcome: 'not-stored', reasons: [bar] };
  const stored: Reason = storageReason(exchange);
  const other = variance(exchange);
  if (other) return { outcome: 'other', reasons: [stored, other] };
  const { reply, secondsLater } = exchange;
  if (directive(reply, 'no-cache') !== undefined)
    return {
      outcome: 'validated',
      reasons: [
        stored,
        { text: '`no-cache` asks for a check with the server before each use.', rule: 'RFC 9111 §5.2.2.4' },
      ],
    };
  const { seconds, from, rule } = lifetime(exchange);
  const fresh = secondsLater < seconds;
  const text = `After ${span(secondsLater)} it is ${fresh ? 'fresh' : 'stale'}: ${from}.`;
  return {
    outcome: fresh ? 'reused' : 'validated',
    reasons: [stored, { text, rule: fresh ? rule : 'RFC 9111 §4.2.4' }],
  };
}

/** What forbids to store it (RFC 9111 §3). */
function storageBar({ shared, first, status, reply }: CacheExchange): Reason | undefined {
  const has = (name: string) => directive(reply, name) !== undefined;
  if (has('no-store')) return { text: '`no-store` forbids to store it.', rule: 'RFC 9111 §5.2.2.5' };
  if (shared && has('private'))
    return { text: '`private` forbids a shared cache to store it.', rule: 'RFC 9111 §5.2.2.7' };
  if (shared && find(first, 'Authorization') && !['public', 's-maxage', 'must-revalidate'].some(has))
    return {
      text: 'The request had `Authorization`, and no `public`, `s-maxage` or `must-revalidate` allows a shared cache to store it.',
      rule: 'RFC 9111 §3.5',
    };
  const lifetimes = ['public', 'max-age', ...(shared ? ['s-maxage'] : ['private'])];
  if (!lifetimes.some(has) && !heuristic.includes(status))
    return {
      text: `A ${status} without a lifetime is not stored: its status is not heuristically cacheable.`,
      rule: 'RFC 9111 §3',
    };
  return undefined;
}

function storageReason({ shared, first, status, reply }: CacheExchange): Reason {
  if (shared && find(first, 'Authorization'))
    return {
      text: 'The request had `Authorization`, but a directive lets a shared cache store the response.',
      rule: 'RFC 9111 §3.5',
    };
  return directive(reply, 'max-age') === undefined && directive(reply, 's-maxage') === undefined
    ? { text: `A cache may store a ${status}, even without a lifetime.`, rule: 'RFC 9111 §4.2.2' }
    : { text: 'Nothing forbids to store the response.', rule: 'RFC 9111 §3' };
}

/** Why the stored response is for another request (RFC 9111 §4.1). */
function variance({ first, second, reply }: CacheExchange): Reason | undefined {
  for (const name of listed(reply, 'Vary') ?? []) {
    if (name === '*')
      return { text: 'With `Vary: *` no request matches a stored response.', rule: 'RFC 9111 §4.1' };
    if (find(first, name) !== find(second, name))
      return {
        text: `\`Vary\` names \`${name}\`, and that header is different now.`,
        rule: 'RFC 9111 §4.1',
      };
  }
  return undefined;
}

/** How long it is fresh, and what says so (RFC 9111 §4.2.1). */
function lifetime({ shared, reply }: CacheExchange): {
  readonly seconds: number;
  readonly from: string;
  readonly rule: Rule;
} {
  const sharedAge = shared ? directive(reply, 's-maxage') : undefined;
  if (sharedAge !== undefined)
    return {
      seconds: Number(sharedAge),
      from: `\`s-maxage=${sharedAge}\` decides in a shared cache`,
      rule: 'RFC 9111 §5.2.2.10',
    };
  const age = directive(reply, 'max-age');
  if (age !== undefined)
    return { seconds: Number(age), from: `\`max-age=${age}\` decides`, rule: 'RFC 9111 §4.2' };
  return {
    seconds: guessedSeconds,
    from: `no lifetime is named, and this cache takes ${span(guessedSeconds)}`,
    rule: 'RFC 9111 §4.2.2',
  };
}
