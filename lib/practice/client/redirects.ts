/** What a program sends after a redirect: which method, and whether with Authorization (RFC 9110 §15.4, Fetch). */
import type { Rule } from '@/lib/http-auth/rule';
import type { Reason, Ruling } from './rules';

export type RedirectStatus = 301 | 302 | 303 | 307 | 308;

export interface RedirectExchange {
  readonly kind: 'redirects';
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  /** The value of Authorization. */
  readonly authorization: string;
  readonly status: RedirectStatus;
  readonly location: string;
}

/** The method that follows, and whether the credentials come along. */
export type RedirectOutcome = 'same-with' | 'same-without' | 'get-with' | 'get-without';

const sections: Readonly<Record<RedirectStatus, Rule>> = {
  301: 'RFC 9110 §15.4.2',
  302: 'RFC 9110 §15.4.3',
  303: 'RFC 9110 §15.4.4',
  307: 'RFC 9110 §15.4.8',
  308: 'RFC 9110 §15.4.9',
};

/** Where the redirect leads. */
export function targetOf({ url, location }: Pick<RedirectExchange, 'url' | 'location'>): URL {
  return new URL(location, url);
}

/** The request that a client by the Fetch standard sends next. */
export function redirectRuling(exchange: RedirectExchange): Ruling<RedirectOutcome> {
  const method = methodReason(exchange);
  const credentials = credentialsReason(exchange);
  return {
    outcome: `${method.isGet ? 'get' : 'same'}-${credentials.stays ? 'with' : 'without'}`,
    reasons: [method, credentials],
  };
}

function methodReason({ method, status }: RedirectExchange): Reason & { readonly isGet: boolean } {
  const rule = sections[status];
  if (status === 303) return { isGet: true, text: 'After a 303 every method becomes `GET`.', rule };
  if (status > 303)
    return { isGet: false, text: `After a ${status} the method must stay \`${method}\`.`, rule };
  return method === 'POST'
    ? {
        isGet: true,
        text: `After a ${status} a client may turn \`POST\` into \`GET\`, and this one does.`,
        rule,
      }
    : {
        isGet: false,
        text: `After a ${status} only \`POST\` becomes \`GET\`; \`${method}\` stays.`,
        rule: 'Fetch §http-redirect-fetch',
      };
}

function credentialsReason(exchange: RedirectExchange): Reason & { readonly stays: boolean } {
  const [from, to] = [new URL(exchange.url), targetOf(exchange)];
  const rule = 'Fetch §http-redirect-fetch';
  if (from.origin === to.origin)
    return {
      stays: true,
      text: `\`${to.origin}\` is the same origin, so \`Authorization\` is sent.`,
      rule,
    };
  const part = from.protocol !== to.protocol ? 'scheme' : from.hostname !== to.hostname ? 'host' : 'port';
  return {
    stays: false,
    text: `The ${part} differs, so it is another origin, and \`Authorization\` is dropped.`,
    rule,
  };
}
