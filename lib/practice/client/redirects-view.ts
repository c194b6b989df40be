/** A request that is redirected, in words. */

import { type ClientView, together } from './choices';
import { type RedirectExchange, type RedirectOutcome, redirectRuling, targetOf } from './redirects';

const phrases: Readonly<Record<RedirectExchange['status'], string>> = {
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
};

const outcomes: readonly RedirectOutcome[] = ['same-with', 'same-without', 'get-with', 'get-without'];

/** Which request follows: the method stays or becomes GET, Authorization stays or goes. */
export function redirectView(exchange: RedirectExchange): ClientView {
  const { method, url, authorization, status, location } = exchange;
  const { outcome, reasons } = redirectRuling(exchange);
  const [wayOfMethod, wayOfCredentials] = reasons;
  const { host, pathname } = new URL(url);
  const split = (key: RedirectOutcome) => key.split('-');
  return {
    rows: [{ term: 'Address', lines: [`\`${url}\``] }],
    habits: [
      'The program uses the `fetch` of Node.js 20 or newer. It follows redirects by the Fetch standard, and knows no CORS.',
    ],
    heads: [
      {
        title: 'The request',
        start: `${method} ${pathname} HTTP/1.1`,
        fields: [
          ['Host', host],
          ['Authorization', authorization],
        ],
      },
      {
        title: 'Its response',
        start: `HTTP/1.1 ${status} ${phrases[status]}`,
        fields: [['Location', location]],
      },
    ],
    ask: 'Which request does the program send next?',
    choices: outcomes.map((key) => {
      const [name, way] = split(key);
      const [rightName, rightWay] = split(outcome);
      const wrong = [
        ...(name === rightName ? [] : [wayOfMethod]),
        ...(way === rightWay || !wayOfCredentials ? [] : [wayOfCredentials]),
      ];
      const line = `${name === 'get' ? 'GET' : method} ${targetOf(exchange).pathname}`;
      return {
        key,
        text: `\`${line}\` ${way} \`Authorization\``,
        correct: key === outcome,
        why: together(wrong.length ? wrong : reasons),
      };
    }),
    reasons,
  };
}
