/** What the RFCs ask of statuses, methods and headers. Where a text says MAY, nothing is checked. */
import {
  answersTo,
  badTokens,
  type DepartureCheck,
  hasField,
  questionsWhere,
  unauthenticated,
  usesHttpAuthentication,
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
      const [headAnswer, other] = answersTo(variant, [head, get]);
      return headAnswer && other && test(headAnswer.response, other.response) ? [head] : [];
    });

export const statusChecks: readonly DepartureCheck[] = [
  {
    id: '403-for-401',
    level: 'SHOULD',
    rule: 'RFC 9110 §11.4',
    cause: 'anonymous-gets-403',
    title: '403 for missing or invalid credentials',
    says: 'Missing or invalid credentials get a 401 with a challenge. After a 403 a client may believe that its credentials were accepted.',
    find: (variant) =>
      usesHttpAuthentication(variant)
        ? questionsWhere(({ response }) => response.status === 403, unauthenticated)(variant)
        : [],
  },
  {
    id: '400-for-401',
    level: 'SHOULD',
    rule: 'RFC 9110 §11.4',
    cause: 'wrong-status-code',
    title: '400 for a wrong password or an unknown scheme',
    says: 'Credentials that are well formed and wrong get a 401 with a challenge, or a 407 from a proxy. A scheme that the server does not know gets the same.',
    find: questionsWhere(
      ({ response }) => response.status === 400,
      ['unknown-scheme', 'wrong-password', 'unknown-user', ...badTokens],
    ),
  },
  {
    id: '401-for-403',
    level: 'note',
    rule: 'RFC 9110 §11.4',
    cause: 'wrong-status-code',
    title: '401 or 407 for good credentials without the right',
    says: 'Valid credentials that are not enough ought to get a 403. After a 401 or 407 a browser may ask for the password again.',
    find: questionsWhere(
      ({ response }) => response.status === 401 || response.status === 407,
      ['not-allowed'],
    ),
  },
  {
    id: 'good-and-malformed',
    level: 'note',
    rule: 'RFC 6750 §2.1',
    cause: 'bearer-missing-or-doubled',
    title: 'A malformed line is accepted',
    says: 'The grammar allows no quotation marks and no second word. What works here may fail on another server.',
    find: questionsWhere(
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
    says: 'Invalid credentials get a 401. After a 500 a client may try the same again, and the fault looks like one of the server.',
    find: questionsWhere(({ response }) => response.status >= 500, unauthenticated),
  },
  {
    id: '405-without-allow',
    level: 'MUST',
    rule: 'RFC 9110 §15.5.6',
    cause: 'wrong-status-code',
    title: '405 without Allow',
    says: 'A 405 has to carry `Allow` with the methods that the resource supports.',
    find: questionsWhere(({ response }) => response.status === 405 && !hasField(response, 'allow')),
  },
  {
    id: '404-for-405',
    level: 'SHOULD',
    rule: 'RFC 9110 §9.1',
    cause: 'wrong-status-code',
    title: '404 for a wrong method',
    says: 'A method that the resource does not allow gets a 405. After a 404 people look for a typing mistake in the path.',
    find: questionsWhere(({ response }) => response.status === 404, ['wrong-method']),
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
    says: 'A response to HEAD has no content. If the connection stays open, the client may read the body as the next response.',
    find: headBesideGet((head) => head.rawBody !== ''),
  },
  {
    id: 'head-other-fields',
    level: 'SHOULD',
    rule: 'RFC 9110 §9.3.2',
    cause: 'wrong-status-code',
    title: 'HEAD has other headers than GET',
    says: 'HEAD gets the headers that GET would get. Those that depend on making the content may be left out.',
    find: headBesideGet((head, get) => head.status === get.status && comparable(head) !== comparable(get)),
  },
  {
    id: 'no-host-accepted',
    level: 'MUST',
    rule: 'RFC 9112 §3.2',
    cause: 'wrong-status-code',
    title: 'A request without Host is served',
    says: 'HTTP/1.1 without a Host line gets a 400. Otherwise a proxy and the server may choose different sites.',
    find: questionsWhere(({ response }) => response.status !== 400, ['no-host']),
  },
  {
    id: 'no-date',
    level: 'MUST',
    rule: 'RFC 9110 §6.6.1',
    cause: 'clock-skew',
    title: 'No Date',
    says: 'An origin server with a clock sends `Date` with each 2xx, 3xx and 4xx. A gateway that answers by itself counts as one. Clients use it to notice that their clock is wrong.',
    find: questionsWhere(({ response }) => response.status < 500 && !hasField(response, 'date')),
  },
  {
    id: 'two-lines-accepted',
    level: 'note',
    rule: 'RFC 9110 §5.3',
    cause: 'credentials-sent-twice',
    title: 'One of two Authorization lines is used',
    says: 'The rule binds the sender: it must not send two. A server that uses one may use another than the proxy in front of it.',
    find: questionsWhere(({ response }) => response.status < 300, ['two-lines', 'two-lines-last']),
  },
  {
    id: 'preflight-refused',
    level: 'note',
    rule: 'Fetch §cors-preflight-fetch',
    cause: 'preflight-refused',
    title: 'The preflight is refused because it has no credentials',
    says: 'Browsers send a preflight without credentials, and need a 2xx. Otherwise a page of another origin cannot send its request.',
    find: questionsWhere(({ response }) => [401, 403, 407, 302].includes(response.status), ['preflight']),
  },
  {
    id: 'hidden-shows',
    level: 'note',
    rule: 'RFC 9110 §15.5.4',
    cause: 'hidden-behind-404',
    title: 'The 404 of the hidden resource differs from that of an unknown path',
    says: 'A 404 may hide a resource. It hides nothing if its body or headers differ from those of a path that does not exist.',
    find: (variant) => {
      const [hidden, absent] = answersTo(variant, ['hidden', 'unknown-path-known']);
      if (!hidden || !absent || hidden.response.status !== 404) return [];
      const [hiddenText, other] = [hidden.response, absent.response].map(
        (response) =>
          `${comparable(response)}\n${response.body.replaceAll(/\/?(hidden|nothing-here)/g, '<path>')}`,
      );
      return hiddenText === other ? [] : ['hidden'];
    },
  },
];
