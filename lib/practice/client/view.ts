/** An exchange of a client as a page shows it: the facts in words, the messages, the question and why. */
import type { CacheExchange } from './caching';
import { cacheView } from './caching-view';
import type { ClientView } from './choices';
import type { CookieExchange } from './cookies';
import { cookieView } from './cookies-view';
import type { CorsExchange } from './cors';
import { corsView } from './cors-view';
import type { RedirectExchange } from './redirects';
import { redirectView } from './redirects-view';

export type Exchange = CookieExchange | CorsExchange | RedirectExchange | CacheExchange;
export type Subject = Exchange['kind'];

/** The view of an exchange: what it comes to is computed by the rules of its subject. */
export function viewOf(exchange: Exchange): ClientView {
  switch (exchange.kind) {
    case 'cookies':
      return cookieView(exchange);
    case 'cors':
      return corsView(exchange);
    case 'redirects':
      return redirectView(exchange);
    case 'caching':
      return cacheView(exchange);
  }
}
