/** Judges a client's policy by what came of it: one renewal, no reuse, no loop, and a sign-in where nothing else helps. */
import { type Check, failed, passed, type Step } from '@/lib/http-auth/decision';
import { count } from '@/lib/http-auth/evidence';
import { ruleUrl } from '@/lib/http-auth/rule';
import type { Env } from '@/lib/http-auth/scheme';
import { type ClientPolicy, type Trial, type TrialResult, tryPolicy } from './client-policy';
import { proposalCheck, type Verdict } from './proposal';
import type { SwiftServer } from './swift-tokens';

const unused = proposalCheck('no refresh token is used twice', 'RFC 9700 §4.14.2');
const single = proposalCheck('fifty calls start one renewal', 'RFC 6749 §6');
const bounded = proposalCheck('each call is repeated at most once', 'RFC 9110 §9.2.2');
const calm = proposalCheck('a 403 starts no renewal', 'RFC 6750 §3.1');
const served = proposalCheck('each call that is allowed gets 200', 'RFC 9110 §15.5.2');
const ends = proposalCheck('a refused renewal ends in a sign-in', 'RFC 6749 §5.2');

type Finding = readonly [check: Check, holds: boolean, saw: string, expected: string];

function findings({ reuses, renewals, repeats, forForbidden, lost }: TrialResult): readonly Finding[] {
  return [
    [unused, reuses === 0, `${count(reuses, 'reuse')} of a refresh token`, 'each refresh token once'],
    [calm, forForbidden === 0, `${count(forForbidden, 'renewal')} because of a 403`, 'none'],
    [bounded, repeats <= 1, `a call that was repeated ${count(repeats, 'time')}`, 'at most 1 time'],
    [served, lost === 0, `${count(lost, 'call')} without 200`, 'none'],
    [single, renewals === 1, count(renewals, 'renewal'), '1 renewal'],
  ];
}

/** Tries `policy` on fifty calls in so many tabs, and where `endsToo` is set, on a refresh token that has ended. */
export async function judgePolicy(
  policy: ClientPolicy,
  server: SwiftServer,
  env: Env,
  { tabs, endsToo }: { readonly tabs: 1 | 2; readonly endsToo: boolean },
): Promise<Verdict> {
  const each = 50 / tabs;
  const paths: Trial['tabs'] = Array.from({ length: tabs }, (_, index) =>
    // One call needs another scope, and one goes to an API of another audience.
    Array.from({ length: each }, (_, at) =>
      index === 0 && at === each - 2 ? '/books' : index === 0 && at === each - 1 ? '/parcels' : '/orders',
    ),
  );
  const access = await server.accessToken(-60);
  const fresh = await tryPolicy(
    policy,
    server,
    { tabs: paths, access, refresh: await server.refreshToken() },
    env,
  );
  const trace: Step[] = findings(fresh).map(([check, holds, saw, expected]) =>
    holds ? passed(check, saw) : failed(check, saw, expected),
  );
  let log = fresh.log;
  if (endsToo) {
    const refresh = await server.refreshToken(5 * 3600);
    const ended = await tryPolicy(policy, server, { tabs: paths, access, refresh }, env);
    const saw = ended.signsIn
      ? 'a sign-in'
      : ended.loops
        ? 'renewals without end'
        : 'neither 200 nor a sign-in';
    trace.push(ended.signsIn ? passed(ends, saw) : failed(ends, saw, 'a sign-in'));
    log = [...log, 'once more, with a refresh token that has ended:', ...ended.log];
  }
  const [first, ...more] = trace.filter(({ outcome }) => outcome === 'failed');
  if (!first) return { right: true, trace, content: { message: 'This client renews once, and stops.', log } };
  const beside = more.length
    ? ` ${count(more.length, 'more check')} ${more.length === 1 ? 'fails' : 'fail'}.`
    : '';
  const content = {
    type: ruleUrl(first.rule),
    title: 'Unprocessable Content',
    status: 422,
    detail: `The check “${first.check}” fails: the log shows ${first.saw}.${beside}`,
    log,
  };
  return { right: false, trace, content };
}
