/** Turns what a page asks the relay to send into octets, and refuses what could reach anything else. */
import { z } from 'zod';

const line = z.string().regex(/^[^\r\n\0]*$/, 'must not hold CR, LF or NUL');
const draft = z.strictObject({
  method: z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,32}$/, 'must be a token (RFC 9110 §5.6.2)'),
  path: z
    .string()
    .regex(/^\/[^\s]*$/, 'must begin with a slash and hold no space')
    .max(8192),
  fields: z.array(z.tuple([line.regex(/^[^\s:]+$/, 'must be a field name'), line])).max(200),
  body: z.string().optional(),
});
const bodyShape = z.union([z.strictObject({ raw: z.string() }), draft]);

export type RelayBytes = { ok: true; bytes: Buffer } | { ok: false; reason: string };

/**
 * The octets of one request to `base`, from the JSON text of a draft or of `{ raw }`.
 * Text is UTF-8, as a terminal sends it. Host, Content-Length and `Connection: close` are added where they lack.
 */
export function relayBytes(json: string, base: string, host: string | null): RelayBytes {
  const parsed = bodyShape.safeParse(parseJson(json));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse(
      `Send a draft { method, path, fields, body? } or { raw }. ${where(issue?.path)}${issue?.message}`,
    );
  }
  const raw = 'raw' in parsed.data ? parsed.data.raw : rawOf(parsed.data, base);
  const text = raw.replace(/\r?\n/g, '\r\n');
  const end = text.indexOf('\r\n\r\n');
  const head = end < 0 ? text.replace(/(?:\r\n)+$/, '') : text.slice(0, end);
  const body = Buffer.from(end < 0 ? '' : text.slice(end + 4), 'utf8');
  const [requestLine = '', ...lines] = head.split('\r\n');

  const target = /^[^ ]+ ([^ ]+) HTTP\/1\.[01]$/.exec(requestLine)?.[1];
  if (!target) return refuse('The first line must be: method, space, target, space, HTTP/1.1.');
  if (!belongs(target, base))
    return refuse(`The relay sends to this attempt only: the target begins with ${base}`);
  const framing = framingProblem(lines, body.length);
  if (framing) return refuse(framing);

  const has = (name: string) => lines.some((line) => line.toLowerCase().startsWith(`${name}:`));
  const added = [
    ...(has('host') ? [] : [`Host: ${/^[\w.:[\]-]{1,255}$/.test(host ?? '') ? host : 'localhost'}`]),
    ...(body.length && !has('content-length') ? [`Content-Length: ${body.length}`] : []),
    ...(has('connection') ? [] : ['Connection: close']),
  ];
  return {
    ok: true,
    bytes: Buffer.concat([Buffer.from([requestLine, ...lines, ...added, '', ''].join('\r\n')), body]),
  };
}

/** A second request hidden behind the first one's content would not be this attempt's (RFC 9112 §11.2). */
function framingProblem(lines: readonly string[], length: number): string | undefined {
  for (const line of lines) {
    const [name = '', value = ''] = [
      line.split(':')[0]?.trim().toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ];
    if (name === 'transfer-encoding') return 'The relay sends content with a Content-Length, never chunked.';
    if (name === 'content-length' && value !== String(length))
      return `Content-Length must be ${length} here.`;
    if (name === 'connection' && value.toLowerCase() !== 'close')
      return 'Connection must be close, or left out.';
    if (name === 'upgrade' || name === 'expect') return `The relay does not send ${name}.`;
  }
  return undefined;
}

function belongs(target: string, base: string): boolean {
  const path = target.split('?')[0] ?? '';
  return path === base || path.startsWith(`${base}/`);
}

function rawOf({ method, path, fields, body = '' }: z.infer<typeof draft>, base: string): string {
  const lines = fields.map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${base}${path} HTTP/1.1`, ...lines, '', body].join('\r\n');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const where = (path: readonly PropertyKey[] | undefined) => (path?.length ? `At ${path.join('.')}: ` : '');
const refuse = (reason: string): RelayBytes => ({ ok: false, reason });
