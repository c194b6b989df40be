/** Two cookies, and the request after them, in words. */

import { type Choice, type ClientView, together } from './choices';
import {
  type CookieExchange,
  type Fate,
  fateOf,
  type NewCookie,
  type NextRequest,
  sentCookies,
} from './cookies';
import { span } from './rules';

/** The value of Set-Cookie. */
export function setCookieText({ name, value, attributes }: NewCookie): string {
  return [
    `${name}=${value}`,
    ...attributes.map(([attribute, text]) => (text ? `${attribute}=${text}` : attribute)),
  ].join('; ');
}

/** Which Cookie header the next request has: each cookie is sent or not, so there are four. */
export function cookieView(exchange: CookieExchange): ClientView {
  const { setBy, cookies, next } = exchange;
  const fates = cookies.map((cookie) => [cookie, fateOf(cookie, exchange)] as const);
  const [first, second] = fates;
  if (!first || !second) throw new Error('Two cookies are asked for');
  const order = orderOf(exchange);
  const choices = [[], [cookies[0]], [cookies[1]], cookies].map((some) => choiceOf(some, fates, order));
  return {
    rows: [
      { term: 'Opened', lines: [`\`${setBy}\`, in a new window`] },
      { term: 'Next', lines: [`${span(next.secondsLater)} later ${requestWords(next)}`] },
    ],
    habits: [
      'The browser follows RFC 6265bis. It had no cookies before, and it blocks no third-party cookies.',
      'A site is a scheme and a name with one dot, such as `https://shop.example`, with all names below it.',
    ],
    heads: [
      {
        title: 'What sets the cookies',
        start: 'HTTP/1.1 200 OK',
        fields: cookies.map((cookie) => ['Set-Cookie', setCookieText(cookie)]),
      },
    ],
    ask: 'Which Cookie header does the next request have?',
    choices,
    reasons: [first[1], second[1]],
  };
}

/** Both cookies in the order in which a request would bring them. */
function orderOf(exchange: CookieExchange): readonly NewCookie[] {
  const both = sentCookies(exchange);
  return both.length === 2 ? both : exchange.cookies;
}

function choiceOf(
  some: readonly NewCookie[],
  fates: readonly (readonly [NewCookie, Fate])[],
  order: readonly NewCookie[],
): Choice {
  const pairs = order.filter((cookie) => some.includes(cookie)).map(({ name, value }) => `${name}=${value}`);
  const wrong = fates.filter(([cookie, { sent }]) => sent !== some.includes(cookie));
  return {
    key: some.map(({ name }) => name).join('+') || 'none',
    text: pairs.length ? `\`Cookie: ${pairs.join('; ')}\`` : 'It has no `Cookie` header.',
    correct: !wrong.length,
    why: together((wrong.length ? wrong : fates).map(([, fate]) => fate)),
  };
}

function requestWords({ method, url, page, by, credentials }: NextRequest): string {
  if (by === 'link') return `the user follows a link on a page of \`${page}\` to \`${url}\`.`;
  if (by === 'form') return `the user sends a form on a page of \`${page}\`: \`${method} ${url}\`.`;
  const option = credentials ? ` with \`credentials: '${credentials}'\`` : '';
  return `a script on a page of \`${page}\` calls \`fetch\` for \`${url}\`${option}.`;
}
