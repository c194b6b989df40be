/** A request of a page to another origin, in words. */
import type { Field } from '@/lib/http-auth/message';
import { type ClientView, together } from './choices';
import { type CorsExchange, type CorsOutcome, corsRuling, type ServerReply } from './cors';
import type { Head } from './rules';

const texts: Readonly<Record<CorsOutcome, string>> = {
  refused: 'The preflight fails, and the browser does not send the request.',
  'plain-read': 'It sends the request without a preflight, and the page reads the response.',
  'plain-hidden': 'It sends the request without a preflight, and the page gets an error.',
  'asked-read': 'It sends the request after a preflight, and the page reads the response.',
  'asked-hidden': 'It sends the request after a preflight, and the page gets an error.',
};

const phrases: Readonly<Record<number, string>> = {
  200: 'OK',
  204: 'No Content',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
};

/** How far the request comes, and what the page sees. */
export function corsView(exchange: CorsExchange): ClientView {
  const { page, url, method, fields, credentials } = exchange;
  const { outcome, reasons } = corsRuling(exchange);
  const [first] = reasons;
  const last = reasons.at(-1) ?? first;
  const isAsked = outcome !== 'plain-read' && outcome !== 'plain-hidden';
  return {
    rows: [
      { term: 'The page', lines: [`of \`${page}\``] },
      {
        term: 'Its script',
        lines: [
          `calls \`fetch('${url}')\` with the options`,
          `\`${optionsText(method, fields, credentials)}\``,
        ],
      },
    ],
    habits: [
      'The browser follows the Fetch standard and remembers no earlier preflight.',
      'The server answers as shown below. Without a preflight the first response is not sent.',
    ],
    heads: [
      head('Its response to OPTIONS, if a preflight comes', exchange.preflight),
      head('Its response to the request itself', exchange.reply),
    ],
    ask: 'What does the browser do, and what does the page get?',
    choices: (Object.keys(texts) as CorsOutcome[]).map((key) => ({
      key,
      text: texts[key],
      correct: key === outcome,
      why: together(key === outcome ? reasons : key.startsWith('plain') === isAsked ? [first] : [last]),
    })),
    reasons,
  };
}

function optionsText(method: string, fields: readonly Field[], credentials: boolean): string {
  const headers = fields.map(([name, value]) => `'${name}': '${value}'`).join(', ');
  const options = [
    `method: '${method}'`,
    ...(headers ? [`headers: { ${headers} }`] : []),
    ...(credentials ? ["credentials: 'include'"] : []),
  ];
  return `{ ${options.join(', ')} }`;
}

function head(title: string, { status, fields }: ServerReply): Head {
  return { title, start: `HTTP/1.1 ${status} ${phrases[status] ?? ''}`, fields };
}
