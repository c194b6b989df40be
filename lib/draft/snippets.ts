/** A draft in the words of other clients, ready to be pasted. What a client cannot say as typed is noted. */
import { type Draft, utf8Octets } from '@/lib/http-auth/draft';
import type { Field } from '@/lib/http-auth/message';
import { filledFields, isToken } from './fields';
import { relayReasons } from './limits';
import { pythonQuote, shellQuote } from './quote';

export const clients = ['curl', 'HTTPie', 'fetch', 'Python', 'raw'] as const;
export type Client = (typeof clients)[number];

export interface Snippet {
  readonly text: string;
  /** What this client would change, in a sentence each. */
  readonly notes: readonly string[];
}

/** `draft` for one client. `resource` is the absolute URL of the resource, without a slash at the end. */
export function snippet(client: Client, draft: Draft, resource: string): Snippet {
  return writers[client](draft, resource);
}

type Writer = (draft: Draft, resource: string) => Snippet;

const writers: Readonly<Record<Client, Writer>> = {
  curl,
  HTTPie: httpie,
  fetch: fetchCall,
  Python: python,
  raw,
};

/** Lines of a shell command, one argument group each. */
function command(groups: readonly string[]): string {
  return groups.join(' \\\n  ');
}

function curl(draft: Draft, resource: string): Snippet {
  const { method, path, body } = draft;
  const implied = body ? 'POST' : 'GET';
  const fields = filledFields(draft).filter(isSendable);
  const lines = fields.map(
    ([name, value]) => `-H ${shellQuote(value === '' ? `${name};` : `${name}: ${value}`)}`,
  );
  // curl names the type of a form by itself; an empty value takes that line away.
  const untyped = body && !fields.some(([name]) => name.toLowerCase() === 'content-type');
  const text = command([
    ['curl -i', ...curlFlags(path)].join(' ') + (method === 'HEAD' && !body ? ' -I' : ''),
    ...(method === implied || (method === 'HEAD' && !body) ? [] : [`-X ${shellQuote(method)}`]),
    ...lines,
    ...(untyped ? [`-H 'Content-Type:'`] : []),
    ...(body ? [`--data-raw ${shellQuote(body)}`] : []),
    shellQuote(resource + path),
  ]);
  return { text, notes: [...leftOut(draft), ...spaced(path, 'curl')] };
}

function curlFlags(path: string): string[] {
  return [
    ...(/[[\]{}]/.test(path) ? ['-g'] : []),
    ...(/\/\.{1,2}(?:[/?#]|$)/.test(path) ? ['--path-as-is'] : []),
  ];
}

function httpie(draft: Draft, resource: string): Snippet {
  const { method, path, body } = draft;
  const fields = filledFields(draft).filter(isSendable);
  // The space keeps a value that begins with = or @ from being read as an operator of HTTPie.
  const lines = fields.map(([name, value]) => shellQuote(value === '' ? `${name};` : `${name}: ${value}`));
  const untyped = body && !fields.some(([name]) => name.toLowerCase() === 'content-type');
  const flags = ['http --verbose', ...(/\/\.{1,2}(?:[/?#]|$)/.test(path) ? ['--path-as-is'] : [])];
  const text = command([
    `${flags.join(' ')}${body ? ` --raw ${shellQuote(body)}` : ''} ${shellQuote(method)} ${shellQuote(resource + path)}`,
    ...lines,
    ...(untyped ? [`'Content-Type:'`] : []),
  ]);
  const escaped = fields.some(([, value]) => /\\[:;=@]/.test(value));
  return {
    text,
    notes: [
      ...leftOut(draft),
      ...trimmed(draft, 'HTTPie'),
      ...spaced(path, 'HTTPie'),
      ...(escaped ? ['HTTPie drops a backslash before : ; = and @.'] : []),
    ],
  };
}

function fetchCall(draft: Draft, resource: string): Snippet {
  const { method, path, body } = draft;
  const lines = filledFields(draft).map(
    (field) => `    [${field.map((part) => JSON.stringify(part)).join(', ')}],`,
  );
  const text = [
    `const response = await fetch(${JSON.stringify(resource + path)}, {`,
    ...(method === 'GET' ? [] : [`  method: ${JSON.stringify(method)},`]),
    ...(lines.length ? ['  headers: [', ...lines, '  ],'] : []),
    // Bytes, since a string would bring a Content-Type of its own.
    ...(body ? [`  body: new TextEncoder().encode(${JSON.stringify(body)}),`] : []),
    `  credentials: "omit", // or a Basic challenge opens the browser's own dialog`,
    `  cache: "no-store",`,
    '});',
    'console.log(response.status, response.headers.get("WWW-Authenticate"), await response.text());',
  ].join('\n');
  const rowless = (row: number | undefined) => (row === undefined ? '' : `${draft.fields[row]?.[0]}: `);
  return { text, notes: relayReasons(draft).map(({ field, text: why }) => rowless(field) + why) };
}

function python(draft: Draft, resource: string): Snippet {
  const { method, path, body } = draft;
  const fields = filledFields(draft).filter(isSendable);
  const lines = fields.map(
    ([name, value]) => `        ${pythonQuote(name)}: ${pythonQuote(value)}.encode(),`,
  );
  const text = [
    'import requests',
    '',
    'response = requests.request(',
    `    ${pythonQuote(method)},`,
    `    ${pythonQuote(resource + path)},`,
    ...(lines.length ? ['    headers={', ...lines, '    },'] : []),
    ...(body ? [`    data=${pythonQuote(body)}.encode(),`] : []),
    '    allow_redirects=False,',
    ')',
    'print(response.status_code, response.headers.get("WWW-Authenticate"), response.text)',
  ].join('\n');
  const names = fields.map(([name]) => name.toLowerCase());
  const doubled = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  const dotted = /\/\.{1,2}(?:[/?#]|$)/.test(path) ? ['requests resolves . and .. in a path.'] : [];
  return {
    text,
    notes: [
      ...leftOut(draft),
      ...trimmed(draft, 'requests'),
      ...dotted,
      ...[...doubled].map((name) => `requests cannot send ${name} in two lines: the last one wins.`),
    ],
  };
}

function raw(draft: Draft, resource: string): Snippet {
  const { host, pathname } = new URL(resource);
  const fields = filledFields(draft);
  const has = (name: string) => fields.some(([fieldName]) => fieldName.toLowerCase() === name);
  const length = utf8Octets(draft.body ?? '').length;
  const lines = [
    ...(has('host') ? [] : [['Host', host] as const]),
    ...fields,
    ...(length && !has('content-length') ? [['Content-Length', String(length)] as const] : []),
    ...(has('connection') ? [] : [['Connection', 'close'] as const]),
  ].map(([name, value]) => `${name}: ${value}`);
  const head = [
    `${draft.method} ${pathname.replace(/\/$/, '')}${draft.path} HTTP/1.1`,
    ...lines,
    '',
    '',
  ].join('\r\n');
  return {
    text: head + (draft.body ?? ''),
    notes: ['Each line of the head ends with CR LF (RFC 9112 §2.1).'],
  };
}

/** A line that no client sends could mean something else on a command line: it is left out. */
function isSendable([name, value]: Field): boolean {
  return isToken(name) && !/[\r\n\0]/.test(value);
}

function leftOut(draft: Draft): string[] {
  const bad = filledFields(draft).filter((field) => !isSendable(field));
  return bad.map(([name]) => `“${name.slice(0, 40)}” is left out: that is not a field line.`);
}

function trimmed(draft: Draft, client: string): string[] {
  const outer = filledFields(draft).some(([, value]) => /^[ \t]|[ \t]$/.test(value));
  return outer ? [`${client} cuts or refuses spaces at either end of a value.`] : [];
}

function spaced(path: string, client: string): string[] {
  return /[\s\0-\x1f]/.test(path) ? [`${client} refuses a space in a URL, or encodes it.`] : [];
}
