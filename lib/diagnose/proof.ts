/** The command that proves a cause, made from the paste: every credential in it is a variable. */
import { shellQuote } from '@/lib/draft/quote';
import { wellKnownScheme } from '@/lib/http-auth/authorization-field';
import { addressOf, fieldOf, type ReadExchange, type ReadField, type ReadRequest } from './reading';
import { withoutSecrets } from './secrets';

/** Headers that a client makes by itself, or that mean nothing to the question. */
const left =
  /^(?:host|content-length|connection|accept-encoding|user-agent|sec-.*|upgrade-insecure-requests|cache-control|pragma|accept-language|dnt|te|priority|referer|if-.*|:.*|cookie2?|accept|postman-token|x-requested-with|transfer-encoding|expect)$/i;
const keyNames = /(?:key|token|secret|signature|session|password|jwt|csrf|xsrf)/i;
const mostFields = 6;

/** `template` with its places filled from the exchange, and from the one before it. */
export function fillCommand(
  template: string,
  exchange: ReadExchange | undefined,
  earlier?: ReadExchange,
): string {
  const request = exchange?.request;
  const url = shownUrl(request);
  const address = addressOf(request);
  const places: Readonly<Record<string, string>> = {
    request: requestCommand(request, url, true),
    anonymous: requestCommand(request, url, false),
    preflight: preflightCommand(request, url),
    url,
    origin: address ? safeWord(address.origin) : '"$ORIGIN"',
    host: address ? safeWord(address.hostname) : '"$HOST"',
    path: address ? safeWord(address.pathname) : '/',
    token: '"$TOKEN"',
    before: isRedirect(earlier) ? shownUrl(earlier?.request) : url,
  };
  return template.replace(/\{([a-z]+)\}/g, (whole, name: string) => places[name] ?? whole);
}

const isRedirect = (exchange: ReadExchange | undefined) =>
  exchange?.response !== undefined && exchange.response.status >= 300 && exchange.response.status < 400;

/** A word for a shell in which nothing acts. */
const safeWord = (text: string) =>
  shellQuote(
    withoutSecrets(text)
      .replace(/•+/g, 'HIDDEN')
      .replace(/[\0-\x1f\x7f-\x9f]/g, ''),
  );

function shownUrl(request: ReadRequest | undefined): string {
  const address = addressOf(request);
  if (!address) return '"$URL"';
  for (const name of [...address.searchParams.keys()]) {
    if (keyNames.test(name) || /^(?:sig|code|auth|X-Amz-.*|X-Goog-.*|se|sp|sv)$/i.test(name)) {
      address.searchParams.set(name, 'HIDDEN');
    }
  }
  address.username = '';
  address.password = '';
  return safeWord(address.href.slice(0, 600));
}

function requestCommand(request: ReadRequest | undefined, url: string, withCredentials: boolean): string {
  const method = request && request.method !== 'GET' ? ` -X ${request.method.replace(/[^A-Z]/g, '')}` : '';
  const fields = (request?.fields ?? []).filter(({ name }) => !left.test(name)).slice(0, mostFields);
  const words = fields.flatMap((field) => headerWords(field, withCredentials));
  const cookie = withCredentials && fieldOf(request, 'Cookie') ? [`-H "Cookie: $COOKIE"`] : [];
  const missing =
    withCredentials &&
    !fieldOf(request, 'Authorization') &&
    !cookie.length &&
    !words.some((word) => word.includes('$'));
  const authorization = missing && request === undefined ? ['-H "Authorization: Bearer $TOKEN"'] : [];
  return [`curl -si${method}`, ...words, ...cookie, ...authorization, url].join(' ');
}

function headerWords({ name, value }: ReadField, withCredentials: boolean): string[] {
  if (!/^[\w-]{1,60}$/.test(name)) return [];
  if (/^(?:proxy-)?authorization$/i.test(name)) {
    if (!withCredentials) return [];
    const scheme = wellKnownScheme(value.split(' ')[0] ?? '') ?? 'Bearer';
    if (scheme === 'Basic') return ['-u "$USERNAME:$PASSWORD"'];
    return [`-H "${name}: ${scheme} $TOKEN"`];
  }
  if (keyNames.test(name) || /^(?:dpop|x-amz-.*|x-goog-.*)$/i.test(name)) {
    const variable = name.toUpperCase().replace(/^X-/, '').replace(/\W/g, '_');
    return withCredentials ? [`-H "${name}: $${variable}"`] : [];
  }
  return [`-H ${safeWord(`${name}: ${value.slice(0, 200)}`)}`];
}

function preflightCommand(request: ReadRequest | undefined, url: string): string {
  const origin = fieldOf(request, 'Origin')?.value ?? 'https://app.example';
  const isQuestion = request?.method === 'OPTIONS';
  const method = isQuestion
    ? (fieldOf(request, 'Access-Control-Request-Method')?.value ?? 'GET')
    : (request?.method ?? 'GET');
  const names = isQuestion ? fieldOf(request, 'Access-Control-Request-Headers')?.value : 'authorization';
  return [
    'curl -si -X OPTIONS',
    `-H ${safeWord(`Origin: ${origin.slice(0, 200)}`)}`,
    `-H ${safeWord(`Access-Control-Request-Method: ${method.slice(0, 20)}`)}`,
    `-H ${safeWord(`Access-Control-Request-Headers: ${(names ?? 'authorization').slice(0, 200)}`)}`,
    url,
  ].join(' ');
}
