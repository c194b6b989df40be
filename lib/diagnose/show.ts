/** What may be shown of a paste: cut, and without its secrets. */
import { wellKnownScheme } from '@/lib/http-auth/authorization-field';
import type { ReadExchange, ReadField, Span } from './reading';
import { maskOf, secretsIn, withoutSecrets } from './secrets';

/** A line of the paste with the piece that proves something marked. */
export interface Excerpt {
  /** Counted from 1. */
  readonly line: number;
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

const around = 60;
const longestMark = 160;

/** The line around `span`, cut where it is long. */
export function excerpt(text: string, { start, end }: Span): Excerpt {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', start);
  const lineEnd = newline < 0 ? text.length : newline;
  const line = text.slice(lineStart, Math.min(lineEnd, lineStart + 20_000));
  const from = start - lineStart;
  const to = Math.min(Math.max(end - lineStart, from), line.length);
  const secrets = secretsIn(line);
  const before = piece(line, 0, from, secrets);
  const marked = piece(line, from, to, secrets);
  const after = piece(line, to, line.length, secrets);
  return {
    line: countLines(text, lineStart),
    before: before.length > around ? `…${before.slice(-around)}` : before,
    marked: marked.length > longestMark ? `${marked.slice(0, longestMark)}…` : marked,
    after: after.length > around ? `${after.slice(0, around)}…` : after,
  };
}

/** A part of a line in which secrets are masked; one that begins before the part is not shown again. */
function piece(line: string, from: number, to: number, secrets: readonly Span[]): string {
  let result = '';
  let at = from;
  for (const { start, end } of secrets) {
    if (end <= from || start >= to) continue;
    if (start > at) result += line.slice(at, start);
    if (start >= from) result += maskOf(line.slice(start, end));
    else if (at === from && result === '') result += '••••';
    at = Math.max(at, Math.min(end, to));
  }
  return result + line.slice(at, to);
}

function countLines(text: string, end: number): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

export interface ShownMessage {
  readonly startLine: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

export interface ShownExchange {
  readonly form: string;
  readonly status: number;
  readonly request?: ShownMessage;
  readonly response?: ShownMessage;
  /** The gate that refused, as far as the status tells; `elsewhere` where none of them was asked. */
  readonly gate: 'syntax' | 'authentication' | 'authorization' | 'elsewhere' | 'none';
}

const longestBody = 2000;
const mostFields = 40;

/** An exchange as a page shows it. `isElsewhere` is true where something before the application has answered. */
export function shownExchange(
  { form, request, response }: ReadExchange,
  isElsewhere: boolean,
): ShownExchange {
  const status = response?.status ?? 0;
  return {
    form,
    status,
    gate: isElsewhere ? 'elsewhere' : gateOf(status),
    ...(request && {
      request: {
        startLine: withoutSecrets(`${request.method} ${request.url || '/'}`.slice(0, 600)),
        fields: shownFields(request.fields),
        body: shownBody(request.body),
      },
    }),
    ...(response && {
      response: {
        startLine: status
          ? withoutSecrets(`HTTP ${status} ${response.reason}`.trim())
          : response.reason || 'no response',
        fields: shownFields(response.fields),
        body: shownBody(response.body),
      },
    }),
  };
}

function gateOf(status: number): ShownExchange['gate'] {
  if ([400, 411, 413, 414, 415, 417, 431].includes(status)) return 'syntax';
  if (status === 401 || status === 407) return 'authentication';
  return [403, 419, 429, 451].includes(status) ? 'authorization' : 'none';
}

function shownBody(body: string): string {
  const text = withoutSecrets(body.slice(0, longestBody));
  return body.length > longestBody ? `${text}…` : text;
}

const shownFields = (fields: readonly ReadField[]) =>
  fields
    .filter(({ name }) => name !== ':credentials')
    .slice(0, mostFields)
    .map((field) => [field.name.slice(0, 100), shownValue(field)] as const);

const secretNames =
  /(?:^|-)(?:api-?key|token|secret|password|signature|session|jwt|ticket|key)(?:-|$)|^dpop$/i;
const openNames =
  /^(?:sec-|access-control-|content-|x-ratelimit|accept|signature-input|www-|proxy-authenticate)/i;
const telling = /^(?:undefined|null|nil|none|nan|\[object[^\]]*\]|\.{3}|…|<.*>|\{\{.*\}\}|\$\{?\w+\}?)$/i;

/** The value of a header without what is secret in it. */
function shownValue({ name, value }: Pick<ReadField, 'name' | 'value'>): string {
  const lower = name.toLowerCase();
  if (lower === 'authorization' || lower === 'proxy-authorization') return shownCredentials(value);
  if (lower === 'cookie') return value.split(';').map(shownPair).join(';').slice(0, 400);
  if (lower === 'set-cookie') {
    const [pair = '', ...attributes] = value.split(';');
    return [shownPair(pair), ...attributes].join(';').slice(0, 400);
  }
  if (secretNames.test(name) && !openNames.test(name))
    return telling.test(value.trim()) ? value : maskOf(value);
  return withoutSecrets(value.slice(0, 600));
}

function shownCredentials(value: string): string {
  const words = value.trim().split(/ +/);
  const shown: string[] = [];
  for (const word of words) {
    const scheme = wellKnownScheme(word);
    if (scheme || /^authorization:$/i.test(word)) shown.push(word);
    else break;
  }
  const rest = words.slice(shown.length).join(' ');
  if (!rest) return shown.join(' ');
  if (telling.test(rest)) return [...shown, rest].join(' ');
  if (/^digest$/i.test(shown[0] ?? '')) {
    return [...shown, rest.replace(/\b(response|username|cnonce)="[^"]*"/gi, '$1="••••"')]
      .join(' ')
      .slice(0, 400);
  }
  if (/^AWS4-HMAC-SHA256$/i.test(shown[0] ?? '')) {
    return [
      ...shown,
      rest.replace(/(Credential=)[^/,]*|(Signature=)\w*/g, (_, a = '', b = '') => `${a}${b}••••`),
    ]
      .join(' ')
      .slice(0, 400);
  }
  return [...shown, maskOf(rest)].join(' ');
}

function shownPair(pair: string): string {
  const equals = pair.indexOf('=');
  return equals < 0 ? maskOf(pair.trim()) : `${pair.slice(0, equals)}=••••`;
}
