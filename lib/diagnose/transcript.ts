/** Reads messages out of lines: raw HTTP, curl -v and -i, wget, HTTPie, and what stands around them. */
import { fieldIn, type Line, linesOf, startLine } from './lines';
import type { Form, ReadExchange, ReadField, ReadRequest, ReadResponse, Span } from './reading';

interface Draft {
  kind: 'request' | 'response';
  form: Form;
  method: string;
  target: string;
  status: number;
  reason: string;
  start: number;
  end: number;
  indent: number;
  side: Line['side'];
  fields: ReadField[];
  bodyStart: number;
  bodyEnd: number;
  isHead: boolean;
  whole: boolean;
}

export interface Transcript {
  readonly exchanges: readonly ReadExchange[];
  /** The parts of the text that belong to no message. */
  readonly loose: readonly Span[];
}

/** A line of curl or of a shell that ends the body before it. */
const between =
  /^(?:[{}] \[\d+ bytes data\]|\* |(?:[\w.@-]{1,60}[:~][^\n$#]{0,80})?[$#] |PS [A-Z]:[^\n>]{0,200}> |---(?:request|response) (?:begin|end)---)/;

const longestBody = 262_144;
/** A head with more headers than these is no head of a message. */
const mostFields = 400;
/** Of more exchanges than these, the last are kept. */
const mostExchanges = 40;
const mostMessages = 20_000;

/** The messages of `text` in their order, a response with the request before it. */
export function readTranscript(text: string): Transcript {
  const drafts: Draft[] = [];
  const loose: Span[] = [];
  let open: Draft | undefined;
  const close = (isFollowed: boolean) => {
    if (open) drafts.push(finished(open, isFollowed));
    open = undefined;
  };
  for (const line of linesOf(text)) {
    const begun = beginning(line);
    if (begun) {
      close(true);
      open = begun;
      continue;
    }
    if (!open) {
      addLoose(loose, line);
      continue;
    }
    if (!takes(open, line)) {
      close(open.side !== '');
      addLoose(loose, line);
    }
    if (drafts.length > mostMessages) break;
  }
  close(true);
  return { exchanges: pairs(drafts, text), loose };
}

/** The message with its last header: a head that the next message follows, or the end of the text, is a whole one. */
function finished(draft: Draft, isFollowed: boolean): Draft {
  return { ...draft, whole: draft.whole || (isFollowed && draft.fields.length >= 2) };
}

function beginning(line: Line): Draft | undefined {
  if (line.side === '*' || !/^\s{0,20}(?:HTTP\/|[A-Z]{3})/.test(line.text)) return undefined;
  const begin = startLine(line.text);
  if (!begin) return undefined;
  const form: Form = line.side ? 'curl -v' : begin.indent === 2 ? 'wget' : 'raw HTTP';
  return {
    ...begin,
    form,
    side: line.side,
    start: line.at,
    end: line.end,
    fields: [],
    bodyStart: 0,
    bodyEnd: 0,
    isHead: true,
    whole: false,
  };
}

/** Takes the line into the message, or says that it belongs to none. */
function takes(draft: Draft, line: Line): boolean {
  if (draft.isHead) return takesHead(draft, line);
  if (line.side === '*' || line.side === '>' || (draft.side && line.side === '<')) return false;
  if (between.test(line.text)) return false;
  if (draft.bodyEnd - draft.bodyStart < longestBody) draft.bodyEnd = line.end;
  draft.end = line.end;
  return true;
}

function takesHead(draft: Draft, line: Line): boolean {
  // curl says what it does in the middle of a head: that line is left out, and the head goes on.
  if (draft.side && line.side === '*') return true;
  if (draft.side && line.side !== draft.side) {
    if (/^[{}] \[/.test(line.text)) return true;
    return false;
  }
  if (line.text.trim() === '') {
    draft.isHead = false;
    draft.whole = true;
    draft.bodyStart = line.end + 1;
    draft.bodyEnd = draft.bodyStart;
    draft.end = line.end;
    return true;
  }
  const field = fieldIn(line.text, line.at);
  if (!field) {
    // A folded line goes on with the value before it (RFC 9112 §5.2).
    const last = draft.fields.at(-1);
    if (last && /^[ \t]/.test(line.text) && draft.indent === 0) {
      draft.fields[draft.fields.length - 1] = {
        ...last,
        value: `${last.value} ${line.text.trim()}`,
        end: line.end,
      };
      draft.end = line.end;
      return true;
    }
    return false;
  }
  if (draft.fields.length < mostFields) draft.fields.push(field);
  draft.end = line.end;
  return true;
}

function addLoose(loose: Span[], line: Line): void {
  const last = loose.at(-1);
  if (last && last.end + 1 >= line.start) loose[loose.length - 1] = { start: last.start, end: line.end };
  else loose.push({ start: line.start, end: line.end });
}

/** Requests with the responses that follow them; what comes before the real response (100, 103) is left out. */
function pairs(all: readonly Draft[], text: string): ReadExchange[] {
  const drafts = all.slice(-4 * mostExchanges);
  const exchanges: ReadExchange[] = [];
  let waiting: ReadRequest | undefined;
  let form: Form = 'raw HTTP';
  for (const draft of drafts) {
    if (draft.kind === 'request') {
      if (waiting) exchanges.push({ form, request: waiting });
      waiting = requestOf(draft, text);
      form = draft.form;
      continue;
    }
    if (draft.status >= 100 && draft.status < 200 && draft.status !== 101) continue;
    const response = responseOf(draft, text);
    const both = waiting ? form : draft.form === 'raw HTTP' ? 'curl -i' : draft.form;
    exchanges.push(waiting ? { form: both, request: waiting, response } : { form: both, response });
    waiting = undefined;
  }
  if (waiting) exchanges.push({ form, request: waiting });
  return exchanges.slice(-mostExchanges);
}

function requestOf(draft: Draft, text: string): ReadRequest {
  const host = draft.fields.find(({ name }) => /^(?:host|:authority)$/i.test(name))?.value;
  const isAbsolute = /^https?:\/\//i.test(draft.target);
  const bare = isAbsolute || !host || draft.method === 'CONNECT';
  const url = bare ? draft.target : `${protocolOf(host)}://${host}${draft.target}`;
  return {
    method: draft.method,
    url,
    fields: draft.fields,
    body: text.slice(draft.bodyStart, draft.bodyEnd).trim(),
    whole: draft.whole,
    start: draft.start,
    end: draft.end,
  };
}

/** What a host without a protocol is most likely reached by. */
export function protocolOf(host: string): 'http' | 'https' {
  return /^(?:localhost|127\.|10\.|192\.168\.|\[::1\])|:(?:80|3000|5000|8000|8080)$/i.test(host)
    ? 'http'
    : 'https';
}

function responseOf(draft: Draft, text: string): ReadResponse {
  return {
    status: draft.status,
    reason: draft.reason,
    fields: draft.fields,
    body: text.slice(draft.bodyStart, draft.bodyEnd).trim(),
    bodySpan: { start: draft.bodyStart, end: draft.bodyEnd },
    whole: draft.whole,
    start: draft.start,
    end: draft.end,
  };
}
