/** A switch of a server that a learner may turn for one attempt, since who runs the server is part of the lesson. */
import { type Check, failed, passed } from '@/lib/http-auth/decision';
import { inert } from '@/lib/http-auth/evidence';
import { anyone } from '@/lib/http-auth/policies';
import type { Env } from '@/lib/http-auth/scheme';
import { kindOf, member, readJsonObject } from '@/lib/http-auth/schemes/strict-json';
import type { Route } from './exercise';

const lifetime = 4 * 3_600_000;

export interface Setting {
  /** What it is set to in this attempt; the first of its values before anybody set it. */
  read(env: Env): Promise<string>;
  /** Open: a POST of `{"name": "value"}` sets it, anything else is a 400. */
  readonly route: Route;
}

/** A setting called `name` with these values. `says` tells who set it what that means. */
export function setting(
  name: string,
  values: readonly [string, ...string[]],
  says: (value: string) => string,
): Setting {
  const known: Check = {
    stage: 'syntax',
    check: `${name} is set to a value that it has`,
    rule: 'RFC 9110 §15.5.1',
  };
  const wanted = values.map((value) => JSON.stringify({ [name]: value })).join(' or ');
  return {
    read: async (env) => (await env.recall(`setting ${name}`)) ?? values[0],
    route: {
      policy: anyone,
      methods: ['POST'],
      open: true,
      async handle({ message, env }) {
        const read = readJsonObject(message.body);
        if (!read.ok) return { status: 400, trace: [failed(known, read.saw, wanted)] };
        const value = member(read.object, name);
        if (typeof value !== 'string' || !values.includes(value)) {
          const saw = typeof value === 'string' ? inert(value, 60) : kindOf(value);
          return { status: 400, trace: [failed(known, `${name}: ${saw}`, wanted)] };
        }
        await env.remember(`setting ${name}`, value, new Date(env.now().getTime() + lifetime));
        return { status: 200, content: { message: says(value) }, trace: [passed(known, value)] };
      },
    },
  };
}
