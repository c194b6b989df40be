/** Answers that a server might give: the right one, and those that it might be taken for. */
import { type Challenge, formatChallenge, withParams } from '@/lib/http-auth/grammar';
import { compareChallenges, mattering } from '@/lib/quiz/build';
import type { ResourceData } from './resource';

/** A status and its challenges, as far as they matter: descriptions are left out. */
export interface Reply {
  readonly status: number;
  readonly challenges: readonly Challenge[];
}

/** A reply that is wrong. `slip` says what its challenge does wrong where its status is right. */
export interface Distractor extends Reply {
  readonly slip: string;
}

/** The reply without `error_description`, which is for people and has no fixed words (RFC 6750 §3). */
export function essential({ status, challenges }: Reply): Reply {
  return {
    status,
    challenges: challenges.map((challenge) => ({
      ...challenge,
      params: challenge.params.filter(([name]) => name !== 'error_description'),
    })),
  };
}

/** The challenges as the value of one WWW-Authenticate line; empty where there is none. */
export function challengeText(challenges: readonly Challenge[]): string {
  return challenges.map(formatChallenge).join(', ');
}

/** True where both replies mean the same: schemes, realm, error and scope, in whatever order. */
export function meansTheSame(a: Reply, b: Reply): boolean {
  const right = { challenge: challengeText(a.challenges), must: mattering };
  return a.status === b.status && compareChallenges(challengeText(b.challenges), right).same;
}

/** Replies that mean something else than `right` and something else than each other. */
export function distractorsFor(right: Reply, resource: ResourceData): Distractor[] {
  const chosen: Distractor[] = [];
  for (const distractor of candidates(right, resource)) {
    if (
      ![right, ...chosen].some((reply) => meansTheSame(reply, distractor) || meansTheSame(distractor, reply))
    )
      chosen.push(distractor);
  }
  return chosen;
}

function candidates(right: Reply, resource: ResourceData): Distractor[] {
  const plain = resource.offers.map(({ kind }) => plainChallenge(kind, resource));
  const bearerOnly = (params: readonly (readonly [string, string])[]) =>
    plain.map((challenge) => (challenge.scheme === 'Bearer' ? withParams(challenge, params) : challenge));
  const hasBearer = plain.some(({ scheme }) => scheme === 'Bearer');
  const scope = resource.access.kind === 'scope' ? resource.access.scope : 'read';
  const small = bearerOnly([
    ['error', 'insufficient_scope'],
    ['scope', scope],
  ]);
  const other = plain[0]?.scheme === 'Basic' ? 'Bearer' : 'Basic';
  const reply = (status: number, challenges: readonly Challenge[], slip = ''): Distractor => ({
    status,
    challenges,
    slip,
  });
  return [
    reply(401, plain, 'No `error` says what is wrong with the token.'),
    reply(403, [], 'A 403 for a Bearer token brings a challenge (RFC 6750 §3).'),
    ...plain
      .filter(({ scheme }) => scheme === 'Bearer')
      .map((challenge) => reply(403, [challenge], 'The challenge does not say which scope is missing.')),
    reply(401, [], 'A 401 without a challenge breaks a MUST (RFC 9110 §15.5.2).'),
    ...(hasBearer
      ? [
          reply(
            401,
            bearerOnly([['error', 'invalid_token']]),
            'No token was refused here, so `invalid_token` is not true.',
          ),
          reply(400, bearerOnly([['error', 'invalid_request']])),
          reply(403, small, 'The scope is not the reason for this refusal, so a larger scope does not help.'),
          reply(401, small, 'The server did not check the scope: the request did not reach the third gate.'),
        ]
      : [reply(400, plain)]),
    ...plain
      .filter(() => plain.length > 1)
      .map((challenge) =>
        reply(401, [challenge], 'One challenge is left out, so a client cannot choose its scheme.'),
      ),
    ...(right.challenges.length
      ? [
          reply(
            right.status,
            right.challenges.map((challenge) => withParams(challenge, [['realm', 'lobby']])),
            'The realm is not the one of this resource.',
          ),
          ...(right.challenges.length === 1
            ? [
                reply(
                  right.status,
                  right.challenges.map((challenge) => ({ ...challenge, scheme: other })),
                  'It asks for a scheme that this resource does not accept.',
                ),
              ]
            : []),
        ]
      : []),
    reply(404, []),
    reply(200, []),
  ];
}

function plainChallenge(
  kind: ResourceData['offers'][number]['kind'],
  { realm, offers }: ResourceData,
): Challenge {
  switch (kind) {
    case 'basic':
      return { scheme: 'Basic', params: [['realm', realm]] };
    case 'bearer':
      return { scheme: 'Bearer', params: [['realm', realm]] };
    case 'session':
      return { scheme: 'Session', params: [['realm', realm]] };
    case 'api-key': {
      const field = offers.find((offer) => offer.kind === kind);
      return {
        scheme: 'ApiKey',
        params: [['realm', realm], ...(field?.kind === kind ? [['field', field.field] as const] : [])],
      };
    }
  }
}
