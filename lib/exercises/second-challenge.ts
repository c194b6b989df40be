/** A client that gets a 401 although it sent credentials: rules say what it does next, and servers answer it. */
import { decide, type Resource } from '@/lib/http-auth/decide';
import { failed, passed, type Step } from '@/lib/http-auth/decision';
import { draftMessage } from '@/lib/http-auth/draft';
import { count } from '@/lib/http-auth/evidence';
import { type Challenge, param } from '@/lib/http-auth/grammar';
import { type Rule, ruleUrl } from '@/lib/http-auth/rule';
import type { Env } from '@/lib/http-auth/scheme';
import { authorization, get } from './drafts';
import { proposalCheck, type Verdict } from './proposal';
import type { SettingValues } from './setting-lines';

const actions = ['stop', 'repeat', 'renew', 'look-up'] as const;
type Action = (typeof actions)[number];
const most = Array.from({ length: 20 }, (_, at) => String(20 - at)) as [string, ...string[]];

/** What a 401 after credentials may tell, and what the client may do then; `most` is how many requests it sends. */
export const clientRules = {
  stale: actions,
  'same-challenge': actions,
  'invalid-token': actions,
  'other-realm': actions,
  'other-scheme': actions,
  most,
} satisfies SettingValues<string>;

export type ClientRules = Readonly<Record<keyof typeof clientRules, string>>;
type Situation = Exclude<keyof typeof clientRules, 'most'>;

/** Makes the value of Authorization for a challenge. */
type Credentials = (challenge: Challenge) => string | Promise<string>;

/** A server, what the client sends it first, and what has to come out. */
export interface ServerTrial {
  /** What the server is like and what comes out; it is the check that is shown. */
  readonly name: string;
  readonly rule: Rule;
  readonly resource: Resource;
  readonly path: string;
  /** The challenge that the client answers with its first credentials. */
  readonly first: Challenge;
  readonly credentials: Credentials;
  /** What the client stores for the scheme and the realm of a challenge. */
  readonly stored: Credentials;
  /** A new token; the same credentials again where there is nothing to renew. */
  readonly renewed?: Credentials;
  readonly status: number;
  /** The most requests with credentials that a good client sends here. */
  readonly most: number;
}

/** What a challenge tells after credentials that answered `before`. */
function situationOf(now: Challenge, before: Challenge): Situation {
  if (now.scheme.toLowerCase() !== before.scheme.toLowerCase()) return 'other-scheme';
  if (param(now, 'realm') !== param(before, 'realm')) return 'other-realm';
  if (param(now, 'stale')?.toLowerCase() === 'true') return 'stale';
  return param(now, 'error') === 'invalid_token' && param(before, 'error') === undefined
    ? 'invalid-token'
    : 'same-challenge';
}

/** Lets a client with these rules talk to one server: which status it ends with, after how many requests. */
async function talk(rules: ClientRules, trial: ServerTrial, env: Env) {
  let [answered, make, sent] = [trial.first, trial.credentials, 0];
  for (;;) {
    const draft = get(trial.path, authorization(await make(answered)));
    const message = draftMessage(draft, '');
    const fields = [['Host', 'doorman.example'] as const, ...message.fields];
    const decision = await decide({ ...message, fields }, trial.resource, env);
    sent += 1;
    const { status } = decision;
    if (decision.status !== 401 || sent >= Number(rules.most)) return { status, sent };
    const [challenge] = decision.challenges;
    const action = rules[situationOf(challenge, answered)] as Action;
    if (action === 'stop') return { status, sent };
    if (action === 'look-up') make = trial.stored;
    if (action === 'renew') make = trial.renewed ?? make;
    answered = challenge;
  }
}

/** Tries the rules on every server, and says in a step for each what came out. */
export async function tryRules(
  rules: ClientRules,
  trials: readonly ServerTrial[],
  env: Env,
): Promise<Verdict> {
  const trace: Step[] = [];
  for (const trial of trials) {
    const { name, rule, status, most: least } = trial;
    const came = await talk(rules, trial, env);
    const saw = `${came.status} after ${count(came.sent, 'request')}`;
    const isRight = came.status === status && came.sent <= least;
    const expected = `${status} after at most ${count(least, 'request')}`;
    const check = proposalCheck(name, rule);
    trace.push(isRight ? passed(check, saw) : failed(check, saw, expected));
  }
  const wrong = trace.filter(({ outcome }) => outcome === 'failed');
  const [first] = wrong;
  if (!first)
    return {
      right: true,
      trace,
      content: { message: 'This client asks again where it helps, and stops where it does not.' },
    };
  const content = {
    type: ruleUrl('RFC 9110 §15.5.21'),
    title: 'Unprocessable Content',
    status: 422,
    detail: `${count(wrong.length, 'server')} out of ${trials.length} went wrong. The first is “${first.check}”: your client ends with ${first.saw}.`,
  };
  return { right: false, trace, content };
}
