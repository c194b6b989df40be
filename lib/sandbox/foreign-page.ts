/** Whether a page of another site has a browser send a request (Fetch §3.1, Fetch Metadata §2.4). */
import { isConfiguredHost } from './origin';

/** `get` gives a field of the request. */
type Fields = Pick<Headers, 'get'>;

/**
 * True where the browser says that a page of another origin asks: by Sec-Fetch-Site, which it sends to trustworthy addresses
 * alone, else by Origin. A program that sends neither is no page.
 */
export function isFromForeignPage(fields: Fields): boolean {
  const site = fields.get('Sec-Fetch-Site');
  if (site === 'same-origin') return false;
  if (site !== null && site !== 'none') return true;
  const origin = fields.get('Origin');
  if (origin === null) return false;
  const [, authority = ''] = /^https?:\/\/([^/]+)$/.exec(origin.toLowerCase()) ?? [];
  // A page asks the name under which it was opened, which may be an address of the local network.
  return authority !== fields.get('Host')?.toLowerCase() && !isConfiguredHost(authority);
}
