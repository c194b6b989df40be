/** A server clock that a learner can set for one attempt. */
import { type Check, failed, passed } from '@/lib/http-auth/decision';
import { count } from '@/lib/http-auth/evidence';
import { anyone } from '@/lib/http-auth/policies';
import type { Env, Scheme } from '@/lib/http-auth/scheme';
import { member, readJsonObject } from '@/lib/http-auth/schemes/strict-json';
import type { Route } from './exercise';

const day = 86_400;
const says: Check = {
  stage: 'authentication',
  check: 'the server clock is read',
  rule: 'RFC 7519 §4.1.4',
};
const readable: Check = {
  stage: 'syntax',
  check: 'the offset is a whole number of seconds, at most a day',
  failure: 'the offset is not a whole number of seconds, at most a day',
  rule: 'RFC 9110 §15.5.1',
};

/** A clock that is `offset` seconds ahead (behind where negative) until `POST` of `{"offsetSeconds": n}` sets it. */
export function movedClock(offset: number): { over(scheme: Scheme): Scheme; readonly route: Route } {
  const offsetOf = async (env: Env) => Number((await env.recall('clock')) ?? offset);
  const dateOf = async (env: Env) => new Date(env.now().getTime() + (await offsetOf(env)) * 1000);
  const dateLine = async (env: Env) => ['Date', (await dateOf(env)).toUTCString()] as const;
  return {
    /** The scheme, as it judges by that clock; its answers carry the Date of it. */
    over: (scheme) => ({
      ...scheme,
      checks: [says, ...scheme.checks],
      accompany: async (realm, env, message) => [
        await dateLine(env),
        ...((await scheme.accompany?.(realm, env, message)) ?? []),
      ],
      async verify(message, realm, env, note) {
        const date = await dateOf(env);
        const clockStep = passed(says, `${date.toISOString().slice(0, 19)}Z, ${moved(await offsetOf(env))}`);
        let isTold = false;
        const verdict = await scheme.verify(message, realm, { ...env, now: () => date }, (step) => {
          if (!isTold && step.stage !== 'syntax') note(clockStep);
          isTold ||= step.stage !== 'syntax';
          note(step);
        });
        if (verdict.outcome !== 'authenticated') return verdict;
        return { ...verdict, fields: [await dateLine(env), ...(verdict.fields ?? [])] };
      },
    }),
    route: {
      policy: anyone,
      methods: ['POST'],
      open: true,
      async handle({ message, env }) {
        const read = readJsonObject(message.body);
        const offset = read.ok ? member(read.object, 'offsetSeconds') : undefined;
        if (typeof offset !== 'number' || !Number.isInteger(offset) || Math.abs(offset) > day) {
          const saw = read.ok ? `offsetSeconds: ${kindOf(offset)}` : read.saw;
          return {
            status: 400,
            trace: [failed(readable, saw, '{"offsetSeconds": n}, from -86400 to 86400')],
          };
        }
        await env.remember('clock', String(offset), new Date(env.now().getTime() + 4 * 3_600_000));
        const content = { message: `The server clock is ${moved(offset)}.`, now: await dateOf(env) };
        return { status: 200, content, trace: [passed(readable, String(offset))] };
      },
    },
  };
}

function moved(seconds: number): string {
  if (seconds === 0) return 'not moved';
  return `moved by ${count(Math.abs(seconds), 'second')} ${seconds < 0 ? 'back' : 'ahead'}`;
}

function kindOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return value === undefined ? 'missing' : `of type ${typeof value}`;
}
