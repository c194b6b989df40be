/** An exchange as lines to read: what matters for a lesson, with a word on what was left out. */
import type { Exchange } from './exchange';

export interface WireLine {
  /** Empty for a line of the body. */
  readonly name: string;
  readonly value: string;
  readonly kind: 'start' | 'field' | 'body' | 'rest';
}

/** The message or messages that a question is about, as data: a page may have it made on the server or fetch it. */
export interface MessageFigure {
  readonly messages: readonly {
    /** Who sends it; left out where it goes without saying. */
    readonly says?: string;
    readonly status?: number;
    readonly lines: readonly WireLine[];
  }[];
}

/** Fields that guard the page and mean nothing for the three gates. An origin that is named matters, a star does not. */
const transport = new Set([
  'content-security-policy',
  'referrer-policy',
  'x-content-type-options',
  'x-robots-tag',
  'access-control-expose-headers',
  'content-length',
  'date',
  'connection',
  'keep-alive',
]);

function isForEverybody(key: string, value: string): boolean {
  return key === 'access-control-allow-origin' && value === '*';
}

export function requestLines({ request }: Exchange): WireLine[] {
  const path = request.target.replace(/^\/api\/sandbox\/[^/?]+\/[^/?]+/, '') || '/';
  return [
    { kind: 'start', name: '', value: `${request.method} ${path} HTTP/1.1` },
    ...request.fields.map(([name, value]) => ({ kind: 'field' as const, name, value })),
    ...bodyLines(request.body),
  ];
}

/** `also` names fields to show although most figures leave them out. */
export function responseLines({ response }: Exchange, also: readonly string[] = []): WireLine[] {
  const asked = new Set(also.map((name) => name.toLowerCase()));
  const shown = response.fields
    .map(([name, value]) => ({ name, value, key: name.toLowerCase() }))
    .filter(({ key, value }) => asked.has(key) || !(transport.has(key) || isForEverybody(key, value)));
  const hidden = response.fields.length - shown.length;
  return [
    { kind: 'start', name: '', value: `HTTP/1.1 ${response.status} ${response.reason}` },
    ...shown.map(({ name, value }) => ({ kind: 'field' as const, name, value })),
    ...(hidden
      ? [{ kind: 'rest' as const, name: '', value: `… ${hidden} more for safety in browsers` }]
      : []),
    ...bodyLines(briefly(response.body)),
  ];
}

/** Raw text of a request, a response, or one after the other, as lines of each. */
export function messagesIn(text: string): { status?: number; lines: WireLine[] }[] {
  return text
    .trimEnd()
    .split(/\n+(?=HTTP\/1\.1 \d{3})/)
    .map((message) => {
      const [head = '', ...body] = message.split('\n\n');
      const status = /^HTTP\/1\.1 (\d{3})/.exec(head)?.[1];
      const lines = [...head.split('\n').map(headLine), ...bodyLines(body.join('\n\n'))];
      return status ? { status: Number(status), lines } : { lines };
    });
}

function headLine(line: string): WireLine {
  const colon = line.indexOf(':');
  const isField = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+:/.test(line);
  if (isField) return { kind: 'field', name: line.slice(0, colon), value: line.slice(colon + 1).trim() };
  return { kind: /HTTP\/\d/.test(line) ? 'start' : 'body', name: '', value: line };
}

function bodyLines(body: string): WireLine[] {
  return body ? ['', ...body.trimEnd().split('\n')].map((value) => ({ kind: 'body', name: '', value })) : [];
}

/** A body of the sandbox without its trace, which the page shows better. */
function briefly(body: string): string {
  try {
    const json = JSON.parse(body) as Record<string, unknown>;
    const { trace, type, title, status, gate, ...rest } = json;
    return JSON.stringify(rest, null, 2);
  } catch {
    return body;
  }
}
