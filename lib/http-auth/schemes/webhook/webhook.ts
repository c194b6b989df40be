/** A webhook that is signed with a shared secret: an HMAC over its content, in the field that GitHub sends (RFC 2104 §2). */
import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { isLeftover, placeholderFault } from '@/lib/http-auth/authorization-field';
import { encodeBase64 } from '@/lib/http-auth/base64';
import { type Check, failed, type Principal, passed } from '@/lib/http-auth/decision';
import { count, shown, utf8 } from '@/lib/http-auth/evidence';
import { fieldLines, type Message, octets } from '@/lib/http-auth/message';
import { trimWhitespace } from '@/lib/http-auth/scanner';
import type { Scheme } from '@/lib/http-auth/scheme';
import { sameOctets } from '@/lib/http-auth/seal';

export const webhookField = 'X-Hub-Signature-256';

export interface WebhookOptions {
  /** Shared with the sender; the key of the HMAC is its UTF-8 form. */
  readonly secret: string;
  readonly principal: Principal;
}

const oneLine: Check = {
  stage: 'syntax',
  check: 'the signature comes in one header line',
  rule: 'RFC 9110 §5.3',
  failure: 'the signature comes in more than one header line',
};
const shaped: Check = {
  stage: 'authentication',
  check: 'the signature is sha256= with 64 hexadecimal digits',
  rule: 'RFC 9110 §11.4',
  failure: 'the signature has another form',
};
const matches: Check = {
  stage: 'authentication',
  check: 'the signature is that of the content, byte by byte',
  rule: 'RFC 2104 §2',
  failure: 'the signature is not that of this content with the shared secret',
};

/** The server's side. The challenge names the field, which no RFC defines. */
export function webhook({ secret, principal }: WebhookOptions): Scheme {
  const refused = { outcome: 'refused', params: [] } as const;
  return {
    name: 'HMAC-SHA256',
    registered: false,
    rule: 'RFC 9110 §11.1',
    field: webhookField,
    checks: [oneLine, shaped, matches],
    malformed: [],
    async challenge(realm) {
      return {
        scheme: 'HMAC-SHA256',
        params: [
          ['realm', realm],
          ['field', webhookField],
        ],
      };
    },
    async verify(message, _realm, _env, note) {
      const lines = fieldLines(message, webhookField).map(trimWhitespace);
      const [line] = lines;
      if (line === undefined) return { outcome: 'absent', saw: seenInsteadOf(message) };
      if (lines.length > 1) {
        note(failed(oneLine, count(lines.length, 'header line'), 'one header line'));
        return { outcome: 'malformed', params: [] };
      }
      note(passed(oneLine, count(1, 'header line')));
      if (!/^sha256=[0-9a-f]{64}$/.test(line)) {
        note(failed(shaped, shapeFault(line), 'sha256= and the HMAC in lower-case hexadecimal digits'));
        return refused;
      }
      note(passed(shaped, 'sha256=…'));
      if (!sameOctets(octets(line), octets(webhookSignature(secret, message.body)))) {
        const expected = `the HMAC of all ${count(message.body.length, 'byte')} of the content as they came, with the shared secret`;
        note(failed(matches, contentFault(line, secret, message.body), expected));
        return refused;
      }
      note(passed(matches, count(message.body.length, 'byte')));
      return { outcome: 'authenticated', principal };
    },
  };
}

/** The sender's side: the value of the field for this content. */
export function webhookSignature(secret: string, content: Uint8Array): string {
  return `sha256=${bytesToHex(hmac(sha256, new TextEncoder().encode(secret), content))}`;
}

function shapeFault(line: string): string {
  if (line === '') return 'an empty value';
  const placeholder = placeholderFault(line.replace(/^sha256=/, ''));
  if (placeholder) return placeholder;
  if (isLeftover(line)) return `the word ${line}: a variable was empty`;
  if (/^[0-9a-f]{64}$/i.test(line)) return 'the digits without sha256= before them';
  if (/^sha256=[0-9a-f]{64}$/i.test(line)) return 'digits in upper case';
  if (/^sha1=/i.test(line)) return 'a signature by SHA-1';
  if (/^sha256=[A-Za-z0-9+/]{43}=$/.test(line)) return 'the HMAC in Base64';
  return `a value of ${count(line.length, 'byte')} in another form`;
}

/** Which slip leads to the signature; only who has the secret can hit on one. */
function contentFault(line: string, secret: string, content: Uint8Array): string {
  const is = (text: string) => line === webhookSignature(secret, new TextEncoder().encode(text));
  const text = utf8(content) ?? '';
  if (is('')) return 'the signature of empty content';
  if (is(text.trimEnd()) || is(`${text}\n`)) return 'the signature of content with another end: a line feed';
  const json = parsed(text);
  if (json !== undefined && (is(JSON.stringify(json)) || is(JSON.stringify(json, null, 2)))) {
    return 'the signature of JSON that was read and written again: the bytes differ';
  }
  if (is(encodeBase64(content))) return 'the signature of the content in Base64';
  return 'the signature of other content, or by another secret';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function seenInsteadOf(message: Message): string {
  const older = fieldLines(message, 'X-Hub-Signature')[0];
  if (older !== undefined) {
    const bySha1 = /^sha1=[0-9a-f]{40}$/.test(trimWhitespace(older)) ? ', which is made with SHA-1' : '';
    return `X-Hub-Signature${bySha1}, no ${webhookField} header`;
  }
  const alike = message.fields.find(([name]) => /signature/i.test(name));
  return alike ? `the header ${shown(alike[0], 40)}, no ${webhookField}` : `no ${webhookField} header`;
}

/** What older senders make: the value of X-Hub-Signature. */
export function olderWebhookSignature(secret: string, content: Uint8Array): string {
  return `sha1=${bytesToHex(hmac(sha1, new TextEncoder().encode(secret), content))}`;
}
