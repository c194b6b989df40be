/** Requests that are written as commands: curl, wget, HTTPie, and what browsers copy as fetch and PowerShell. */
import { encodeBase64 } from '@/lib/http-auth/base64';
import type { Form, ReadField, ReadRequest, Span } from './reading';
import { shellWords, type Word } from './shell-words';

export interface Command extends Span {
  readonly form: Form;
  readonly request: ReadRequest;
  /** True where the command follows redirects by itself. */
  readonly follows: boolean;
}

const begin =
  /(?:^|[\n;|&(]|[$#>%] )[ \t]{0,8}(?:sudo )?(curl(?:\.exe)?|wget|https?|xh)[ \t]+(?=[^\s])|\bfetch\(\s{0,20}["'`]|\b(?:Invoke-WebRequest|Invoke-RestMethod|iwr|irm)\b/g;
const mostCommands = 20;
/** Characters that may be read in vain: the name of a tool begins no command in most places where it stands. */
const mostInVain = 1_000_000;

/** What was read from the name of a tool on, up to `end`; undefined `command` where it sends no request. */
interface Candidate {
  readonly end: number;
  readonly command: Command | undefined;
}

/** The commands of `text` that send a request, in their order. */
export function commandsIn(text: string): Command[] {
  const commands: Command[] = [];
  let after = 0;
  let inVain = 0;
  for (const match of text.matchAll(begin)) {
    if (match.index < after) continue;
    if (commands.length >= mostCommands || inVain > mostInVain) break;
    const tool = match[1];
    const start = tool ? match.index + match[0].indexOf(tool) : match.index;
    const { command, end } = tool
      ? shellCommand(text, start, tool)
      : match[0].startsWith('fetch')
        ? fetchCall(text, start)
        : powerShell(text, start);
    if (command) {
      commands.push(command);
      after = end;
    } else inVain += end - start;
  }
  return commands;
}

function shellCommand(text: string, start: number, tool: string): Candidate {
  const { words, end } = shellWords(text, start);
  const made = tool.startsWith('curl') ? curl(words) : tool === 'wget' ? wget(words) : httpie(words);
  if (!made.url || !looksLikeUrl(made.url)) return { end, command: undefined };
  const { follows = false, form, ...request } = made;
  return { end, command: { form, follows, start, end, request: { ...request, start, end } } };
}

type Made = Omit<ReadRequest, 'start' | 'end'> & { form: Form; follows?: boolean };

const looksLikeUrl = (text: string) =>
  /^(?:[a-z]+:\/\/|localhost|:\d|\$|\{|[\w-]+(?:\.[\w-]+)+(?:[:/?]|$)|\/)/i.test(text);

const withProtocol = (url: string) =>
  /^[a-z]+:\/\//i.test(url) || /^[$/{]/.test(url)
    ? url
    : `http://${url.startsWith(':') ? 'localhost' : ''}${url}`;

/** Options of curl whose next word is a value that means nothing here. */
const valued = new Set(
  '-o --output -w --write-out --max-time -m --connect-timeout --retry --retry-delay -c --cookie-jar --cacert --cert -E --key --resolve --connect-to -x --proxy -U --proxy-user --interface --limit-rate --max-redirs -T --upload-file --ciphers --tls-max -D --dump-header --noproxy --unix-socket -K --config -F --form --trace --trace-ascii --stderr --cert-type --key-type --pass --retry-max-time --expect100-timeout --keepalive-time -r --range -y -Y -C -Q -z'.split(
    ' ',
  ),
);

/** A curl command as far as it is read. */
interface Curl {
  readonly fields: ReadField[];
  url: string;
  method: string;
  body: string;
  follows: boolean;
  isGet: boolean;
}

function addField({ fields }: Curl, name: string, value: string, { start, end }: Span): void {
  fields.push({ name, value, start, end });
}

/** A header as `-H` has it: `name: value`, `name;` or `name`. */
function addHeader(command: Curl, value: Word): void {
  const { text } = value;
  const colon = text.indexOf(':');
  const name = colon < 0 ? text : text.slice(0, colon);
  const rest = colon < 0 ? '' : text.slice(colon + 1).trim();
  if (colon >= 0) addField(command, name.trim(), rest, value);
}

function addData(command: Curl, { text }: Word): void {
  command.body = command.body ? `${command.body}&${text}` : text;
}

type Effect = (command: Curl, value: Word) => void;

/** An option under each of its names. */
const named = (names: string, effect: Effect): [string, Effect][] =>
  names.split(' ').map((name) => [name, effect]);

/** What the options of curl do that take the next word as their value. */
const withValue: ReadonlyMap<string, Effect> = new Map([
  ...named('-H --header', addHeader),
  ...named('-X --request', (command, { text }) => {
    command.method = text.toUpperCase();
  }),
  ...named('-u --user', (command, value) => addField(command, 'Authorization', basicOf(value.text), value)),
  ...named('--oauth2-bearer', (command, value) =>
    addField(command, 'Authorization', `Bearer ${value.text}`, value),
  ),
  ...named('-b --cookie', (command, value) => {
    // Without a sign of equality it is the name of a file.
    if (value.text.includes('=')) addField(command, 'Cookie', value.text, value);
  }),
  ...named('-A --user-agent', (command, value) => addField(command, 'User-Agent', value.text, value)),
  ...named('-e --referer', (command, value) => addField(command, 'Referer', value.text, value)),
  ...named('-d --data --data-raw --data-binary --data-urlencode --data-ascii', addData),
  ...named('--json', (command, value) => {
    addData(command, value);
    addField(command, 'Content-Type', 'application/json', value);
  }),
  ...named('--url', (command, { text }) => {
    command.url = text;
  }),
]);

/** What the options of curl do that stand alone. */
const alone: ReadonlyMap<string, Effect> = new Map([
  ...named('-I --head', (command) => {
    command.method ||= 'HEAD';
  }),
  ...named('-G --get', (command) => {
    command.isGet = true;
  }),
  ...named('-L --location --location-trusted', (command) => {
    command.follows = true;
  }),
]);

function curl(words: readonly Word[]): Made {
  const command: Curl = { fields: [], url: '', method: '', body: '', follows: false, isGet: false };
  const queue = words.slice(1).flatMap(splitOption);
  for (let at = 0; at < queue.length; at += 1) {
    const word = queue[at];
    if (!word) break;
    const option = word.text;
    const value = queue[at + 1] ?? { text: '', start: word.end, end: word.end };
    if (!option.startsWith('-') || option === '-') command.url ||= option;
    (withValue.get(option) ?? alone.get(option))?.(command, value);
    if (withValue.has(option) || valued.has(option)) at += 1;
  }
  const { fields, url, body, follows } = command;
  const method = command.method || (body && !command.isGet ? 'POST' : 'GET');
  return { form: 'copy as cURL', method, url: withProtocol(url), fields, body, whole: false, follows };
}

/** `-sSLH` is several options, and `-HX-A: b` an option with its value; `--header=x` as well. */
function splitOption(word: Word): Word[] {
  const { text } = word;
  const long = /^(--[\w-]+)=(.*)$/s.exec(text);
  if (long)
    return [
      { ...word, text: long[1] ?? '' },
      { ...word, text: long[2] ?? '' },
    ];
  if (!/^-[A-Za-z]./.test(text)) return [word];
  const parts: Word[] = [];
  for (let at = 1; at < text.length; at += 1) {
    const option = `-${text[at]}`;
    parts.push({ ...word, text: option });
    if (/^-[HXubAedoxUcmwEFTDrKz]$/.test(option)) {
      if (at + 1 < text.length) parts.push({ ...word, text: text.slice(at + 1) });
      break;
    }
  }
  return parts;
}

function wget(words: readonly Word[]): Made {
  const fields: ReadField[] = [];
  let url = '';
  for (const word of words.slice(1)) {
    const header = /^--header=([^:]{1,80}):[ \t]*(.*)$/s.exec(word.text);
    if (header)
      fields.push({ name: header[1] ?? '', value: header[2] ?? '', start: word.start, end: word.end });
    else if (!word.text.startsWith('-')) url ||= word.text;
  }
  return { form: 'wget', method: 'GET', url: withProtocol(url), fields, body: '', whole: false };
}

function httpie(words: readonly Word[]): Made {
  const fields: ReadField[] = [];
  const rest = words.slice(1);
  let url = '';
  let method = '';
  for (const [index, word] of rest.entries()) {
    const before = rest[index - 1]?.text ?? '';
    if (/^(?:-a|--auth)$/.test(before)) {
      fields.push({ name: 'Authorization', value: basicOf(word.text), start: word.start, end: word.end });
      continue;
    }
    if (word.text.startsWith('-')) continue;
    if (!url && /^[A-Z]{3,8}$/.test(word.text)) method = word.text;
    else if (!url) url = word.text;
    else {
      const field = /^([\w-]{1,80}):(?!=)(.*)$/s.exec(word.text);
      if (field)
        fields.push({ name: field[1] ?? '', value: field[2] ?? '', start: word.start, end: word.end });
    }
  }
  return {
    form: 'HTTPie command',
    method: method || 'GET',
    url: withProtocol(url),
    fields,
    body: '',
    whole: false,
  };
}

function basicOf(pair: string): string {
  return `Basic ${encodeBase64(new TextEncoder().encode(pair))}`;
}

const longestCall = 65_536;
const pairPattern = /["']([\w-]{1,80})["']\s{0,20}:\s{0,20}["']((?:[^"'\\\n]|\\.){0,8000})["']/dg;

/** `fetch("https://…", { "headers": { … }, "method": "POST" })`, as browsers copy it. */
function fetchCall(text: string, start: number): Candidate {
  const source = text.slice(start, start + longestCall);
  const match = /^fetch\(\s{0,20}["'`]([^"'`\n]{1,4000})["'`]/.exec(source);
  if (!match) return { end: start + 4000, command: undefined };
  const close = source.search(/\n?\s{0,8}\}\s{0,8}\)/);
  const end = close < 0 ? match[0].length : close + 2;
  const options = source.slice(0, end);
  const headers = options.indexOf('headers');
  const fields: ReadField[] = [];
  let method = 'GET';
  let body = '';
  for (const pair of options.matchAll(pairPattern)) {
    const [, name = '', value = ''] = pair;
    const [from, to] = pair.indices?.[2] ?? [0, 0];
    if (name === 'method') method = value.toUpperCase();
    else if (name === 'body') body = value;
    else if (['mode', 'credentials', 'referrer', 'referrerPolicy', 'cache', 'redirect'].includes(name)) {
      if (name === 'credentials')
        fields.push({ name: ':credentials', value, start: start + from, end: start + to });
    } else if (headers >= 0 && pair.index > headers) {
      fields.push({ name, value, start: start + from, end: start + to });
    }
  }
  const bare = /\bmethod:\s{0,8}["']([A-Za-z]{3,10})["']/.exec(options)?.[1];
  const request = { method: bare?.toUpperCase() ?? method, url: match[1] ?? '', fields, body, whole: false };
  const span = { start, end: start + end };
  const command: Command = {
    form: 'copy as fetch',
    follows: true,
    ...span,
    request: { ...request, ...span },
  };
  return { end: span.end, command };
}

/** `Invoke-WebRequest -Uri "…" -Headers @{ "name"="value" }`, as browsers copy it. */
function powerShell(text: string, start: number): Candidate {
  const source = text.slice(start, start + longestCall);
  const url = /-Uri\s{1,8}["']([^"'\n]{1,4000})["']/i.exec(source)?.[1];
  if (!url) return { end: start + source.length, command: undefined };
  const method = /-Method\s{1,8}["']?([A-Za-z]{3,10})/i.exec(source)?.[1]?.toUpperCase() ?? 'GET';
  const from = source.search(/-Headers\s{1,8}@\{/i);
  const to = from < 0 ? 0 : source.indexOf('}', from);
  const fields: ReadField[] = [];
  const pairs = /["']?([\w-]{1,80})["']?\s{0,8}=\s{0,8}["']((?:[^"'\n]|`"){0,8000})["']/dg;
  for (const pair of source.slice(0, Math.max(0, to)).matchAll(pairs)) {
    if (pair.index < from) continue;
    const [valueStart, valueEnd] = pair.indices?.[2] ?? [0, 0];
    const [, name = '', value = ''] = pair;
    fields.push({ name, value, start: start + valueStart, end: start + valueEnd });
  }
  const end = start + Math.max(to + 1, url.length);
  const request = { method, url, fields, body: '', whole: false, start, end };
  return { end, command: { form: 'copy as PowerShell', follows: true, start, end, request } };
}
