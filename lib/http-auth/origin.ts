/** Where a request comes from, as browsers say it: Origin (Fetch) and Sec-Fetch-Site. */
import { type Check, failed, type Note, passed } from './decision';
import { inert } from './evidence';
import { fieldLines, type Message } from './message';
import { trimWhitespace } from './scanner';
import type { Env } from './scheme';

/** Checked by `isFromHere`. */
export const sameOrigin: Check = {
  stage: 'authorization',
  check: 'the request comes from a page of this origin',
  failure: 'the request does not come from a page of this origin',
  rule: 'Fetch §origin-header',
};

/**
 * True where no page of another site can have sent the message: what browsers add says so, or nothing was added.
 * Clients that are no browsers send neither Origin nor Sec-Fetch-Site, and no site can make them do anything.
 */
export function isFromHere(message: Message, env: Env, note: Note): boolean {
  const origins = fieldLines(message, 'Origin').map(trimWhitespace);
  const [site, ...more] = fieldLines(message, 'Sec-Fetch-Site').map((line) => trimWhitespace(line));
  const foreign = origins.find((origin) => origin.toLowerCase() !== env.origin);
  const saw = foreign === undefined ? undefined : `Origin: ${inert(foreign, 80)}`;
  const across = site !== undefined && (more.length > 0 || (site !== 'same-origin' && site !== 'none'));
  if (saw || across || origins.length > 1) {
    const what = saw ?? (across ? `Sec-Fetch-Site: ${inert(site, 40)}` : `${origins.length} Origin lines`);
    note(failed(sameOrigin, what, `${env.origin}, or no such header, as from a terminal`));
    return false;
  }
  note(passed(sameOrigin, origins[0] ?? (site ? `Sec-Fetch-Site: ${site}` : 'no Origin, no Sec-Fetch-Site')));
  return true;
}
