/** What a page of another origin may do and read: the preflight and the CORS check (Fetch §http-cors-protocol). */
import type { Field } from '@/lib/http-auth/message';
import { listed, type Reason, type Ruling } from './rules';

export interface ServerReply {
  readonly status: number;
  readonly fields: readonly Field[];
}

export interface CorsExchange {
  readonly kind: 'cors';
  /** The origin of the page. */
  readonly page: string;
  readonly url: string;
  readonly method: string;
  readonly fields: readonly Field[];
  /** True for `credentials: 'include'`. */
  readonly credentials: boolean;
  /** What the server answers to OPTIONS, if it is asked. */
  readonly preflight: ServerReply;
  readonly reply: ServerReply;
}

/** Whether a preflight was needed, and how far the request came. */
export type CorsOutcome = 'refused' | 'plain-read' | 'plain-hidden' | 'asked-read' | 'asked-hidden';

const safelistedMethod = /^(?:GET|HEAD|POST)$/;
const safelistedType = /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)(?:;|$)/i;

/** Headers that a page may send to another origin without asking (Fetch §cors-safelisted-request-header). */
function isSafelisted([name, value]: Field): boolean {
  if (/^content-type$/i.test(name)) return safelistedType.test(value);
  return /^(?:accept|accept-language|content-language)$/i.test(name);
}

/** What the page gets: a response, or a network error before or after the request was sent. */
export function corsRuling(exchange: CorsExchange): Ruling<CorsOutcome> {
  const need = preflightNeed(exchange);
  const refusal = need && (originFault(exchange, exchange.preflight) ?? preflightFault(exchange));
  if (need && refusal)
    return {
      outcome: 'refused',
      reasons: [need, { ...refusal, text: `The preflight fails: ${refusal.text}` }],
    };
  const first: Reason = need ?? {
    text: 'The method and every header are safelisted, so the browser sends no preflight.',
    rule: 'Fetch §cors-safelisted-request-header',
  };
  const passed: readonly Reason[] = need
    ? [{ text: 'The preflight succeeds.', rule: 'Fetch §cors-preflight-fetch' }]
    : [];
  const hidden = originFault(exchange, exchange.reply);
  const last: Reason = hidden
    ? { ...hidden, text: `The page gets a network error: ${hidden.text}` }
    : {
        text: `The response allows the origin of the page, so its status ${exchange.reply.status} can be read.`,
        rule: 'Fetch §cors-check',
      };
  const way = need ? 'asked' : 'plain';
  return { outcome: `${way}-${hidden ? 'hidden' : 'read'}`, reasons: [first, ...passed, last] };
}

/** Why the browser asks first; undefined where it does not. */
function preflightNeed({ method, fields }: CorsExchange): Reason | undefined {
  const rule = 'Fetch §http-fetch';
  if (!safelistedMethod.test(method))
    return { text: `The browser sends a preflight: the method is \`${method}\`.`, rule };
  const unsafe = fields.find((field) => !isSafelisted(field));
  if (!unsafe) return undefined;
  const [name, value] = unsafe;
  const what = /^content-type$/i.test(name) ? `\`${name}: ${value}\`` : `the header \`${name}\``;
  return { text: `The browser sends a preflight: ${what} is not safelisted.`, rule };
}

/** The CORS check, which the preflight and the response both have to pass. */
function originFault({ page, credentials }: CorsExchange, { fields }: ServerReply): Reason | undefined {
  const rule = 'Fetch §cors-check';
  const allowed = listed(fields, 'Access-Control-Allow-Origin')?.join(', ');
  if (allowed === undefined) return { text: '`Access-Control-Allow-Origin` is missing.', rule };
  if (allowed === '*' && !credentials) return undefined;
  if (allowed === '*') return { text: "the star is not valid with `credentials: 'include'`.", rule };
  if (allowed !== page) return { text: `\`${allowed}\` is not \`${page}\`, byte for byte.`, rule };
  if (!credentials) return undefined;
  const flag = listed(fields, 'Access-Control-Allow-Credentials')?.join(', ');
  if (flag === 'true') return undefined;
  return { text: '`Access-Control-Allow-Credentials: true` is missing.', rule };
}

/** What the preflight does not allow. */
function preflightFault({ method, fields, credentials, preflight }: CorsExchange): Reason | undefined {
  const rule = 'Fetch §cors-preflight-fetch';
  const { status } = preflight;
  if (status < 200 || status > 299)
    return { text: `its status is ${status}, and only 200 to 299 will do.`, rule };
  const methods = listed(preflight.fields, 'Access-Control-Allow-Methods') ?? [];
  const anyMethod = methods.includes('*') && !credentials;
  if (!safelistedMethod.test(method) && !methods.includes(method) && !anyMethod)
    return { text: `it does not allow the method \`${method}\`.`, rule };
  const names = (listed(preflight.fields, 'Access-Control-Allow-Headers') ?? []).map((name) =>
    name.toLowerCase(),
  );
  const star = names.includes('*') && !credentials;
  for (const [name] of fields.filter((field) => !isSafelisted(field))) {
    const isNamed = names.includes(name.toLowerCase());
    const needsName = name.toLowerCase() === 'authorization';
    if (isNamed || (star && !needsName)) continue;
    return names.includes('*') && needsName
      ? {
          text: 'a star does not cover `Authorization`, which has to be named.',
          rule: 'Fetch §cors-non-wildcard-request-header-name',
        }
      : { text: `it does not allow the header \`${name}\`.`, rule };
  }
  return undefined;
}
