/** Which part of a signed request differs from the one that came, found by signing what a client may have signed. */
import { type Message, rawQuery } from '@/lib/http-auth/message';

/** Makes the canonical request of a message; `path` and `hash` as the server reads them where they are left out. */
export type Canonical = (message: Message, more?: { isPathOnce?: true; hash?: string }) => string;

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'PATCH'];
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
/** Nobody mistypes so much, and each try costs time. */
const longest = 4_000;

/**
 * The part in which the request that was signed differs, in words; undefined where none of the usual slips leads to the
 * signature. `isSigned` tells whether a canonical request has it, so only the holder of the secret hits on one.
 */
export async function differingPart(
  message: Message,
  canonical: Canonical,
  isSigned: (canonical: string) => Promise<boolean>,
): Promise<string | undefined> {
  const canonicalRequest = canonical(message);
  if (canonicalRequest.length > longest) return undefined;
  for (const [words, text] of slips(message, canonical, canonicalRequest)) {
    if (text !== canonicalRequest && (await isSigned(text))) return words;
  }
  return undefined;
}

function* slips(
  message: Message,
  canonical: Canonical,
  canonicalRequest: string,
): Generator<[words: string, text: string]> {
  for (const method of methods)
    yield [`the method was signed as ${method}`, canonical({ ...message, method })];
  const [path = '', query] = message.target.split('?');
  const at = (changed: string) => ({
    ...message,
    target: query === undefined ? changed : `${changed}?${query}`,
  });
  yield ['the path was signed without its last slash', canonical(at(path.replace(/\/$/, '')))];
  yield ['the path was signed with a slash at its end', canonical(at(`${path}/`))];
  yield [
    'the path was signed as it was sent, not encoded once more',
    canonical(message, { isPathOnce: true }),
  ];
  yield ['the query was left out', canonical({ ...message, target: path })];
  const lines = canonicalRequest.split('\n');
  const raw = rawQuery(message);
  if (raw !== undefined)
    yield ['the query was signed in the order in which it was sent', withLine(lines, 2, raw)];
  yield [
    'the host was signed without its port',
    withHost(message, canonical, (host) => host.replace(/:\d+$/, '')),
  ];
  for (const port of ['80', '443'])
    yield [
      `the host was signed with port ${port}`,
      withHost(message, canonical, (host) => `${host}:${port}`),
    ];
  yield ['the content was signed as if it were empty', canonical(message, { hash: emptyHash })];
  yield ['the content was signed as UNSIGNED-PAYLOAD', canonical(message, { hash: 'UNSIGNED-PAYLOAD' })];
}

function withLine(lines: readonly string[], at: number, line: string): string {
  return lines.map((text, index) => (index === at ? line : text)).join('\n');
}

function withHost(message: Message, canonical: Canonical, change: (host: string) => string): string {
  const fields = message.fields.map(
    ([name, value]) => [name, name.toLowerCase() === 'host' ? change(value) : value] as const,
  );
  return canonical({ ...message, fields });
}
