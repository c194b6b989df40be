/** What a JWT says of itself beside the time and the host of the exchange (RFC 7519 §4.1). */
import { parseChallenges } from '@/lib/http-auth/grammar';
import { type Check, certain, type Finding, hint, type Scene } from '../finding';
import { addressOf, fieldOf, type ReadToken, valuesOf } from '../reading';
import { isRedacted } from './authorization';

/** Clocks may be this far apart without anybody minding, in seconds. */
const graceSeconds = 60;
/** A time above this, in seconds, lies more than three thousand years ahead. */
const milliseconds = 100_000_000_000;

export const tokenChecks: Check = (scene) => {
  const { exchange, reading } = scene;
  const field = fieldOf(exchange.request, 'Authorization') ?? fieldOf(exchange.request, 'DPoP');
  const token = field
    ? reading.tokens.find(({ text }) => field.value.includes(text))
    : reading.exchanges.length === 1
      ? reading.tokens[0]
      : undefined;
  const span = field ?? token;
  if (token && span) return tokenFindings(scene, token);
  const rest = /^Bearer +(\S+)$/i.exec(field?.value ?? '')?.[1] ?? '';
  if (
    field &&
    rest.startsWith('eyJ') &&
    !isRedacted(rest) &&
    /^[\w.-]+$/.test(rest) &&
    rest.split('.').length !== 3
  ) {
    return [hint(scene, 'token-malformed', field)];
  }
  return [];
};

/** The findings in one token; also for a paste that is a token and nothing else. */
export function tokenFindings(scene: Scene, token: ReadToken): Finding[] {
  const { header, claims } = token;
  const findings: Finding[] = [];
  const finding = (check: Finding['check'], statement: string, rule: Finding['rule']) =>
    findings.push(certain(scene, check, token, statement, rule));
  if (typeof header.alg === 'string' && header.alg.toLowerCase() === 'none') {
    finding('token-unsigned', 'The header of the token says alg “none”: it has no signature.', 'RFC 7519 §6');
  }
  findings.push(...timeFindings(scene, token));
  const aud = [claims.aud].flat().filter((audience): audience is string => typeof audience === 'string');
  const url = addressOf(scene.exchange.request);
  const hosts = aud.flatMap(hostOf);
  if (
    url &&
    hosts.length === aud.length &&
    hosts.length &&
    !hosts.some((host) => related(host, url.hostname))
  ) {
    finding(
      'token-other-audience',
      `The token is made for ${aud.slice(0, 3).map(quoted).join(', ')}. The request went to ${url.host}.`,
      'RFC 7519 §4.1.3',
    );
  }
  if ('at_hash' in claims || ('nonce' in claims && !('scope' in claims) && !('scp' in claims))) {
    finding(
      'id-token-sent',
      'The token has claims of an ID token. An ID token is for the client, and not for an API.',
      'RFC 9068 §4',
    );
  }
  return [...findings, ...scopeFindings(scene, token)];
}

function timeFindings(scene: Scene, token: ReadToken): Finding[] {
  const { claims } = token;
  const finding = (check: Finding['check'], statement: string, rule: Finding['rule']) => [
    certain(scene, check, token, statement, rule),
  ];
  const times = ['exp', 'nbf', 'iat'].filter((name) => typeof claims[name] === 'number');
  const far = times.find((name) => (claims[name] as number) > milliseconds);
  if (far)
    return finding(
      'token-in-milliseconds',
      `${far} is ${claims[far]}: milliseconds. A JWT counts in seconds.`,
      'RFC 7519 §2',
    );
  const date = Date.parse(fieldOf(scene.exchange.response, 'Date')?.value ?? '');
  const isDated = !Number.isNaN(date);
  const isAlone = !scene.exchange.response;
  const at = (isDated ? date : scene.now) / 1000;
  const clock = isDated ? `the response is of ${utc(at)}` : `it is ${utc(at)} now`;
  const [exp, nbf, iat] = [claims.exp, claims.nbf, claims.iat];
  if (typeof exp === 'number' && exp <= at) {
    if (!isDated && !isAlone) return [hint(scene, 'token-expired', token)];
    return finding(
      'token-expired',
      `The token expired at ${utc(exp)}; ${clock}, ${distance(at - exp)} later.`,
      'RFC 7519 §4.1.4',
    );
  }
  if (typeof nbf === 'number' && nbf > at) {
    return finding(
      'token-not-yet-valid',
      `The token is valid from ${utc(nbf)}; ${clock}, ${distance(nbf - at)} earlier.`,
      'RFC 7519 §4.1.5',
    );
  }
  if (typeof iat === 'number' && iat > at + graceSeconds) {
    return finding(
      'token-from-the-future',
      `The token says that it was issued at ${utc(iat)}; ${clock}, ${distance(iat - at)} earlier.`,
      'RFC 7519 §4.1.6',
    );
  }
  return [];
}

/** The scope that the challenge asks for, beside that of the token (RFC 6750 §3.1). */
function scopeFindings(scene: Scene, { claims }: ReadToken): Finding[] {
  const field = valuesOf(scene.exchange.response, 'WWW-Authenticate').find(({ value }) =>
    /insufficient_scope/.test(value),
  );
  if (!field) return [];
  const parsed = parseChallenges(field.value);
  const asked = parsed.ok
    ? parsed.value.flatMap(({ params }) => params.filter(([name]) => name === 'scope'))
    : [];
  const scope = claims.scope ?? claims.scp;
  const has = typeof scope === 'string' ? scope.split(' ') : Array.isArray(scope) ? scope : undefined;
  const needed = asked[0]?.[1].split(' ').filter(Boolean) ?? [];
  const lacks = has ? needed.filter((scope) => !has.includes(scope)) : [];
  if (!has || !lacks.length) return [];
  const statement = `The server asks for the scope ${quoted(lacks.join(' '))}. The token has ${has.length ? quoted(has.join(' ')) : 'none'}.`;
  return [certain(scene, 'scope-missing', field, statement, 'RFC 6750 §3.1')];
}

function hostOf(text: string): string[] {
  if (!/^https?:\/\//i.test(text)) return [];
  try {
    return [new URL(text).hostname];
  } catch {
    return [];
  }
}

/** The same host, or one below the same registered name as far as its last two labels tell. */
function related(a: string, b: string): boolean {
  const end = (host: string) => host.toLowerCase().split('.').slice(-2).join('.');
  return end(a) === end(b);
}

const quoted = (text: string) => `“${text.length > 80 ? `${text.slice(0, 80)}…` : text}”`;

/** `2026-11-30 10:00:00 UTC`; times that no calendar has stay numbers. */
export function utc(seconds: number): string {
  const date = new Date(Math.floor(seconds) * 1000);
  if (Number.isNaN(date.getTime())) return `${seconds}`;
  return `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

const units = [
  ['days', 86_400],
  ['hours', 3600],
  ['minutes', 60],
] as const;

/** `3 minutes`. */
export function distance(seconds: number): string {
  const [unit, size] = units.find(([, from]) => seconds >= 2 * from) ?? ['seconds', 1];
  const count = Math.round(seconds / size);
  return count === 1 ? `1 ${unit.slice(0, -1)}` : `${count} ${unit}`;
}
