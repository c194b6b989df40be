/** What the RFCs ask of statuses, methods and headers. Where a text says MAY, nothing is checked. */
import {
  answered,
  badTokens,
  type DepartureCheck,
  has,
  unauthenticated,
  usesHttpAuthentication,
  where,
} from './departure-check';
import type { RecordedResponse } from './message';
import type { Variant } from './record';

/** Fields that may be left out of an answer to HEAD, or that say nothing of the resource. */
const unlikeGet = new Set([
  'content-length',
  'transfer-encoding',
  'date',
  'connection',
  'keep-alive',
  'etag',
]);
const volatileFields = new Set(['set-cookie', 'x-request-id', 'request-id', 'x-runtime', 'response-time']);

function comparable({ fields }: RecordedResponse) {
  return fields
    .map(([name]) => name.toLowerCase())
    .filter((name) => !unlikeGet.has(name) && !volatileFields.has(name))
    .sort()
    .join(', ');
}

/** HEAD beside the GET of the same credentials: ids of the questions that fail the test. */
const headBesideGet =
  (test: (head: RecordedResponse, get: RecordedResponse) => boolean) => (variant: Variant) =>
    [
      ['head', 'nothing'],
      ['head-known', 'good'],
    ].flatMap(([head = '', get = '']) => {
      const [one, other] = answered(variant, [head, get]);
      return one && other && test(one.response, other.response) ? [head] : [];
    });

export const statusChecks: readonly DepartureCheck[] = [
  {
    id: '403-for-401',
    level: 'SHOULD',
    rule: 'RFC 9110 §11.4',
    cause: 'anonymous-gets-403',
    title: '403 where 401 is meant',
    says: 'Missing or invalid credentials get a 401 with a challenge. After a 403 the client believes that it was recognized.',
    find: (variant) =>
      usesHttpAuthentication(variant)
        ? where(({ response }) => response.status === 403, unauthenticated)(variant)
        : [],
  },
  {
    id: '400-for-401',
    level: 'SHOULD',
    rule: 'RFC 9110 §11.4',
    cause: 'wrong-status-code',
    title: '400 for a wrong password or an unknown scheme',
    says: 'Credentials that are well formed and wrong get a 401 with a challenge, and so does a scheme that the server does not know.',
    find: where(
      ({ response }) => response.status === 400,
      ['unknown-scheme', 'wrong-password', 'unknown-user', ...badTokens],
    ),
  },
  {
    id: '401-for-403',
    level: 'note',
    rule: 'RFC 9110 §15.5.4',
    cause: 'wrong-status-code',
    title: '401 for good credentials without the right',
    says: 'Valid credentials that are not enough ought to get a 403. After a 401 a browser asks for the password again.',
    find: where(({ response }) => response.status === 401 || response.status === 407, ['not-allowed']),
  },
  {
    id: 'good-and-malformed',
    level: 'note',
    rule: 'RFC 6750 §2.1',
    cause: 'bearer-missing-or-doubled',
    title: 'A malformed line is accepted',
    says: 'The grammar allows no quotation marks and no second word. What works here fails on another server.',
    find: where(
      ({ response }) => response.status < 300,
      ['malformed-basic', 'malformed-bearer', 'doubled-scheme'],
    ),
  },
  {
    id: 'server-error',
    level: 'SHOULD',
    rule: 'RFC 9110 §11.4',
    cause: 'wrong-status-code',
    title: '500 for malformed credentials',
    says: 'Invalid credentials get a 401. After a 500 the client tries the same again, and the operator is called.',
    find: where(({ response }) => response.status >= 500, unauthenticated),
  },
  {
    id: '405-without-allow',
    level: 'MUST',
    rule: 'RFC 9110 §15.5.6',
    cause: 'wrong-status-code',
    title: '405 without Allow',
    says: 'A 405 has to carry `Allow` with the methods that the resource supports.',
    find: where(({ response }) => response.status === 405 && !has(response, 'allow')),
  },
  {
    id: '404-for-405',
    level: 'SHOULD',
    rule: 'RFC 9110 §9.1',
    cause: 'wrong-status-code',
    title: '404 for a wrong method',
    says: 'A method that the resource does not allow gets a 405. After a 404 people look for a typing mistake in the path.',
    find: where(({ response }) => response.status === 404, ['wrong-method']),
  },
  {
    id: 'no-head',
    level: 'MUST',
    rule: 'RFC 9110 §9.1',
    cause: 'wrong-status-code',
    title: 'GET is served, and HEAD is not',
    says: 'A general-purpose server supports GET and HEAD. Health checks and link checkers use HEAD.',
    find: headBesideGet((head, get) => [404, 405, 501].includes(head.status) && head.status !== get.status),
  },
  {
    id: 'head-with-body',
    level: 'MUST NOT',
    rule: 'RFC 9110 §9.3.2',
    cause: 'wrong-status-code',
    title: 'A response to HEAD with a body',
    says: 'A response to HEAD has no content. On a kept connection the client takes the body for the next response.',
    find: headBesideGet((head) => head.rawBody !== ''),
  },
  {
    id: 'head-other-fields',
    level: 'SHOULD',
    rule: 'RFC 9110 §9.3.2',
    cause: 'wrong-status-code',
    title: 'HEAD has other headers than GET',
    says: 'HEAD gets the headers that GET would get, except for those that only the content decides.',
    find: headBesideGet((head, get) => head.status === get.status && comparable(head) !== comparable(get)),
  },
  {
    id: 'no-host-accepted',
    level: 'MUST',
    rule: 'RFC 9112 §3.2',
    cause: 'wrong-status-code',
    title: 'A request without Host is served',
    says: 'HTTP/1.1 without a Host line gets a 400. Otherwise a proxy and the server may think of different sites.',
    find: where(({ response }) => response.status !== 400, ['no-host']),
  },
  {
    id: 'no-date',
    level: 'MUST',
    rule: 'RFC 9110 §6.6.1',
    cause: 'clock-skew',
    title: 'No Date',
    says: 'A server with a clock dates its 2xx, 3xx and 4xx. Clients use it to notice that their clock is wrong.',
    find: where(({ response }) => response.status < 500 && !has(response, 'date')),
  },
  {
    id: 'two-lines-accepted',
    level: 'note',
    rule: 'RFC 9110 §5.3',
    cause: 'credentials-not-sent',
    title: 'One of two Authorization lines is taken',
    says: 'The rule binds the sender: it must not send two. A server that takes one may take another than the proxy before it.',
    find: where(({ response }) => response.status < 300, ['two-lines', 'two-lines-last']),
  },
  {
    id: 'preflight-refused',
    level: 'note',
    rule: 'RFC 9110 §9.3.7',
    cause: 'preflight-refused',
    title: 'The preflight is refused for want of credentials',
    says: 'Browsers send a preflight without credentials. A page of another origin never gets to send its request.',
    find: where(({ response }) => [401, 403, 407, 302].includes(response.status), ['preflight']),
  },
  {
    id: 'hidden-shows',
    level: 'note',
    rule: 'RFC 9110 §15.5.4',
    cause: 'hidden-behind-404',
    title: 'The hidden resource looks unlike an absent one',
    says: 'A 404 may hide a resource. It hides nothing where its body or headers differ from those of a path where nothing is.',
    find: (variant) => {
      const [hidden, absent] = answered(variant, ['hidden', 'unknown-path-known']);
      if (!hidden || !absent || hidden.response.status !== 404) return [];
      const [one, other] = [hidden.response, absent.response].map(
        (response) =>
          `${comparable(response)}\n${response.body.replaceAll(/\/?(hidden|nothing-here)/g, '<path>')}`,
      );
      return one === other ? [] : ['hidden'];
    },
  },
];
