/** What Base64 in a request says, since nobody reads it by eye (RFC 7617 §2). */
import { decodeBase64 } from '@/lib/http-auth/base64';
import { inert } from '@/lib/http-auth/evidence';
import { fromOctets } from '@/lib/http-auth/message';
import type { Asking } from './resource';

export interface ReadBase64 {
  readonly text: string;
  /** What it decodes to, control characters escaped. */
  readonly says: string;
  /** False where only a lenient decoder reads it. */
  readonly whole: boolean;
}

/** Each text behind the word Basic that may be Base64, with what it says. */
export function base64In({ fields }: Pick<Asking, 'fields'>): readonly ReadBase64[] {
  return fields
    .filter(([, value]) => /\bbasic\b/i.test(value))
    .flatMap(([, value]) => [...value.matchAll(/\s([A-Za-z0-9+/]{8,}={0,2})(?=$|,)/g)])
    .map(([, text = '']) => {
      const bytes = decodeBase64(text);
      return { text, says: inert(fromOctets(bytes ?? leniently(text))), whole: bytes !== undefined };
    })
    .filter((line, index, all) => all.findIndex(({ text }) => text === line.text) === index);
}

/** The octets that a decoder finds which does without padding and drops what is left over. */
function leniently(text: string): Uint8Array {
  const bare = text.replace(/=+$/, '');
  const rest = bare.length % 4;
  const groups = rest === 1 ? bare.slice(0, -1) : bare;
  const octets = atob(groups.padEnd(Math.ceil(groups.length / 4) * 4, '='));
  return Uint8Array.from(octets, (octet) => octet.charCodeAt(0));
}
