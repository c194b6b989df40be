/** A secret in a Kubernetes manifest whose Base64 ends in a line feed: it becomes part of the credentials. */
import { decodeBase64 } from '@/lib/http-auth/base64';
import { fromOctets } from '@/lib/http-auth/message';
import type { Finding } from '../finding';
import type { GoodReading } from '../reading';

const longest = 20_000;
const isManifest = /^[ \t]*kind:[ \t]{0,8}["']?Secret\b/m;
const entry = /^[ \t]+[\w.-]{1,80}:[ \t]{1,8}["']?([A-Za-z0-9+/]{4,400}={0,2})["']?(?=[ \t]*(?:#|$|\r))/gm;

/** Values of `data` that decode to one line with a line feed after it. */
export function secretFileFindings({ text, exchanges }: GoodReading): Finding[] {
  const paste = text.slice(0, longest);
  if (!isManifest.test(paste)) return [];
  for (const hit of paste.matchAll(entry)) {
    const [line, value = ''] = hit;
    const bytes = value.length % 4 === 0 ? decodeBase64(value) : undefined;
    if (!bytes || !/^[\x21-\x7e]{2,}\r?\n$/.test(fromOctets(bytes))) continue;
    const start = hit.index + line.indexOf(value);
    const statement =
      'A value of this Secret decodes to a text that ends in a line feed. The line feed becomes part of the value.';
    const span = { start, end: start + value.length };
    return [{ check: 'newline-in-base64', statement, span, exchange: exchanges.length - 1 }];
  }
  return [];
}
