/** What happened on the way: redirects just before, clocks that differ, addresses that have expired. */
import { type Check, certain, type Finding, hint, type Scene } from '../finding';
import { addressOf, fieldOf } from '../reading';
import { distance, utc } from './token';

/** A redirect just before the refusal (RFC 9110 §15.4). */
export const redirectChecks: Check = (scene) => {
  const { reading, exchange, index } = scene;
  const before = reading.exchanges[index - 1];
  const status = before?.response?.status ?? 0;
  if (!before?.response || status < 300 || status > 399 || status === 304) return [];
  if (exchange.response && ![401, 403, 404].includes(exchange.response.status)) return [];
  const from = addressOf(before.request);
  const here = addressOf(exchange.request);
  const location = fieldOf(before.response, 'Location');
  const to = location ? targetOf(location.value, from) : here;
  const span = location ?? exchange.request;
  if (!to || !span || (here && here.host !== to.host)) return [];
  if (!from) return [hint(scene, 'redirect-to-other-origin', span)];
  const isOther = from.origin !== to.origin;
  const lost = lostAuthorization(scene, isOther);
  const check = isOther ? 'redirect-to-other-origin' : 'redirect-same-origin';
  return [certain(scene, check, span, hopText(status, from, to), 'RFC 9110 §15.4'), ...lost];
};

function hopText(status: number, from: URL, to: URL): string {
  if (from.origin === to.origin) {
    return `Just before, a ${status} led to ${to.pathname.slice(0, 60)} on the same host. .NET and some others drop Authorization even there.`;
  }
  if (from.hostname === to.hostname && to.protocol === 'https:' && from.protocol === 'http:') {
    return `Just before, a ${status} led from http to https. Browsers and curl drop Authorization there. Python requests keeps it on the default ports.`;
  }
  return `Just before, a ${status} led from ${from.origin} to ${to.origin}. Browsers, curl and most libraries drop Authorization there.`;
}

function targetOf(location: string, from: URL | undefined): URL | undefined {
  try {
    return new URL(location, from);
  } catch {
    return undefined;
  }
}

function lostAuthorization(scene: Scene, isOther: boolean): Finding[] {
  const { reading, exchange, index } = scene;
  const earlier = fieldOf(reading.exchanges[index - 1]?.request, 'Authorization');
  const { request } = exchange;
  if (!earlier || !request?.whole || exchange.mayHideCredentials || fieldOf(request, 'Authorization'))
    return [];
  const where = isOther ? 'after the redirect to another origin' : 'after the redirect';
  return [
    certain(
      scene,
      'redirect-dropped-authorization',
      request,
      `The first request had Authorization. The one ${where} has none.`,
      'RFC 9110 §15.4',
    ),
  ];
}

/** Servers that sign by time refuse a request whose clock is further off than this, in seconds. */
const signingSkew = 300;

/** The client's clock beside the server's (RFC 9110 §6.6.1). */
export const clockChecks: Check = (scene) => {
  const { request, response } = scene.exchange;
  const server = Date.parse(fieldOf(response, 'Date')?.value ?? '');
  const stamp = fieldOf(request, 'X-Amz-Date') ?? fieldOf(request, 'Date') ?? fieldOf(request, 'X-Ms-Date');
  if (Number.isNaN(server) || !stamp) return [];
  const client = stampOf(stamp.value);
  const apart = Math.abs(client - server) / 1000;
  if (Number.isNaN(apart) || apart < signingSkew) return [];
  const statement = `The time in the request (${stamp.name}: ${utc(client / 1000)}) and the server’s time (Date: ${utc(server / 1000)}) are ${distance(apart)} apart. A clock is wrong, or the request was made earlier.`;
  return [certain(scene, 'clock-apart', stamp, statement, 'RFC 9110 §6.6.1')];
};

/** `20261130T101500Z` or an HTTP date, in milliseconds. */
function stampOf(text: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text.trim());
  if (!parts) return Date.parse(text);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** A presigned address whose time is over. */
export const presignedChecks: Check = (scene) => {
  const { request, response } = scene.exchange;
  const url = addressOf(request);
  if (!request || !url) return [];
  const query = url.searchParams;
  const signed = stampOf(query.get('X-Amz-Date') ?? query.get('X-Goog-Date') ?? '');
  const seconds = Number(query.get('X-Amz-Expires') ?? query.get('X-Goog-Expires') ?? Number.NaN);
  const end =
    query.has('sig') && query.has('se') ? Date.parse(query.get('se') ?? '') : signed + seconds * 1000;
  const date = Date.parse(fieldOf(response, 'Date')?.value ?? '');
  if (Number.isNaN(end) || Number.isNaN(date)) return [];
  if (end >= date) return [];
  const statement = `The presigned address was valid until ${utc(end / 1000)}. The response is of ${utc(date / 1000)}, ${distance((date - end) / 1000)} later.`;
  return [certain(scene, 'presigned-expired', request, statement)];
};

/** Digest credentials that answer another nonce than the one that came just before (RFC 7616 §3.4). */
export const digestChecks: Check = (scene) => {
  const { reading, exchange, index } = scene;
  const field = fieldOf(exchange.request, 'Authorization');
  const answered = /^Digest\b.*?\bnonce="([^"]{1,300})"/i.exec(field?.value ?? '')?.[1];
  const before = reading.exchanges[index - 1]?.response;
  const asked = /\bnonce="([^"]{1,300})"/i.exec(fieldOf(before, 'WWW-Authenticate')?.value ?? '')?.[1];
  if (!field || !answered || !asked || answered === asked) return [];
  const statement = 'The Digest credentials answer another nonce than the challenge just before.';
  return [certain(scene, 'digest-other-nonce', field, statement, 'RFC 7616 §3.4')];
};
