/** How often one principal may ask: beyond that 429, with the time to wait (RFC 6585 §4, RFC 9110 §10.2.3). */
import { type Check, failed, passed } from './decision';
import { count } from './evidence';
import type { Policy } from './policies';

export interface Budget {
  /** A small number: each is looked up by itself. */
  readonly requests: number;
  /** The length of a window; the budget is whole again when the next one begins. */
  readonly seconds: number;
}

/** Counts what each principal asks, then asks `inner`. Servers that share a store share the budget. */
export function withinBudget({ requests, seconds }: Budget, inner: Policy): Policy {
  const budget = `${count(requests, 'request')} in ${count(seconds, 'second')}`;
  const check: Check = {
    stage: 'authorization',
    check: 'the budget is not used up',
    failure: 'there were too many requests',
    rule: 'RFC 6585 §4',
  };
  return {
    ...inner,
    checks: [check, ...inner.checks],
    async judge(principal, message, note, env) {
      const now = env.now().getTime() / 1000;
      const opened = Math.floor(now / seconds);
      const until = new Date((opened + 1) * seconds * 1000);
      for (let place = 1; place <= requests; place += 1) {
        if (await env.firstUse(`budget ${principal.name} ${opened} ${place}`, until)) {
          note(passed(check, `${place} of ${budget}`));
          return inner.judge(principal, message, note, env);
        }
      }
      const wait = Math.max(1, Math.ceil(until.getTime() / 1000 - now));
      note(
        failed(
          check,
          `more than ${budget}`,
          `the next request after ${count(wait, 'second')}, as Retry-After says`,
        ),
      );
      return { granted: false, status: 429, fields: [['Retry-After', String(wait)]] };
    },
  };
}
