/** Errors as APIs word them: problem details, OAuth, clouds, registries (RFC 9457 §3, RFC 6749 §5.2). */
import type { ErrorBody } from './reading';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown) => (typeof value === 'string' ? value.slice(0, 2000) : '');
const statusOf = (value: unknown) => {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 100 && number < 600
    ? number
    : undefined;
};

interface Dialect {
  readonly name: string;
  read(json: Json): Omit<ErrorBody, 'dialect' | 'start' | 'end'> | undefined;
}

const made = (code: string, message: string, status?: number) => ({
  code,
  message,
  ...(status !== undefined && { status }),
});

/** The narrow ones first. */
const dialects: readonly Dialect[] = [
  {
    name: 'Kubernetes',
    read: (json) =>
      json.kind === 'Status' && 'apiVersion' in json
        ? made(textOf(json.reason), textOf(json.message), statusOf(json.code))
        : undefined,
  },
  {
    name: 'Google',
    read({ error }) {
      if (!isObject(error) || !('code' in error) || !('message' in error)) return undefined;
      return made(textOf(error.status) || textOf(error.code), textOf(error.message), statusOf(error.code));
    },
  },
  {
    name: 'Docker registry',
    read({ errors }) {
      const first = Array.isArray(errors) ? errors[0] : undefined;
      if (!isObject(first) || !/^[A-Z_]{4,40}$/.test(textOf(first.code))) return undefined;
      return made(textOf(first.code), textOf(first.message));
    },
  },
  {
    name: 'GitHub',
    read: (json) =>
      'documentation_url' in json ? made('', textOf(json.message), statusOf(json.status)) : undefined,
  },
  {
    name: 'AWS',
    read(json) {
      const type = textOf(json.__type) || textOf(json.Code);
      return type
        ? made(type.replace(/^.*#/, ''), textOf(json.message) || textOf(json.Message), undefined)
        : undefined;
    },
  },
  {
    name: 'problem details',
    read: (json) =>
      'title' in json && ('type' in json || 'detail' in json)
        ? made(textOf(json.title), textOf(json.detail), statusOf(json.status))
        : undefined,
  },
  {
    name: 'OAuth',
    read: (json) =>
      /^[a-z]+(?:_[a-z]+)+$/.test(textOf(json.error))
        ? made(textOf(json.error), textOf(json.error_description), undefined)
        : undefined,
  },
  {
    name: 'JSON',
    read(json) {
      const inner = isObject(json.error) ? json.error : json;
      const message =
        textOf(inner.message) ||
        textOf(inner.detail) ||
        textOf(inner.error) ||
        textOf(inner.msg) ||
        textOf(inner.title);
      const code = textOf(inner.code) || textOf(inner.errorCode) || textOf(json.errorCode);
      const status = statusOf(inner.status) ?? statusOf(inner.statusCode) ?? statusOf(inner.code);
      return message || code ? made(code, message, status) : undefined;
    },
  },
];

const longest = 262_144;

/** The error that a body or a paste spells in JSON or XML, or undefined. `at` is where it begins in the text. */
export function errorBody(text: string, at: number): ErrorBody | undefined {
  const trimmed = text.trim();
  if (trimmed.length > longest) return undefined;
  const start = at + text.indexOf(trimmed);
  const span = { start, end: start + trimmed.length };
  if (trimmed.startsWith('{') || trimmed.startsWith('[')) {
    let json: unknown;
    try {
      json = JSON.parse(trimmed);
    } catch {
      return undefined;
    }
    const object = Array.isArray(json) ? json[0] : json;
    if (!isObject(object)) return undefined;
    for (const { name, read } of dialects) {
      const error = read(object);
      if (error) return { dialect: name, ...error, ...span };
    }
    return undefined;
  }
  const code = /<Code>([A-Za-z0-9.]{3,80})<\/Code>/.exec(trimmed.slice(0, 8000))?.[1];
  if (!code) return undefined;
  const message = /<Message>([^<]{1,2000})<\/Message>/.exec(trimmed.slice(0, 8000))?.[1] ?? '';
  return { dialect: 'AWS XML', code, message, ...span };
}

/** Where JSON objects of an error stand in loose text: from a line's first `{` to the end of the piece. */
export function errorsIn(text: string, from: number, to: number): ErrorBody[] {
  const errors: ErrorBody[] = [];
  let at = from;
  for (let tries = 0; tries < 20 && at < to; tries += 1) {
    const brace = text.indexOf('{', at);
    const xml = text.indexOf('<Error>', at);
    const start = brace < 0 ? xml : xml < 0 ? brace : Math.min(brace, xml);
    if (start < 0 || start >= to) break;
    const end = text[start] === '<' ? xmlEnd(text, start, to) : objectEnd(text, start, to);
    if (end === undefined) {
      at = start + 1;
      continue;
    }
    const error = errorBody(text.slice(start, end), start);
    if (error) errors.push(error);
    at = end;
  }
  return errors;
}

function xmlEnd(text: string, start: number, to: number): number | undefined {
  const end = text.indexOf('</Error>', start);
  return end < 0 || end > to ? undefined : end + 8;
}

/** Where the object that begins at `start` ends, or undefined where it does not within a bounded run. */
function objectEnd(text: string, start: number, to: number): number | undefined {
  let depth = 0;
  const last = Math.min(to, start + 32_768);
  for (let at = start; at < last; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      for (at += 1; at < last && text.charCodeAt(at) !== 34; at += 1) if (text.charCodeAt(at) === 92) at += 1;
    } else if (code === 123) depth += 1;
    else if (code === 125) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

/** Who made an error page, by its body and headers; undefined where nobody can be told. */
export function pageMaker(body: string, server: string): string | undefined {
  const start = body.slice(0, 20_000);
  const makers: readonly (readonly [RegExp, string])[] = [
    [/cloudflare|cf-error-details|cf-ray|cdn-cgi/i, 'Cloudflare'],
    [/Reference&#32;&#35;|Reference #\d|errors\.edgesuite\.net|AkamaiGHost/i, 'Akamai'],
    [/Generated by cloudfront|The request could not be satisfied/i, 'CloudFront'],
    [/Incapsula incident|_Incapsula_Resource/i, 'Imperva'],
    [/Sucuri WebSite Firewall/i, 'Sucuri'],
    [/<center>(?:nginx|openresty)/i, 'nginx'],
    [/<address>Apache/i, 'Apache'],
    [/Microsoft-IIS|IIS (?:Detailed|Windows)|Server Error in '/i, 'IIS'],
  ];
  const maker = makers.find(([pattern]) => pattern.test(start))?.[1];
  if (maker) return maker;
  return /akamaighost/i.test(server) ? 'Akamai' : undefined;
}
