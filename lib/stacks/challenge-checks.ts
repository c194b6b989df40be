/** What the RFCs ask of a challenge. Where a text says MAY, nothing is checked. */
import { param } from '@/lib/http-auth/grammar';
import {
  badTokens,
  challenges,
  challengesOf,
  type DepartureCheck,
  hasField,
  questionsWhere,
} from './departure-check';
import { fieldValues, type RecordedResponse } from './message';

export const challengeChecks: readonly DepartureCheck[] = [
  {
    id: '401-without-challenge',
    level: 'MUST',
    rule: 'RFC 9110 §15.5.2',
    cause: 'no-challenge',
    title: '401 without a challenge',
    says: 'A 401 has to carry `WWW-Authenticate`. Without it a client cannot know which scheme to use, and some clients fail.',
    find: questionsWhere(
      ({ response }) => response.status === 401 && !hasField(response, 'www-authenticate'),
    ),
  },
  {
    id: '407-without-challenge',
    level: 'MUST',
    rule: 'RFC 9110 §15.5.8',
    cause: 'proxy-407',
    title: '407 without a challenge',
    says: 'A 407 has to carry `Proxy-Authenticate`, or the client cannot know which scheme the proxy accepts.',
    find: questionsWhere(
      ({ response }) => response.status === 407 && !hasField(response, 'proxy-authenticate'),
    ),
  },
  {
    id: 'unreadable-challenge',
    level: 'MUST NOT',
    rule: 'RFC 9110 §2.2',
    cause: 'no-challenge',
    title: 'A challenge that breaks the grammar',
    says: 'A sender must not produce what the grammar does not allow. A strict client reads no challenge from it.',
    find: questionsWhere(({ response }) => challenges(response) === null),
  },
  {
    id: 'basic-without-realm',
    level: 'MUST',
    rule: 'RFC 7617 §2',
    cause: 'no-challenge',
    title: 'Basic without a realm',
    says: 'The parameter `realm` is required in a Basic challenge. Some clients show it, and use it to choose a stored password.',
    find: questionsWhere(({ response }) =>
      challengesOf(response, 'basic').some((challenge) => param(challenge, 'realm') === undefined),
    ),
  },
  {
    id: 'bearer-without-parameter',
    level: 'MUST',
    rule: 'RFC 6750 §3',
    cause: 'no-challenge',
    title: 'Bearer without any parameter',
    says: 'The word Bearer has to be followed by at least one parameter, such as `realm`.',
    find: questionsWhere(({ response }) =>
      challengesOf(response, 'bearer').some(({ params }) => params.length === 0),
    ),
  },
  {
    id: 'realm-unquoted',
    level: 'MUST',
    rule: 'RFC 9110 §11.5',
    cause: 'no-challenge',
    title: 'A realm without quotation marks',
    says: 'A realm is sent as a quoted string only, since old clients read nothing else.',
    find: questionsWhere(({ response: { fields } }) =>
      fieldValues(fields, 'www-authenticate').some((value) => /\brealm *= *[^"\s]/i.test(value)),
    ),
  },
  {
    id: 'error-without-token',
    level: 'SHOULD NOT',
    rule: 'RFC 6750 §3.1',
    cause: 'credentials-not-sent',
    title: 'An error code although no token was sent',
    says: 'If nothing was sent, or another scheme, the challenge names no error. With one, a client may throw a good token away.',
    find: questionsWhere(
      ({ response }) =>
        challengesOf(response, 'bearer').some((challenge) => param(challenge, 'error') !== undefined) ||
        hasErrorText(response),
      ['nothing', 'unknown-scheme'],
    ),
  },
  {
    id: 'no-error-for-token',
    level: 'SHOULD',
    rule: 'RFC 6750 §3',
    cause: 'expired-token',
    title: 'No error code for a bad token',
    says: 'A challenge after a bad token names the error, so that a client knows that a new token may help.',
    find: questionsWhere(
      ({ response }) =>
        response.status === 401 &&
        challengesOf(response, 'bearer').some((challenge) => param(challenge, 'error') === undefined),
      badTokens,
    ),
  },
  {
    id: 'no-bearer-challenge',
    level: 'MUST',
    rule: 'RFC 6750 §3',
    cause: 'no-challenge',
    title: 'A bad token, and no Bearer challenge',
    says: 'A request without a token that gives access gets a Bearer challenge. Challenges of other schemes may be sent with it.',
    find: (variant) =>
      variant.schemes.includes('bearer')
        ? questionsWhere(
            ({ response }) =>
              response.status === 401 &&
              hasField(response, 'www-authenticate') &&
              challenges(response) !== null &&
              !challengesOf(response, 'bearer').length,
            badTokens,
          )(variant)
        : [],
  },
  {
    id: 'error-is-a-sentence',
    level: 'note',
    rule: 'RFC 6750 §3.1',
    cause: 'expired-token',
    title: 'The error is a sentence, and not a code',
    says: 'RFC 6750 defines the codes `invalid_request`, `invalid_token` and `insufficient_scope`. A client that compares codes does not recognise a sentence.',
    find: questionsWhere(({ response }) =>
      (challenges(response) ?? []).some((challenge) => /\s/.test(param(challenge, 'error') ?? '')),
    ),
  },
];
/** True where the line cannot be parsed, and still names an error. */
function hasErrorText(response: RecordedResponse): boolean {
  return (
    challenges(response) === null &&
    fieldValues(response.fields, 'www-authenticate').some((value) => /^bearer\b.*\berror=/i.test(value))
  );
}
