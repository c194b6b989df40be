/** Authenticates to the proxy, before the resource authenticates (RFC 9110 §11.7.1). */
import { walletValues } from '@/lib/exercises/exercise';
import { type Check, failed, passed, type Step, withSkipped } from '@/lib/http-auth/decision';
import { count } from '@/lib/http-auth/evidence';
import { formatChallenge } from '@/lib/http-auth/grammar';
import { type Field, fieldLines, type Message } from '@/lib/http-auth/message';
import type { Env } from '@/lib/http-auth/scheme';
import { basic } from '@/lib/http-auth/schemes/basic/basic';
import type { OpenResource } from './open-resource';
import { refusal } from './problem';
import { type Answer, answer, refuse } from './respond';

const field = 'Proxy-Authorization';
const oneLine: Check = {
  stage: 'syntax',
  check: 'at most one Proxy-Authorization header',
  failure: 'the request has more than one Proxy-Authorization header',
  rule: 'RFC 9110 §5.3',
};
const presented: Check = {
  stage: 'authentication',
  check: 'credentials for the proxy are presented',
  failure: 'the request has no credentials for the proxy',
  rule: 'RFC 9110 §11.7.1',
};

/**
 * Why the proxy does not pass `message` on, or undefined where it does. Whoever holds `proxy-username` and
 * `proxy-password` of the attempt's wallet may pass (RFC 9110 §15.5.8); an attempt without them has no proxy.
 */
export async function askAtProxy(
  message: Message,
  open: OpenResource,
  env: Env,
): Promise<Answer | undefined> {
  const { 'proxy-username': username, 'proxy-password': password } = await walletValues<string>(
    open.resource,
  );
  if (!username || !password) return refuse(403, 'This exercise is not behind the proxy; open-proxy is.');
  const scheme = basic({ accounts: [{ username, password, principal: { name: username } }], field });
  const trace: Step[] = [];
  const refused = async (status: 400 | 407) => {
    const steps = withSkipped(trace, [oneLine, presented, ...scheme.checks]);
    const challenge = formatChallenge(await scheme.challenge('proxy', env));
    const fields: Field[] = status === 407 ? [['Proxy-Authenticate', challenge]] : [];
    return answer(status, fields, refusal({ status, trace: steps }), steps);
  };

  const lines = fieldLines(message, field).length;
  if (lines > 1) {
    trace.push(failed(oneLine, count(lines, 'header line'), 'one header line'));
    return refused(400);
  }
  trace.push(passed(oneLine, lines ? '1 header line' : `no ${field} header`));
  const steps: Step[] = [];
  const verdict = await scheme.verify(message, 'proxy', env, (step) => steps.push(step));
  trace.push(
    verdict.outcome === 'absent'
      ? failed(presented, verdict.saw, `Basic in the ${field} header`)
      : passed(presented, `Basic in the ${field} header`),
    ...steps,
  );
  return verdict.outcome === 'authenticated' ? undefined : refused(407);
}
