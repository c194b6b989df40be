/** Values that an answer brings and a later request needs: tokens, cookies, nonces, codes. Nothing here is stored. */
import { param, parseChallenges } from '@/lib/http-auth/grammar';
import type { Field } from '@/lib/http-auth/message';
import type { Exchange } from './exchange';
import type { Values } from './template';

export interface AnswerValue {
  /** What it is and where it came from: `access_token from /token`, `nonce from WWW-Authenticate`. */
  readonly label: string;
  readonly value: string;
  /** The header it is for, where that is not Authorization. */
  readonly header?: 'Cookie' | 'X-CSRF-Token';
}

/** How many values are offered at once. */
export const mostValues = 8;

const longestValue = 8192;
const shortestValue = 4;
/** Members such as `access_token`, `csrf`, `deviceCode`; a `token_type` or an `error_code` is none of them. */
const valueName =
  /(?:^|[_-])(?:token|csrf|xsrf|nonce|ticket)$|(?:Token|Csrf|Nonce)$|^(?:auth_?|device_?|user_?)?code$/i;

/** What `exchanges`, newest first, brought: newest first, each value and each label once, nothing that is in `wallet`. */
export function valuesIn(
  exchanges: readonly Pick<Exchange, 'request' | 'response'>[],
  wallet: readonly string[],
): readonly AnswerValue[] {
  const labels = new Set<string>();
  const values = new Set(wallet);
  const out: AnswerValue[] = [];
  for (const candidate of exchanges.flatMap(valuesOf)) {
    const { label, value } = candidate;
    if (value.length < shortestValue || value.length > longestValue) continue;
    if (labels.has(label) || values.has(value)) continue;
    labels.add(label);
    values.add(value);
    out.push(candidate);
    if (out.length === mostValues) break;
  }
  return out;
}

/** The same by names that drafts can have as placeholders, so that none of them is stored with a draft. */
export function answerWallet(
  exchanges: readonly Pick<Exchange, 'request' | 'response'>[],
  wallet: Values,
): Values {
  const values = valuesIn(exchanges, Object.values(wallet));
  return Object.fromEntries(
    values.map(({ label, value }) => [`answer-${label.replace(/[^A-Za-z0-9_-]+/g, '-')}`, value]),
  );
}

function valuesOf({ request, response }: Pick<Exchange, 'request' | 'response'>): AnswerValue[] {
  return [
    ...membersOf(response.body, response.status, placeOf(request.target)),
    ...response.fields.flatMap(valuesOfField),
  ];
}

/** The path below the attempt, without its query. */
function placeOf(target: string): string {
  const path = target.split('?')[0] ?? '';
  const below = path.replace(/^\/api\/sandbox\/[^/]+\/[^/]+/, '');
  return below === '' ? '/' : below.length > 24 ? `${below.slice(0, 23)}…` : below;
}

/** Members at the top of a JSON body and one level below; an error document has codes that are no credentials. */
function membersOf(body: string, status: number, place: string): AnswerValue[] {
  const isRefusal = status >= 400;
  const read = (json: unknown, depth: number): AnswerValue[] => {
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return [];
    return Object.entries(json).flatMap(([name, value]): AnswerValue[] => {
      if (depth < 1 && typeof value === 'object') return read(value, depth + 1);
      if (typeof value !== 'string' || !valueName.test(name) || /\s/.test(value)) return [];
      if (isRefusal && /code$/i.test(name)) return [];
      const header = /csrf|xsrf/i.test(name) ? ({ header: 'X-CSRF-Token' } as const) : {};
      return [{ label: `${name} from ${place}`, value, ...header }];
    });
  };
  try {
    return read(JSON.parse(body), 0);
  } catch {
    return [];
  }
}

function valuesOfField([name, text]: Field): AnswerValue[] {
  switch (name.toLowerCase()) {
    case 'set-cookie':
      return cookieIn(text);
    case 'dpop-nonce':
      return [{ label: 'nonce from DPoP-Nonce', value: text.trim() }];
    case 'www-authenticate':
    case 'proxy-authenticate':
      return nonceIn(name, text);
    case 'location':
      return queryOf(text);
    default:
      return [];
  }
}

/** The pair to send back (RFC 6265 §4.2.1); a cookie that is being deleted brings nothing. */
function cookieIn(text: string): AnswerValue[] {
  const [pair = '', ...attributes] = text.split(';').map((part) => part.trim());
  const equals = pair.indexOf('=');
  const isDeleted = attributes.some((attribute) =>
    /^max-age=(?:0|-)|^expires=.*\b19[67]\d\b/i.test(attribute),
  );
  if (equals < 1 || equals === pair.length - 1 || isDeleted) return [];
  return [{ label: `cookie ${pair.slice(0, equals)} from Set-Cookie`, value: pair, header: 'Cookie' }];
}

function nonceIn(name: string, text: string): AnswerValue[] {
  const parsed = parseChallenges(text);
  if (!parsed.ok) return [];
  return parsed.value.flatMap((challenge) => {
    const nonce = param(challenge, 'nonce');
    return nonce ? [{ label: `nonce from ${name}`, value: nonce }] : [];
  });
}

function queryOf(location: string): AnswerValue[] {
  const query = /\?([^#]*)/.exec(location)?.[1] ?? '';
  return [...new URLSearchParams(query)].flatMap(([name, value]) =>
    valueName.test(name) || /^(?:state|iss)$/.test(name) ? [{ label: `${name} from Location`, value }] : [],
  );
}
