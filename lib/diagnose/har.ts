/** Reads a HAR, whole or cut: the exchanges that failed and what came just before, written out as HTTP text. */
import type { ReadExchange, ReadField, ReadRequest, ReadResponse } from './reading';

export interface HarReading {
  readonly text: string;
  readonly exchanges: readonly ReadExchange[];
  readonly notes: readonly string[];
}

interface Pair {
  readonly name: string;
  readonly value: string;
}

interface Entry {
  readonly startedDateTime?: string;
  readonly request: { method: string; url: string; headers: Pair[]; body: string };
  readonly response: { status: number; statusText: string; headers: Pair[]; body: string; redirect: string };
  readonly error: string;
}

const mostShown = 30;
const longestBody = 65_536;
const longestValue = 16_384;

/** True where `text` looks like a HAR, even where its end is missing. */
export function isHar(text: string): boolean {
  const start = text.slice(0, 4000).trimStart();
  return start.startsWith('{') && /"log"\s{0,20}:\s{0,20}\{/.test(start) && text.includes('"entries"');
}

/** The exchanges of a HAR that failed, with preflights and redirects just before them. */
export function readHar(text: string): HarReading {
  const notes: string[] = [];
  const entries = entriesOf(text, notes).flatMap((raw) => entryOf(raw) ?? []);
  const chosen = chosenOf(entries);
  if (chosen.length < entries.length) {
    notes.push(
      `The HAR has ${entries.length} exchanges. ${chosen.length} of them matter here: refusals and what led there.`,
    );
  }
  const exchanges: ReadExchange[] = [];
  const parts: string[] = [];
  let at = 0;
  for (const entry of chosen) {
    const written = write(entry, at);
    parts.push(written.text);
    at += written.text.length;
    exchanges.push(written.exchange);
  }
  return { text: parts.join(''), exchanges, notes };
}

function entriesOf(text: string, notes: string[]): unknown[] {
  try {
    const har: unknown = JSON.parse(text);
    const log = memberOf(har, 'log');
    const entries = memberOf(log, 'entries');
    return Array.isArray(entries) ? entries : [];
  } catch {
    const saved = savedEntries(text);
    notes.push(
      saved.length
        ? `The HAR is cut or damaged. ${saved.length} whole exchanges could be read.`
        : 'The HAR is cut or damaged, and no exchange in it is whole.',
    );
    return saved;
  }
}

/** The whole entries of a HAR that ends too early: balanced objects after `"entries": [`, each read by itself. */
function savedEntries(text: string): unknown[] {
  const list = text.indexOf('[', text.indexOf('"entries"'));
  const entries: unknown[] = [];
  let depth = 0;
  let start = -1;
  for (let at = list + 1; list >= 0 && at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      at = stringEnd(text, at);
    } else if (code === 123 || code === 91) {
      if (depth === 0) start = at;
      depth += 1;
    } else if (code === 125 || code === 93) {
      depth -= 1;
      if (depth < 0) break;
      if (depth === 0 && start >= 0) {
        try {
          entries.push(JSON.parse(text.slice(start, at + 1)));
        } catch {
          // One damaged entry does not spoil the others.
        }
      }
    }
  }
  return entries;
}

function stringEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text.charCodeAt(at) !== 34) at += text.charCodeAt(at) === 92 ? 2 : 1;
  return at;
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

const textOf = (value: unknown, most = longestValue) =>
  typeof value === 'string' ? value.slice(0, most) : '';

function pairsOf(value: unknown): Pair[] {
  return (Array.isArray(value) ? value : []).slice(0, 200).flatMap((pair) => {
    const name = textOf(memberOf(pair, 'name'), 100);
    return name && !/[\s:]/.test(name.slice(1))
      ? [{ name, value: textOf(memberOf(pair, 'value')).replace(/\s+/g, ' ') }]
      : [];
  });
}

function entryOf(raw: unknown): Entry | undefined {
  const request = memberOf(raw, 'request');
  const response = memberOf(raw, 'response');
  const url = textOf(memberOf(request, 'url'));
  const method = textOf(memberOf(request, 'method'), 20);
  if (!url || !method) return undefined;
  const status = memberOf(response, 'status');
  const error = textOf(memberOf(response, '_error'), 200) || textOf(memberOf(raw, '_error'), 200);
  return {
    request: {
      method: method.toUpperCase(),
      url,
      headers: pairsOf(memberOf(request, 'headers')),
      body: textOf(memberOf(memberOf(request, 'postData'), 'text'), longestBody),
    },
    response: {
      status:
        typeof status === 'number' && Number.isInteger(status) && status >= 0 && status < 1000 ? status : 0,
      statusText: textOf(memberOf(response, 'statusText'), 100),
      headers: pairsOf(memberOf(response, 'headers')),
      body: textOf(memberOf(memberOf(response, 'content'), 'text'), longestBody),
      redirect: textOf(memberOf(response, 'redirectURL')),
    },
    error,
  };
}

const isRefusal = ({ response: { status }, error }: Entry) =>
  [400, 401, 403, 404, 407, 419, 421, 422, 429, 431, 451].includes(status) || (status === 0 && error !== '');
const isTelling = ({ response: { status } }: Entry) => [401, 403, 407, 419].includes(status);

/** Refusals, the telling ones first, each with the preflight or redirect that led to it; in the order of the HAR. */
function chosenOf(entries: readonly Entry[]): Entry[] {
  const refused = entries.map((entry, index) => ({ entry, index })).filter(({ entry }) => isRefusal(entry));
  const best = refused.some(({ entry }) => isTelling(entry))
    ? refused.filter(({ entry }) => isTelling(entry))
    : refused;
  const indexes = new Set<number>();
  for (const { index } of best.slice(-mostShown)) {
    for (const before of [index - 2, index - 1]) {
      const earlier = entries[before];
      if (earlier && leadsTo(earlier, entries[index])) indexes.add(before);
    }
    indexes.add(index);
  }
  return [...indexes]
    .sort((a, b) => a - b)
    .flatMap((index) => entries[index] ?? [])
    .slice(0, mostShown);
}

function leadsTo(earlier: Entry, later: Entry | undefined): boolean {
  if (!later) return false;
  if (earlier.request.method === 'OPTIONS') return earlier.request.url === later.request.url;
  return earlier.response.status >= 300 && earlier.response.status < 400;
}

/** One exchange as HTTP text, and the same with the places of its parts. */
function write({ request, response, error }: Entry, from: number): { text: string; exchange: ReadExchange } {
  let text = '';
  const line = (piece: string) => {
    text += `${piece}\n`;
  };
  const fieldsOf = (pairs: readonly Pair[]) =>
    pairs.map(({ name, value }): ReadField => {
      const start = from + text.length + name.length + 2;
      line(`${name}: ${value}`);
      return { name, value, start, end: start + value.length };
    });
  const requestStart = from;
  line(`${request.method} ${request.url.replace(/\s/g, '%20')} HTTP/1.1`);
  const requestFields = fieldsOf(request.headers);
  line('');
  if (request.body) line(request.body);
  const requestEnd = from + text.length;
  const made: ReadRequest = {
    method: request.method,
    url: request.url,
    fields: requestFields,
    body: request.body,
    whole: true,
    start: requestStart,
    end: requestEnd,
  };
  const responseStart = from + text.length;
  line(
    response.status ? `HTTP/1.1 ${response.status} ${response.statusText}`.trim() : error || 'no response',
  );
  const responseFields = fieldsOf(response.headers);
  line('');
  const bodyStart = from + text.length;
  if (response.body) line(response.body);
  const bodyEnd = from + text.length;
  line('');
  const answered: ReadResponse = {
    status: response.status,
    reason: response.status ? response.statusText : error,
    fields: responseFields,
    body: response.body,
    bodySpan: { start: bodyStart, end: bodyEnd },
    whole: response.status > 0,
    start: responseStart,
    end: bodyEnd,
  };
  return { text, exchange: { form: 'HAR', request: made, response: answered, mayHideCredentials: true } };
}
