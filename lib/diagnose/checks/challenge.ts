/** What is odd about the response: its challenge, its status, who made it (RFC 9110 §15.5, §11.6.1). */
import { parseChallenges } from '@/lib/http-auth/grammar';
import { pageMaker } from '../error-body';
import { type Check, certain, hint } from '../finding';
import { fieldOf, valuesOf } from '../reading';

export const challengeChecks: Check = (scene) => {
  const { response, request } = scene.exchange;
  if (!response) return [];
  const [challenge] = valuesOf(response, 'WWW-Authenticate');
  const { status } = response;
  if (status === 401 && !challenge && response.whole) {
    const renamed = fieldOf(response, 'X-Amzn-Remapped-Www-Authenticate');
    if (renamed) {
      const statement =
        'The challenge is in another header, x-amzn-Remapped-WWW-Authenticate: a gateway has renamed it.';
      return [certain(scene, 'challenge-missing', renamed, statement, 'RFC 9110 §11.6.1')];
    }
    if (request?.method === 'OPTIONS') return [hint(scene, 'challenge-missing', response)];
    const statement =
      'The 401 has no WWW-Authenticate header in what was pasted. Every 401 must have one, with a challenge.';
    return [
      certain(
        scene,
        'challenge-missing',
        { start: response.start, end: headEnd(response) },
        statement,
        'RFC 9110 §15.5.2',
      ),
    ];
  }
  if (status === 407 && response.whole && !fieldOf(response, 'Proxy-Authenticate')) {
    const statement = 'The 407 has no Proxy-Authenticate header, which every 407 must have.';
    return [certain(scene, 'challenge-missing', response, statement, 'RFC 9110 §15.5.8')];
  }
  if (!challenge || status === 401 || status < 200) return staleOf();
  const error = errorOf(challenge.value);
  // RFC 6750 wants a challenge with these too, and names an error only where the token or the request is at fault.
  if ((status === 403 && error === 'insufficient_scope') || error === 'invalid_request') return [];
  if (status === 403 && error === undefined && isOfTokens(challenge.value)) return [];
  const statement =
    status === 403 && error === 'invalid_token'
      ? 'The status is 403, and the challenge says invalid_token, which belongs to a 401.'
      : `The response has a challenge and the status ${status}. That is allowed, but most clients ask for credentials only after a 401.`;
  return [
    certain(
      scene,
      'challenge-without-401',
      challenge,
      statement,
      error ? 'RFC 6750 §3.1' : 'RFC 9110 §11.6.1',
    ),
  ];

  function staleOf() {
    const stale = challenge && /\bstale="?true/i.test(challenge.value);
    if (!stale || !challenge) return [];
    const text =
      'The challenge says stale=true: the nonce was too old. The client has to answer again, with the new nonce.';
    return [certain(scene, 'digest-stale', challenge, text, 'RFC 7616 §3.3')];
  }
};

function headEnd({
  start,
  end,
  bodySpan,
  fields,
}: {
  start: number;
  end: number;
  bodySpan?: { start: number };
  fields: readonly { end: number }[];
}) {
  return Math.min(end, bodySpan?.start ?? end, fields[0]?.end ?? end, start + 200);
}

/** True where all that is asked for are tokens of OAuth, with a key or without (RFC 6750 §3, RFC 9449 §7.1). */
function isOfTokens(value: string): boolean {
  const parsed = parseChallenges(value);
  return parsed.ok && parsed.value.every(({ scheme }) => /^(?:bearer|dpop)$/i.test(scheme));
}

function errorOf(value: string): string | undefined {
  const parsed = parseChallenges(value);
  return parsed.ok
    ? parsed.value.flatMap(({ params }) => params.filter(([name]) => name.toLowerCase() === 'error'))[0]?.[1]
    : undefined;
}

const blockWords =
  /attention required!|sorry, you have been blocked|error code:? ?10(?:06|07|08|09|10|12|15|20)\b|cf-error-details|you don.t have permission to access[\s\S]{0,300}reference\s?(?:#|&#35;)|incapsula incident|request blocked\.|sucuri website firewall|checking your browser before|just a moment\.\.\.|verify(?:ing)? you are human|mod_security|not acceptable! an appropriate representation/i;

/** A page of a CDN or a firewall in front of the application (RFC 9110 §3.7). */
export const blockChecks: Check = (scene) => {
  const { response } = scene.exchange;
  if (!response || ![400, 401, 403, 406, 429, 503].includes(response.status)) return [];
  const mitigated = fieldOf(response, 'cf-mitigated');
  if (mitigated) {
    const statement =
      'cf-mitigated says that Cloudflare answered this request itself, and not the application.';
    return [certain(scene, 'block-page', mitigated, statement, 'RFC 9110 §3.7')];
  }
  const words = blockWords.exec(response.body.slice(0, 65_536));
  if (!words || !response.bodySpan) return [];
  const at = scene.reading.text.indexOf(words[0], response.bodySpan.start);
  const span = at < 0 ? response.bodySpan : { start: at, end: at + Math.min(words[0].length, 120) };
  const maker = pageMaker(response.body, fieldOf(response, 'Server')?.value ?? '');
  const who = maker ? `${maker} made this page` : 'A firewall or a content delivery network made this page';
  return [certain(scene, 'block-page', span, `${who}, not the application behind it.`, 'RFC 9110 §3.7')];
};

/** A refusal out of a cache (RFC 9111 §4). */
export const cacheChecks: Check = (scene) => {
  const { response } = scene.exchange;
  if (!response || ![401, 403, 404].includes(response.status)) return [];
  const age = fieldOf(response, 'Age');
  const hit = valuesOf(response, 'X-Cache')
    .concat(valuesOf(response, 'CF-Cache-Status'))
    .find(({ value }) => /^hit\b/i.test(value));
  if (hit || (age && /^[1-9]\d{0,8}$/.test(age.value))) {
    const field = hit ?? age;
    if (!field) return [];
    const statement = `The ${response.status} came from a cache (${field.name}: ${field.value.slice(0, 40)}). The server was not asked this time.`;
    return [certain(scene, 'cached-refusal', field, statement, 'RFC 9111 §4')];
  }
  return [];
};

/** True where a redirect changes no more than scheme, host or the slash at the end: the path that was asked for is no sign-in page. */
function isSamePath(location: string, url: string): boolean {
  const path = (target: string) =>
    target
      .slice(0, 2000)
      .replace(/^https?:\/\/[^/?#]*/i, '')
      .replace(/[?#].*$/s, '')
      .replace(/[/.]{1,2}$/, '');
  return url !== '' && path(location) === path(url) && path(url) !== '';
}

/** A failure that is answered as a success, or by a page to log in. */
export const disguiseChecks: Check = (scene) => {
  const { response, request } = scene.exchange;
  if (!response) return [];
  const { status } = response;
  const location = fieldOf(response, 'Location');
  if (
    status >= 300 &&
    status < 400 &&
    location &&
    /(?:login|signin|sign-in|sign_in|oauth2?\/|authorize|\/auth\b|sso|accounts\/)/i.test(location.value) &&
    !isSamePath(location.value, request?.url ?? '')
  ) {
    const statement = `The response is a ${status}, and its Location looks like a sign-in page. A program that follows it may read that page as a success.`;
    return [certain(scene, 'login-page-instead', location, statement, 'RFC 9110 §15.5.2')];
  }
  if (status !== 200 || !response.body || !response.bodySpan) return [];
  const start = response.body.slice(0, 4000);
  const said =
    /"(?:status|statusCode|code|errorCode)"\s{0,4}:\s{0,4}"?(401|403)\b|UNAUTHENTICATED|"FORBIDDEN"/.exec(
      start,
    );
  if (said) {
    const at = response.bodySpan.start + response.body.indexOf(said[0]);
    const statement = 'The status is 200, and the body says that the request was refused.';
    return [
      certain(
        scene,
        'success-with-error',
        { start: at, end: at + said[0].length },
        statement,
        'RFC 9110 §15.3.1',
      ),
    ];
  }
  const accept = fieldOf(request, 'Accept')?.value ?? '';
  if (
    /json/i.test(accept) &&
    /^\s{0,100}<(?:!doctype|html)/i.test(start) &&
    /log ?in|sign ?in|password/i.test(start)
  ) {
    const statement = 'The request asks for JSON, and the response is a sign-in page with the status 200.';
    return [certain(scene, 'login-page-instead', response.bodySpan, statement, 'RFC 9110 §15.5.2')];
  }
  return [];
};
