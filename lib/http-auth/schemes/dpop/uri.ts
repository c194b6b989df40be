/** The address in a proof, compared as addresses are and not as texts (RFC 9449 §4.3, RFC 3986 §6.2). */

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;
const unreserved = /[A-Za-z0-9\-._~]/;

/**
 * An http or https URI in the form in which two of them can be compared, without query and fragment.
 * The names of this very machine count as one. Undefined where `text` is no such URI.
 */
export function comparableUri(text: string): string | undefined {
  if (!/^https?:\/\/[^/?#\\@]+(?:[/?#]|$)/i.test(text) || /[^!-~]|\\/.test(text)) return undefined;
  const plain = text.replace(/%[0-9a-f]{2}/gi, (escaped) => {
    const letter = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return unreserved.test(letter) ? letter : escaped.toUpperCase();
  });
  try {
    const { protocol, hostname, port, pathname } = new URL(plain);
    const host = protocol === 'http:' && loopback.test(hostname) ? 'localhost' : hostname;
    return `${protocol}//${host}${port && `:${port}`}${pathname}`;
  } catch {
    return undefined;
  }
}
