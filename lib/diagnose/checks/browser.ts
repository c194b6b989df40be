/** What a browser does before and besides a request: preflight, cookies, the answer's CORS headers. */
import { type Check, certain, hint } from '../finding';
import { addressOf, fieldOf, valuesOf } from '../reading';

/** The question that a browser asks before some requests (RFC 9110 §9.3.7, Fetch standard). */
export const preflightChecks: Check = (scene) => {
  const { request, response } = scene.exchange;
  if (request?.method !== 'OPTIONS' || !response) return [];
  const asks = fieldOf(request, 'Access-Control-Request-Method');
  const { status } = response;
  if (status >= 200 && status < 300) return [];
  const isPreflight =
    asks !== undefined || scene.exchange.form === 'console line' || scene.exchange.form === 'access log';
  if (!isPreflight) return [hint(scene, 'preflight-refused', request)];
  if (!asks) return [hint(scene, 'preflight-refused', request)];
  const what = status ? `was answered with ${status}` : 'got no response that the browser accepts';
  const statement = `The preflight ${what}. A browser sends the real request only after a 2xx. A preflight has no cookies and no Authorization.`;
  return [certain(scene, 'preflight-refused', asks, statement, 'Fetch §cors-preflight-fetch')];
};

export const corsChecks: Check = (scene) => {
  const { request, response } = scene.exchange;
  const origin = fieldOf(request, 'Origin');
  const url = addressOf(request);
  if (!request || !response || !origin || !url || request.method === 'OPTIONS') return [];
  if (sameOrigin(origin.value, url)) return [];
  const allowed = fieldOf(response, 'Access-Control-Allow-Origin');
  if (!allowed) {
    if (!response.whole || response.status < 400)
      return response.whole ? [hint(scene, 'cors-missing', response)] : [];
    const statement = `The ${response.status} has no Access-Control-Allow-Origin header, so the page at ${origin.value.slice(0, 80)} sees a CORS error and no status.`;
    return [certain(scene, 'cors-missing', response, statement, 'Fetch §cors-check')];
  }
  const credentials =
    fieldOf(request, 'Cookie') ?? valuesOf(request, ':credentials').find(({ value }) => value === 'include');
  if (allowed.value.trim() === '*' && credentials) {
    const statement =
      'Access-Control-Allow-Origin is *, and the request was sent with credentials. A browser then accepts only the origin itself.';
    return [
      certain(
        scene,
        'cors-wildcard-with-credentials',
        allowed,
        statement,
        'Fetch §cors-protocol-and-credentials',
      ),
    ];
  }
  return [];
};

function sameOrigin(origin: string, url: URL): boolean {
  try {
    return new URL(origin).host === url.host;
  } catch {
    return false;
  }
}

/** Cookies that a browser does not keep, and cookies that were set and did not come back (RFC 6265 §5.4). */
export const cookieChecks: Check = (scene) => {
  const { reading, exchange, index } = scene;
  const findings = valuesOf(exchange.response, 'Set-Cookie').flatMap((field) => {
    const attributes = field.value
      .toLowerCase()
      .split(';')
      .map((part) => part.trim());
    const isSecure = attributes.includes('secure');
    const name = field.value.split('=')[0]?.slice(0, 40) ?? '';
    if (attributes.includes('samesite=none') && !isSecure) {
      const statement = `The cookie ${name} has SameSite=None and not Secure. Chrome and other browsers that follow the cookie draft reject it.`;
      return [certain(scene, 'cookie-refused', field, statement, 'RFC 6265bis §5.7')];
    }
    const url = addressOf(exchange.request);
    if (
      isSecure &&
      url?.protocol === 'http:' &&
      /^http:/i.test(exchange.request?.url ?? '') &&
      !/^(?:localhost|127\.|\[::1)/.test(url.hostname)
    ) {
      return [hint(scene, 'cookie-refused', field)];
    }
    return [];
  });
  const { request, response } = exchange;
  if (!request || !response || ![401, 403, 419].includes(response.status) || fieldOf(request, 'Cookie'))
    return findings;
  const host = addressOf(request)?.host;
  const earlier = reading.exchanges.slice(0, index).find((exchange) => {
    return host && addressOf(exchange.request)?.host === host && fieldOf(exchange.response, 'Set-Cookie');
  });
  const set = fieldOf(earlier?.response, 'Set-Cookie');
  if (set && !exchange.mayHideCredentials && request.whole && !fieldOf(request, 'Authorization')) {
    const name = set.value.split('=')[0]?.slice(0, 40) ?? '';
    const statement = `An earlier response set the cookie ${name}. This request to the same host carries no cookie.`;
    return [...findings, certain(scene, 'cookie-not-sent', request, statement, 'RFC 6265 §5.4')];
  }
  const site = fieldOf(request, 'Sec-Fetch-Site')?.value ?? '';
  return /^(?:cross-site|same-site)$/.test(site)
    ? [...findings, hint(scene, 'cookie-not-sent', request)]
    : findings;
};

/** A WebSocket that was not opened: a browser sends no Authorization header with it. */
export const socketChecks: Check = (scene) => {
  const { request, response } = scene.exchange;
  if (!request || !response || response.status === 101) return [];
  const upgrade = fieldOf(request, 'Upgrade');
  const isSocket = /websocket/i.test(upgrade?.value ?? '') || /^wss?:/i.test(request.url);
  if (!isSocket || response.status < 400) return [];
  const statement = `The client asked for a WebSocket, and the server answered ${response.status}. Only 101 opens one.`;
  return [certain(scene, 'websocket-handshake', upgrade ?? request, statement, 'RFC 9110 §7.8')];
};
