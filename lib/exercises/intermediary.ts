/** A hop in front of an application: a gateway, proxy or portal that answers itself or hands on what it likes. */
import { decide, type Resource } from '@/lib/http-auth/decide';
import type { Decision, Step } from '@/lib/http-auth/decision';
import { formatChallenge } from '@/lib/http-auth/grammar';
import type { Field, Message } from '@/lib/http-auth/message';
import { anyone } from '@/lib/http-auth/policies';
import type { Call, Reply, Route } from './exercise';

/** What a hop hands on: the message as the application gets it, and the steps that were taken so far. */
export interface Forwarded {
  readonly message: Message;
  readonly trace: readonly Step[];
}

export interface InFront {
  readonly resource: Resource;
  readonly content: Readonly<Record<string, unknown>>;
  readonly methods?: readonly string[];
  /** Answers by itself, or hands the message on to the gates. */
  hop(call: Call): Promise<Reply | Forwarded>;
  /** What the hop makes of the answer on its way back. */
  back?(reply: Reply, call: Call): Reply | Promise<Reply>;
}

/** A route whose gates stand behind a hop. The trace shows the steps of the hop, then those of the gates. */
export function inFront({ resource, content, methods = ['GET'], hop, back }: InFront): Route {
  return {
    policy: anyone,
    methods,
    open: true,
    async handle(call) {
      const passed = await hop(call);
      if ('status' in passed) return passed;
      const reply = replyOf(await decide(passed.message, resource, call.env), content);
      const whole = { ...reply, trace: [...passed.trace, ...(reply.trace ?? [])] };
      return back ? back(whole, call) : whole;
    },
  };
}

/** A decision as a route answers it; `content` is what is found behind the gates. */
function replyOf(decision: Decision, content: Readonly<Record<string, unknown>>): Reply {
  const { status, trace } = decision;
  if (status === 200) {
    const { principal, fields } = decision;
    return { status, fields, content: { principal: principal.name, ...content }, trace };
  }
  const challenges = 'challenges' in decision ? decision.challenges : [];
  const asked = challenges.map((challenge): Field => ['WWW-Authenticate', formatChallenge(challenge)]);
  const beside = 'fields' in decision ? (decision.fields ?? []) : [];
  return { status, fields: [...asked, ...beside], trace };
}

/** The message without the field lines that `drops` names. */
export function without(message: Message, drops: (name: string) => boolean): Message {
  return { ...message, fields: message.fields.filter(([name]) => !drops(name)) };
}
