/** Two requests and the cache between them and the server, in words. */
import type { Field } from '@/lib/http-auth/message';
import { type CacheExchange, type CacheOutcome, cacheRuling, guessedSeconds } from './caching';
import { type ClientView, together } from './choices';
import { span } from './rules';

const texts: Readonly<Record<CacheOutcome, string>> = {
  reused: 'It uses the stored response and does not ask the server.',
  validated: 'It asks the server before it uses the stored response.',
  other: 'It has stored a response that does not fit this request.',
  'not-stored': 'It has not stored the response to the first request.',
};

const phrases: Readonly<Record<number, string>> = {
  200: 'OK',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
};

/** What the cache does when the second request comes. */
export function cacheView(exchange: CacheExchange): ClientView {
  const { shared, url, first, second, status, reply, secondsLater } = exchange;
  const { outcome, reasons } = cacheRuling(exchange);
  const { host, pathname } = new URL(url);
  const request = (title: string, fields: readonly Field[]) => ({
    title,
    start: `GET ${pathname} HTTP/1.1`,
    fields: [['Host', host] as const, ...fields],
  });
  return {
    rows: [
      {
        term: 'The cache',
        lines: [shared ? 'is shared: a CDN that serves many users.' : 'is private: that of one browser.'],
      },
    ],
    habits: [
      'The cache stores and uses every response that RFC 9111 lets it. It was empty before, and the server can be reached.',
      '`no-store`: do not store. `no-cache`: store, and ask before each use. `private`: for the cache of one user only.',
      '`s-maxage` is the lifetime in shared caches, and counts more than `max-age`. `Vary` names the request headers that have to be the same.',
      `Where a response may be stored and names no lifetime, this cache takes ${span(guessedSeconds)}.`,
    ],
    heads: [
      request('The first request', first),
      { title: 'Its response', start: `HTTP/1.1 ${status} ${phrases[status] ?? ''}`, fields: reply },
      request(`The second request, ${span(secondsLater)} later`, second),
    ],
    ask: 'What does the cache do when the second request comes?',
    choices: (Object.keys(texts) as CacheOutcome[]).map((key) => ({
      key,
      text: texts[key],
      correct: key === outcome,
      why:
        key === outcome
          ? together(reasons)
          : (key === 'not-stored' ? reasons[0] : (reasons.at(-1) ?? reasons[0])).text,
    })),
    reasons,
  };
}
