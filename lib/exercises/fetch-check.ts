/** What a browser lets a script of another origin see of a response (the Fetch standard, CORS check and CORS filtered response). */
import { type Check, failed, passed, type Step } from '@/lib/http-auth/decision';
import { inert } from '@/lib/http-auth/evidence';
import type { Field } from '@/lib/http-auth/message';
import { proposalCheck } from './proposal';

/** The call that a page has made, and what its script wants to read. */
export interface PageCall {
  readonly origin: string;
  /** True if the call has `credentials: 'include'`: then a star has no special meaning. */
  readonly withCookies: boolean;
  /** The response header that the script reads. */
  readonly reads: string;
}

const allowed = proposalCheck('the origin of the page may read the response', 'RFC 6454 §3.4.2');
const credentialed = proposalCheck(
  'the response may be read by a page that sends cookies',
  'RFC 6454 §3.4.2',
);
const exposed = proposalCheck('the script can read the challenge', 'RFC 6454 §3.4.2');

/** The steps up to the first that hides something from the script; all of them passed where it sees what it wants. */
export function fetchSteps(fields: readonly Field[], call: PageCall): readonly Step[] {
  // Several lines of one name count as one, joined by commas (Fetch §2.2.2).
  const value = (name: string) =>
    fields
      .filter(([fieldName]) => fieldName.toLowerCase() === name)
      .map(([, line]) => line.trim())
      .join(', ');
  const origin = value('access-control-allow-origin');
  const credentials = value('access-control-allow-credentials');
  const names = value('access-control-expose-headers')
    .split(',')
    .map((name) => name.trim().toLowerCase());
  const shown = (text: string) => inert(text, 60) || 'nothing';
  const orStar = call.withCookies ? '; a star does not count where cookies are sent' : ' or a star';

  const checks: readonly (readonly [Check, boolean, string, string])[] = [
    [
      allowed,
      origin === call.origin || (origin === '*' && !call.withCookies),
      shown(origin),
      `${call.origin}${orStar}, in Access-Control-Allow-Origin`,
    ],
    [
      credentialed,
      !call.withCookies || credentials === 'true',
      call.withCookies ? shown(credentials) : 'no cookies',
      'true in Access-Control-Allow-Credentials, in small letters',
    ],
    [
      exposed,
      names.includes(call.reads.toLowerCase()) || (names.includes('*') && !call.withCookies),
      shown(names.join(', ')),
      `${call.reads}${orStar}, in Access-Control-Expose-Headers`,
    ],
  ];
  const end = checks.findIndex(([, holds]) => !holds);
  return checks
    .slice(0, end < 0 ? checks.length : end + 1)
    .map(([check, holds, saw, expected]) => (holds ? passed(check, saw) : failed(check, saw, expected)));
}
