/** The forms of a request-target (RFC 9112 §3.2), read as text and never resolved. */

export interface Target {
  /** Path and query as they were sent; a slash where the path is empty. */
  readonly path: string | undefined;
  readonly authority: string | undefined;
  /** True where it names an https address. */
  readonly isHttps?: boolean;
}

const absolute = /^(https?):\/\/([^/?#\\\s@]+)([/?]\S*)?$/i;
const none: Target = { path: undefined, authority: undefined };

/**
 * The parts of a request-target in origin-form or absolute-form. Both are undefined for asterisk-form, for
 * authority-form and for what has no form at all, such as an address with a user (RFC 9110 §4.2.4) or a fragment in it.
 */
export function readTarget(target: string): Target {
  if (target.includes('#')) return none;
  if (target.startsWith('/')) return { path: target, authority: undefined };
  const [whole, scheme, authority = '', path = '/'] = absolute.exec(target) ?? [];
  if (whole === undefined || !isHost(authority)) return none;
  const isHttps = scheme?.toLowerCase() === 'https';
  return { path: path.startsWith('/') ? path : `/${path}`, authority: authority.toLowerCase(), isHttps };
}

const literal = String.raw`\[(?:[\da-f:.]+|v[\da-f]+\.[\w.~!$&'()*+,;=:-]+)\]`;
const name = String.raw`(?:[\w.~!$&'()*+,;=-]|%[\da-f]{2})+`;
const hostAndPort = new RegExp(`^(?:${literal}|${name})(?::(\\d{0,5}))?$`, 'i');

/** True for a `uri-host [ ":" port ]` that is not empty, with a port that there can be (RFC 9110 §7.2, §4.2.1). */
export function isHost(value: string): boolean {
  const [whole, port = ''] = hostAndPort.exec(value) ?? [];
  return whole !== undefined && Number(port) <= 65_535;
}
