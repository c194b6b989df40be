/** What stands outside of messages: single headers, lines of a console, a log or a network panel, statuses. */
import { isLeftover, wellKnownScheme } from '@/lib/http-auth/authorization-field';
import { parseChallenges } from '@/lib/http-auth/grammar';
import { fieldIn, isMethod, linesOf } from './lines';
import type { Form, ReadExchange, ReadField, ReadRequest, ReadResponse, Span } from './reading';
import { pairIn } from './tokens';
import { protocolOf } from './transcript';

const requestNames = new Set(
  'authorization proxy-authorization cookie origin referer x-api-key api-key apikey x-csrf-token x-xsrf-token x-csrftoken x-auth-token dpop user-agent host accept x-amz-date x-amz-security-token access-control-request-method access-control-request-headers sec-fetch-mode sec-fetch-site signature signature-input x-forwarded-proto x-forwarded-for private-token x-requested-with'.split(
    ' ',
  ),
);
const responseNames = new Set(
  'www-authenticate proxy-authenticate set-cookie access-control-allow-origin access-control-allow-credentials access-control-allow-headers access-control-allow-methods server date location x-amzn-errortype x-amzn-requestid x-amzn-remapped-www-authenticate x-cache cf-ray cf-mitigated x-ratelimit-remaining retry-after x-oauth-scopes x-accepted-oauth-scopes x-github-request-id age via x-azure-ref dpop-nonce x-powered-by x-ms-request-id x-ms-error-code'.split(
    ' ',
  ),
);

/** A name that people write in place of Authorization; a value with a scheme shows that it was meant. */
const nearlyAuthorization = /^(?:authentication|authorisation|x-authorization)$/;
const isCredentials = (value: string) => /^(?:bearer|basic|token|jwt) +\S|^eyJ/i.test(value);

export interface Loose {
  readonly exchanges: readonly ReadExchange[];
  readonly statuses: readonly number[];
}

/** Reads the pieces of `text` at `spans`. */
export function readLoose(text: string, spans: readonly Span[]): Loose {
  const requestFields: ReadField[] = [];
  const responseFields: ReadField[] = [];
  const lines: ReadExchange[] = [];
  const statuses: number[] = [];
  const panel: Panel = { method: '', url: '', status: 0, span: undefined };
  for (const span of spans) {
    for (const line of linesOf(text.slice(0, span.end), span.start)) {
      const trimmed = line.text.trim();
      if (!isTelling(trimmed)) continue;
      if (panelLine(panel, trimmed, line.at)) continue;
      const field = trimmed.includes(':') ? fieldIn(line.text, line.at) : undefined;
      const inner = field && !isCode(field.value) ? field : undefined;
      const name = inner?.name.toLowerCase() ?? '';
      const isSent =
        requestNames.has(name) || (nearlyAuthorization.test(name) && isCredentials(inner?.value ?? ''));
      if (inner && isSent && requestFields.length < 100) requestFields.push(inner);
      else if (inner && responseNames.has(name) && responseFields.length < 100) responseFields.push(inner);
      else {
        const exchange = lineExchange(trimmed, line.at, line.end);
        if (exchange && lines.length < 50) lines.push(exchange);
        else if (statuses.length < 10) statuses.push(...statusesIn(trimmed));
      }
    }
  }
  const [line] = lines;
  if (line && lines.length === 1 && !panel.span) {
    return { exchanges: [withFields(line, requestFields, responseFields)], statuses };
  }
  return {
    exchanges: [...lines, ...together(requestFields, responseFields, panel, statuses, text)],
    statuses,
  };
}

/** One line of a console or a log, with the headers that stand loose beside it: they are of the same exchange. */
function withFields(
  { form, request, response }: ReadExchange,
  requestFields: readonly ReadField[],
  responseFields: readonly ReadField[],
): ReadExchange {
  return {
    form,
    ...(request && { request: { ...request, fields: requestFields } }),
    ...(response && { response: { ...response, fields: responseFields } }),
  };
}

/** A header, a request or a status has a colon, or a digit that a status begins with. */
const isTelling = (line: string) => line.length > 2 && /[:45]/.test(line.slice(0, 4096));

/** True for what a program has after a name: a literal that goes on, or one that ends in a comma. */
const isCode = (value: string) => /^['"`]|[,;{(]$|\$\{|['"`] ?\+/.test(value);

interface Panel {
  method: string;
  url: string;
  status: number;
  span: Span | undefined;
}

/** `Request URL: …`, `Request Method: …`, `Status Code: …`, as the network panel of a browser has them. */
function panelLine(panel: Panel, line: string, at: number): boolean {
  if (!/^[RSGrsg:]/.test(line)) return false;
  const match =
    /^(?:General\s*)?(Request URL|Request Method|Status Code|Status|:method|:authority|:path|:status)(?::[ \t]{0,4}|[ \t]{1,4})(\S[^\n]{0,4000})$/i.exec(
      line,
    );
  if (!match) return false;
  const [, label = '', value = ''] = match;
  switch (label.toLowerCase()) {
    case 'request url':
      panel.url = value;
      break;
    case ':authority':
      panel.url = `https://${value}${panel.url}`;
      break;
    case ':path':
      panel.url += value;
      break;
    case 'request method':
    case ':method':
      panel.method = value.toUpperCase();
      break;
    default: {
      const status = /\b([1-5]\d\d)\b/.exec(value)?.[1];
      if (!status) return false;
      panel.status = Number(status);
    }
  }
  panel.span = { start: panel.span?.start ?? at, end: at + line.length };
  return true;
}

/** One exchange of what stood alone: headers of either side, and what the panel said. */
function together(
  requestFields: readonly ReadField[],
  responseFields: readonly ReadField[],
  panel: Panel,
  statuses: readonly number[],
  text: string,
): ReadExchange[] {
  const hasRequest = requestFields.length > 0 || panel.url !== '';
  const hasResponse = responseFields.length > 0 || panel.status > 0;
  if (!hasRequest && !hasResponse) return [];
  const ends = (fields: readonly ReadField[]) => ({
    start: fields[0]?.start ?? panel.span?.start ?? 0,
    end: fields.at(-1)?.end ?? panel.span?.end ?? text.length,
  });
  const request: ReadRequest = {
    method: isMethod(panel.method) ? panel.method : 'GET',
    url: panel.url,
    fields: requestFields,
    body: '',
    whole: false,
    ...ends(requestFields),
  };
  const response: ReadResponse = {
    status: panel.status || (statuses[0] ?? 0) || (responseFields.some(isChallenge) ? 401 : 0),
    reason: '',
    fields: responseFields,
    body: '',
    whole: false,
    ...ends(responseFields),
  };
  const form: Form = panel.span ? 'network panel' : 'header lines';
  return [
    {
      form,
      ...(hasRequest && { request }),
      ...((hasResponse || statuses.length > 0) && response.status > 0 && { response }),
    },
  ];
}

const isChallenge = ({ name }: ReadField) => name.toLowerCase() === 'www-authenticate';

const anyMethod = /\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT|PROPFIND|REPORT|MKCOL)\b/;

/**
 * A request with its status in one line: of an access log (`"GET /x HTTP/1.1" 401`), of a console
 * (`GET https://… 401 (Unauthorized)`), or of a server in development (`GET /x 401 3 ms`).
 */
function lineExchange(line: string, at: number, end: number): ReadExchange | undefined {
  if (!anyMethod.test(line)) return undefined;
  const words = line.slice(0, 4096).split(/[ \t]+/, 60);
  for (const [index, word] of words.entries()) {
    const method = word.replace(/^["'[(]/, '').replace(/[:"]$/, '');
    if (!isMethod(method)) continue;
    const early = proxyManagerLine(words, index);
    if (early) return logged(method, early.url, early.status, at, end);
    const target = (words[index + 1] ?? '').replace(/^["'<]|["'>,:]$/g, '');
    if (!/^(?:https?:\/\/|\/)/i.test(target)) continue;
    let next = index + 2;
    const isWire = /^"?HTTP\/\d/.test(words[next] ?? '');
    if (isWire) next += 1;
    if (/^(?:net::\w+|-|→|->|=>|:|responded|returned|\d+\.\d+\.\d+\.\d+)$/.test(words[next] ?? '')) next += 1;
    if (/^(?:with|status)$/.test(words[next] ?? '')) next += 1;
    const status = /^\(?([1-5]\d\d)\)?[,:]?$/.exec(words[next] ?? '')?.[1];
    if (!status) continue;
    const host = /^host:\s*"?([\w.:-]{3,200})/i.exec(words.slice(next).join(' '))?.[1];
    const url = host && target.startsWith('/') ? `${protocolOf(host)}://${host}${target}` : target;
    return {
      form: isWire ? 'access log' : 'console line',
      request: { method, url, fields: [], body: '', whole: false, start: at, end },
      response: { status: Number(status), reason: '', fields: [], body: '', whole: false, start: at, end },
    };
  }
  return undefined;
}

/** `401 401 - GET https shop.example "/x"`: the log of nginx proxy manager has the status first. */
function proxyManagerLine(words: readonly string[], index: number) {
  const [scheme = '', host = '', path = ''] = words.slice(index + 1, index + 4);
  const status = words
    .slice(Math.max(0, index - 3), index)
    .map(Number)
    .findLast((number) => number >= 400 && number < 600);
  const target = path.replace(/^"|"$/g, '');
  if (!status || !/^https?$/.test(scheme) || !/^[\w.-]+$/.test(host) || !target.startsWith('/'))
    return undefined;
  return { url: `${scheme}://${host}${target}`, status };
}

const logged = (method: string, url: string, status: number, start: number, end: number): ReadExchange => ({
  form: 'access log',
  request: { method, url, fields: [], body: '', whole: false, start, end },
  response: { status, reason: '', fields: [], body: '', whole: false, start, end },
});

const statusWords =
  /(?:\bstatus(?:[ _-]?code)?["']?[ :=]{1,5}["']?|\bHTTP(?:\/[\d.]{1,3})?[ :]{1,3}(?:error |status |code )?|\bE|\berror:? (?:code:? )?|\bcode[ :=]{1,3}|\breturned (?:error: )?|\bresponse (?:code )?|\bresponded with(?: a| an)?(?: status of)? |\b(?:a|an|the|got|gets?|is|with|of|returns?|answers?|see) |^\(?|: )([45]\d\d)(?![\d.,]?\d)(?=[\s:,;.)\]}"'-]|$)|\b([45]\d\d)[ :(-]{1,3}(?:Unauthorized|Forbidden|Client Error|Not Found|Proxy Auth|unknown|Bad Request|Unprocessable|Page Expired|Too Many|errors?\b|responses?\b)|\b([45]\d\d)s\b/gi;

/** Statuses that a line of prose names. */
function statusesIn(line: string): number[] {
  if (!/[45]\d\d/.test(line)) return [];
  return [...line.slice(0, 2000).matchAll(statusWords)]
    .map(([, worded, named, plural]) => Number(worded ?? named ?? plural))
    .filter((status) => status >= 400 && status < 600);
}

/** True for what may follow a scheme word: “jwt expired” is a sentence. */
function isValue(rest: string): boolean {
  if (isLeftover(rest) || /^(?:Basic|Bearer) /i.test(rest)) return true;
  return rest.length > 5 && !/^[a-z ]+$/.test(rest) && !/^\S+ \S+ \S/.test(rest.replace(/, ?\w+=/g, ''));
}

/** A paste that is nothing but one value: a challenge, credentials, or a pair in Base64. */
export function loneValue(text: string): ReadExchange | undefined {
  const value = text.trim();
  if (value.length > 16_384 || value.includes('\n')) return undefined;
  const start = text.indexOf(value);
  const span = { start, end: start + value.length };
  const [word = ''] = value.split(' ', 1);
  const scheme = wellKnownScheme(word);
  const field = (name: string): ReadField => ({ name, value, ...span });
  const challenges = scheme ? parseChallenges(value) : undefined;
  const [challenge] = challenges?.ok ? challenges.value : [];
  const asks = challenge?.params.some(([name]) =>
    /^(?:realm|error|scope|qop|resource_metadata)$/i.test(name),
  );
  if (asks && !challenge?.params.some(([name]) => /^(?:username|response|signature|cnonce)$/i.test(name))) {
    const status = challenge?.params.some(([, text]) => text === 'insufficient_scope') ? 403 : 401;
    const fields = [field('WWW-Authenticate')];
    return { form: 'challenge', response: { status, reason: '', fields, body: '', whole: false, ...span } };
  }
  const pair = pairIn(value);
  const isPair = pair !== undefined && /^[\x20-\x7e\n\r]+$/.test(pair);
  if ((scheme && isValue(value.slice(word.length).trim())) || isPair) {
    const fields = isPair
      ? [{ ...field('Authorization'), value: `Basic ${value}` }]
      : [field('Authorization')];
    const form: Form = isPair || scheme === 'Basic' ? 'Basic pair' : 'header lines';
    return { form, request: { method: 'GET', url: '', fields, body: '', whole: false, ...span } };
  }
  return undefined;
}
