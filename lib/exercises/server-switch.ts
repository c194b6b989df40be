/** A switch of a server that a learner may turn for one attempt, since who runs the server is part of the lesson. */

import { type Check, passed } from '@/lib/http-auth/decision';
import type { Env } from '@/lib/http-auth/scheme';
import type { ChoicePart, ProposalForm } from '@/lib/http-auth/sheet';
import type { Route } from './exercise';
import { proposalRoute, readChoice } from './proposal';
import { proposalForm } from './proposal-form';

const lifetime = 4 * 3_600_000;

export interface Setting {
  /** What it is set to in this attempt; the first of its values before anybody set it. */
  read(env: Env): Promise<string>;
  /** Open: GET shows it; POST and PUT of a value set it, as text or as `{"name": "value"}`. Anything else is a 400. */
  readonly route: Route;
  /** The form for it on a page. */
  readonly sheet: ProposalForm;
}

interface SettingForm<V extends string> {
  /** Its name in JSON. */
  readonly name: string;
  readonly path: string;
  readonly title: string;
  /** Its values with what they mean; it begins with the first. */
  readonly values: Readonly<Record<V, string>>;
  /** Tells who set it what that means. */
  readonly says: (value: string) => string;
  /** Where it is set by a client and not in place of the server: then it is a request like any other. */
  readonly byClient?: true;
}

export function setting<V extends string>(form: SettingForm<V>): Setting {
  const { name, path, title, values, says, byClient } = form;
  const listed: Check = {
    stage: byClient ? 'syntax' : 'proposal',
    check: `${name} is set to a value that it has`,
    ...(byClient && { failure: `${name} has no such value` }),
    rule: 'RFC 9110 §15.5.1',
  };
  const asks: ChoicePart = {
    kind: 'choice',
    member: name,
    items: Object.entries<string>(values).map(([value, means]) => ({ name: value, means })),
  };
  const begin = Object.keys(values)[0] ?? '';
  const sheet = proposalForm({ path, title, asks, begin });
  const read = async (env: Env) => (await env.recall(`setting ${name}`)) ?? begin;
  return {
    read,
    sheet,
    route: proposalRoute({
      form: sheet,
      read: (body) => readChoice(body, asks, listed),
      now: ({ env }) => read(env),
      async judge(value, { env }) {
        await env.remember(`setting ${name}`, value, new Date(env.now().getTime() + lifetime));
        return { right: true, trace: [passed(listed, value)], content: { message: says(value) } };
      },
    }),
  };
}
