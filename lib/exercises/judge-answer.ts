/** Compares a proposed answer with the decision of the gates: by what it means, not by how it is written. */
import { type Check, type Decision, failed, passed, type Step, withSkipped } from '@/lib/http-auth/decision';
import { count, inert } from '@/lib/http-auth/evidence';
import { type Challenge, param, parseChallenges } from '@/lib/http-auth/grammar';
import type { Field } from '@/lib/http-auth/message';
import { type Finding, paramChecks, paramsFit } from './judge-params';
import { proposalCheck, type Verdict } from './proposal';

/** An answer as a learner proposes it, with its WWW-Authenticate lines read. */
export interface ProposedAnswer {
  readonly status: number;
  readonly fields: readonly Field[];
  readonly challenges: readonly Challenge[];
}

export interface JudgeOptions {
  /** The auth-params that may not be left out if the real challenge has them. */
  readonly must?: readonly string[];
  /** True if several challenges in one line are refused, since some clients read only the first of them. */
  readonly linePerChallenge?: boolean;
}

const forAnswers = proposalCheck('the headers are those of a response', 'RFC 9110 §11.6');
const challenged = proposalCheck('a 401 brings a challenge', 'RFC 9110 §15.5.2');
const status = proposalCheck('the status fits the request', 'RFC 9110 §11.4');
const silent = proposalCheck('nothing gives away what is hidden', 'RFC 9110 §15.5.4');
const offered = proposalCheck('each challenge is of a scheme that is accepted here', 'RFC 9110 §11.6.1');
const complete = proposalCheck('no challenge is missing', 'RFC 9110 §11.6.1');
const apart = proposalCheck('each challenge has its own header line', 'RFC 9110 §11.6.1');

/** The checks of a judge, in order. */
function checksOf({ linePerChallenge = false, must = [] }: JudgeOptions): readonly Check[] {
  const lines = linePerChallenge ? [apart] : [];
  return [forAnswers, challenged, status, silent, offered, complete, ...lines, ...paramChecks(must)];
}

/**
 * Judges a proposed answer. Status, schemes, realm, error and scope must be those of the decision, and what else is
 * said may not contradict it; words for people and nonces are free. A realm needs its quotation marks (RFC 9110 §11.5). A failed step says what is wrong and not what
 * would be right. A 2xx of any kind stands for 200.
 */
export function judgeAnswer(
  proposed: ProposedAnswer,
  decision: Decision,
  options: JudgeOptions = {},
): Verdict {
  const steps: Step[] = [];
  for (const check of checksFor(proposed, decision, options)) {
    const { about, saw, expected } = check;
    if (expected !== undefined) {
      const trace = withSkipped([...steps, failed(about, saw, expected)], checksOf(options));
      return { right: false, trace };
    }
    steps.push(passed(about, saw));
  }
  return { right: true, trace: steps };
}

function* checksFor(
  proposed: ProposedAnswer,
  decision: Decision,
  { must = ['realm', 'error', 'scope'], linePerChallenge = false }: JudgeOptions,
): Generator<Finding> {
  const { challenges } = proposed;
  const names = challenges.map(({ scheme }) => inert(scheme, 40));
  const odd = proposed.fields.find(([name]) => /^(?:proxy-)?authorization$|^cookie$/i.test(name))?.[0];
  yield odd
    ? {
        about: forAnswers,
        saw: `${odd}, which clients send`,
        expected: 'headers that servers send',
      }
    : { about: forAnswers, saw: count(proposed.fields.length, 'header') };
  if (proposed.status === 401 && !challenges.length) {
    yield {
      about: challenged,
      saw: '401 and no WWW-Authenticate',
      expected: 'at least one challenge beside a 401',
    };
  }
  yield {
    about: challenged,
    saw: proposed.status === 401 ? names.join(', ') : `${proposed.status}, so this check does not apply`,
  };
  const fault = statusFault(proposed.status, decision);
  yield { about: status, saw: fault?.[0] ?? String(proposed.status), ...(fault && { expected: fault[1] }) };

  const isHidden = decision.status === 404;
  yield isHidden && challenges.length
    ? {
        about: silent,
        saw: 'a challenge, which a missing path does not have',
        expected: 'the same response as for a missing path',
      }
    : { about: silent, saw: isHidden ? 'no challenge' : 'nothing is hidden here' };
  const real = 'challenges' in decision ? decision.challenges : [];
  yield* schemesFit(challenges, real, decision);
  if (linePerChallenge) yield linesFinding(proposed.fields);
  for (const challenge of challenges) yield* paramsFit(challenge, like(challenge, real), decision, must);
}

/** Whether each WWW-Authenticate line has one challenge; all lines are known to parse. */
function linesFinding(fields: readonly Field[]): Finding {
  const counts = fields
    .filter(([name]) => name.toLowerCase() === 'www-authenticate')
    .map(([, value]) => parseChallenges(value))
    .map((parsed) => (parsed.ok ? parsed.value.length : 0));
  const most = Math.max(0, ...counts);
  if (most < 2) return { about: apart, saw: count(counts.length, 'WWW-Authenticate line') };
  return {
    about: apart,
    saw: `${most} challenges in one WWW-Authenticate line`,
    expected: 'one line for each scheme, because some clients do not read a second challenge in a line',
  };
}

function* schemesFit(
  challenges: readonly Challenge[],
  real: readonly Challenge[],
  decision: Decision,
): Generator<Finding> {
  const seen = new Set<string>();
  for (const challenge of challenges) {
    const name = challenge.scheme.toLowerCase();
    const saw = inert(challenge.scheme, 40);
    if (real.length && !like(challenge, real)) {
      yield { about: offered, saw, expected: 'a scheme that this resource accepts' };
    }
    if (seen.has(name))
      yield { about: offered, saw: `${saw} twice`, expected: 'one challenge for each scheme' };
    seen.add(name);
  }
  yield { about: offered, saw: challenges.length ? [...seen].join(', ') : 'no challenge' };
  // Beside a 403 only a challenge with an error is demanded. RFC 6750 §3 asks Bearer for one without an error, too.
  const owed = real.filter((challenge) => decision.status === 401 || param(challenge, 'error') !== undefined);
  const missing = owed.filter((challenge) => !like(challenge, challenges));
  yield {
    about: complete,
    saw: count(challenges.length, 'challenge'),
    ...(missing.length && {
      expected:
        decision.status === 401
          ? 'one for every scheme that is accepted here'
          : 'one that says why the token was refused',
    }),
  };
}

function like({ scheme }: Challenge, among: readonly Challenge[]): Challenge | undefined {
  return among.find((challenge) => challenge.scheme.toLowerCase() === scheme.toLowerCase());
}

/** Why a status does not fit: what is seen, and what is expected. Undefined where it fits. */
function statusFault(proposed: number, decision: Decision): [saw: string, expected: string] | undefined {
  const { status: right } = decision;
  if (proposed === right || (right === 200 && proposed > 200 && proposed < 300)) return undefined;
  if (right === 200) return [`${proposed}, although every gate lets the request pass`, 'a status of success'];
  if (right === 404) {
    return [`${proposed}, which shows that something is there`, 'the status of a path that does not exist'];
  }
  if (proposed < 400) return [`${proposed}, although a gate refuses`, 'the status of the gate that refuses'];
  if (right === 400) {
    return [`${proposed}, although the request cannot be read`, 'the status of the first gate'];
  }
  if (proposed === 400) {
    return ['400, although the request can be read', 'the status of the first gate that refuses'];
  }
  if (proposed === 404) return ['404, although nothing is hidden', 'the status of the gate that refuses'];
  if (decision.status === 401) {
    // With RFC 9470 a user who is recognised gets 401, too, since another sign-in helps.
    const isStepUp = decision.challenges.some(
      (challenge) => param(challenge, 'error') === 'insufficient_user_authentication',
    );
    const because = isStepUp ? 'although another sign-in would help' : 'although nobody was recognised';
    const saw = proposed === 403 ? `403, ${because}` : String(proposed);
    return [saw, 'the status of the second gate, which asks who it is'];
  }
  if (proposed === 401)
    return ['401, although somebody was recognised', 'a status that does not ask for credentials again'];
  return [String(proposed), 'the status of the gate that refuses'];
}
