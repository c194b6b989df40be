/** What a challenge that is shown to learners must obey: the grammar, and the law of its scheme. */
import { type Challenge, param, parseChallenges } from '@/lib/http-auth/grammar';

type Law = (challenge: Challenge) => string | undefined;

const needs =
  (rule: string, ...names: readonly string[]): Law =>
  (challenge) => {
    const missing = names.filter((name) => param(challenge, name) === undefined);
    return missing.length
      ? `${challenge.scheme} lacks ${missing.join(' and ')}, which it needs (${rule}).`
      : undefined;
  };

const bearerErrors = new Set([
  'invalid_request',
  'invalid_token',
  'insufficient_scope',
  'insufficient_user_authentication',
]);
const dpopErrors = new Set([...bearerErrors, 'invalid_dpop_proof', 'use_dpop_nonce']);

const errorsAmong =
  (names: ReadonlySet<string>): Law =>
  (challenge) => {
    const error = param(challenge, 'error');
    return error === undefined || names.has(error)
      ? undefined
      : `${challenge.scheme} has no error “${error}”.`;
  };

const oneOrMore: Law = ({ scheme, params }) =>
  params.length ? undefined : `${scheme} comes with at least one parameter (RFC 6750 §3).`;

const utf8Only: Law = (challenge) => {
  const charset = param(challenge, 'charset');
  return charset === undefined || /^utf-8$/i.test(charset)
    ? undefined
    : `“${charset}” is no charset that may be asked for (RFC 7617 §2.1).`;
};

const laws: Readonly<Record<string, readonly Law[]>> = {
  basic: [needs('RFC 7617 §2', 'realm'), utf8Only],
  bearer: [oneOrMore, errorsAmong(bearerErrors)],
  digest: [needs('RFC 7616 §3.3', 'realm', 'nonce', 'qop'), utf8Only],
  dpop: [errorsAmong(dpopErrors)],
  hoba: [needs('RFC 7486', 'challenge', 'max-age')],
  privatetoken: [needs('RFC 9577', 'challenge')],
  gnap: [needs('RFC 9635', 'as_uri')],
};

/** What is wrong with the value of a WWW-Authenticate or Proxy-Authenticate, or undefined where nothing is. */
export function challengeFault(value: string): string | undefined {
  const parsed = parseChallenges(value);
  if (!parsed.ok) return `It does not parse at octet ${parsed.offset + 1}: expected ${parsed.expected}.`;
  if (!parsed.value.length) return 'It holds no challenge.';
  for (const challenge of parsed.value) {
    for (const law of laws[challenge.scheme.toLowerCase()] ?? []) {
      const fault = law(challenge);
      if (fault) return fault;
    }
  }
  return undefined;
}
