/** A chain of hops between a client and an application; each passes on what it likes and records what it received (RFC 9110 §3.7, §7.6). */
import { decide, type Resource } from '@/lib/http-auth/decide';
import { type Check, passed, type Step } from '@/lib/http-auth/decision';
import { inert } from '@/lib/http-auth/evidence';
import { formatChallenge } from '@/lib/http-auth/grammar';
import { type Field, fieldLines, type Message } from '@/lib/http-auth/message';
import { anyone } from '@/lib/http-auth/policies';
import { ruleUrl } from '@/lib/http-auth/rule';
import type { Env } from '@/lib/http-auth/scheme';
import type { Call, Reply, Route } from './exercise';

/** What a hop makes of a message: an answer of its own, or what it passes on; `did` says it in words. */
export type Handled =
  | { readonly reply: Reply; readonly did: string }
  | { readonly message: Message; readonly did: string };

export interface Hop {
  readonly name: string;
  take(message: Message, env: Env): Promise<Handled>;
  /** What it makes of the response on its way back. */
  back?(reply: Reply, env: Env): Promise<Reply>;
}

/** What a hop received: the request line, then the headers, without those that only describe the browser. */
export interface Received {
  readonly hop: string;
  readonly received: readonly string[];
  readonly did: string;
}

/** What came of a message: the answer as the client gets it, and what each hop received. */
export interface Passage {
  readonly reply: Reply;
  readonly hops: readonly Received[];
  /** The message as the application got it; undefined if a hop answered before. */
  readonly arrived: Message | undefined;
}

interface Chain {
  readonly hops: readonly Hop[];
  readonly resource: Resource;
  /** What the application answers to a request that its gates let through. */
  readonly serve: (message: Message, who: string) => Reply;
}

const describing =
  /^(?:user-agent|accept|accept-.*|sec-.*|referer|origin|dnt|priority|pragma|cache-control|content-length|upgrade-insecure-requests)$/i;
/** Most lines and characters of a record, so that all hops fit into the log of exchanges, which cuts bodies at 4 KiB. */
const most = { lines: 10, characters: 36 };

function recorded({ method: sent, target, fields }: Message): readonly string[] {
  // A HEAD is answered with the fields of a GET, Content-Length among them (RFC 9110 §9.3.2).
  const method = sent === 'HEAD' ? 'GET' : sent;
  const telling = fields.filter(([name]) => !describing.test(name));
  const lines = telling
    .slice(0, most.lines)
    .map(([name, value]) => inert(`${name}: ${value}`, most.characters));
  const rest = telling.length - lines.length;
  return [inert(`${method} ${target}`, 60), ...lines, ...(rest > 0 ? [`… ${rest} more`] : [])];
}

/** What a step says of a hop: that it passed the request on, or that it answered. */
function checkOf({ name }: Hop, handled: Handled): Check {
  return {
    stage: 'syntax',
    check: 'reply' in handled ? `the ${name} answers by itself` : `the ${name} passes the request on`,
    failure: `the ${name} did not pass the request on`,
    rule: 'RFC 9110 §3.7',
  };
}

/** Sends a message through the hops to the application, and the answer back. */
export async function passThrough(
  { hops, resource, serve }: Chain,
  first: Message,
  env: Env,
): Promise<Passage> {
  const seen: Received[] = [];
  const trace: Step[] = [];
  let message = first;
  for (const [at, hop] of hops.entries()) {
    const handled = await hop.take(message, env);
    seen.push({ hop: hop.name, received: recorded(message), did: handled.did });
    trace.push(passed(checkOf(hop, handled), handled.did));
    if ('reply' in handled) {
      const reply = await returned(hops.slice(0, at), { ...handled.reply, trace }, env);
      return { reply, hops: seen, arrived: undefined };
    }
    message = handled.message;
  }
  const decision = await decide(message, resource, env);
  seen.push({ hop: 'application', received: recorded(message), did: `answers ${decision.status}` });
  const challenges = 'challenges' in decision ? decision.challenges : [];
  const fields = challenges.map((asked): Field => ['WWW-Authenticate', formatChallenge(asked)]);
  const answer: Reply =
    decision.status === 200
      ? serve(message, decision.principal.name)
      : { status: decision.status, fields, content: problemOf(decision.status, decision.trace) };
  const whole = { ...answer, trace: [...trace, ...decision.trace] };
  return { reply: await returned(hops, whole, env), hops: seen, arrived: message };
}

async function returned(hops: readonly Hop[], reply: Reply, env: Env): Promise<Reply> {
  let answer = reply;
  for (const hop of [...hops].reverse()) answer = (await hop.back?.(answer, env)) ?? answer;
  return answer;
}

function problemOf(status: number, trace: readonly Step[]) {
  const step = trace.find(({ outcome }) => outcome === 'failed');
  const type = ruleUrl(step?.rule ?? 'RFC 9110 §15.5.2');
  const saw = step ? `: the application saw ${step.saw}` : '';
  return {
    type,
    title: status === 401 ? 'Unauthorized' : 'Refused',
    status,
    detail: capital(`${step?.failure ?? 'refused'}${saw}.`),
  };
}

/** The route behind a chain. Its answers carry `hops`, so that any client sees what each of them received. */
export function chainRoute(chain: (call: Call) => Promise<Chain>, methods: readonly string[]): Route {
  return {
    policy: anyone,
    open: true,
    methods,
    async handle(call) {
      const { message, env, resource } = call;
      const base = new URL(resource).pathname;
      const below = { ...message, target: message.target.slice(base.length) || '/' };
      const { reply, hops } = await passThrough(await chain(call), below, env);
      const fields = (reply.fields ?? []).map(
        ([name, value]): Field => (name === 'Location' ? [name, base + value] : [name, value]),
      );
      return { ...reply, fields, content: { ...reply.content, hops } };
    },
  };
}

/** The message without the headers that `drops` names, and the names of those that went. */
export function stripped(message: Message, drops: (name: string) => boolean) {
  const gone = message.fields.filter(([name]) => drops(name)).map(([name]) => inert(name, 30));
  const fields = message.fields.filter(([name]) => !drops(name));
  return { message: { ...message, fields }, gone };
}

/** The message with these headers in place of all others of their names. */
export function overwritten(message: Message, ...set: Field[]): Message {
  const names = set.map(([name]) => name.toLowerCase());
  return {
    ...message,
    fields: [...message.fields.filter(([name]) => !names.includes(name.toLowerCase())), ...set],
  };
}

/** True for the headers of one connection: those that Connection names, and itself (RFC 9110 §7.6.1). */
function ofConnection(message: Message): (name: string) => boolean {
  const named = fieldLines(message, 'Connection').flatMap((value) => value.toLowerCase().split(/[\s,]+/));
  const always = ['connection', 'keep-alive', 'te', 'upgrade', 'proxy-connection', 'transfer-encoding'];
  return (name) => [...named, ...always].includes(name.toLowerCase());
}

/**
 * The first hop: it ends TLS and sends a path without its last slash on to the one with it. It removes what belongs to
 * the connection (RFC 9110 §7.6.1), and overwrites X-Forwarded-Proto, which no client may choose.
 */
export function redirectHop(paths: readonly string[], status: 301 | 308): Hop {
  return {
    name: 'redirect',
    async take(message) {
      const [path = ''] = message.target.split('?');
      if (paths.includes(`${path}/`)) {
        const location = message.target.replace(path, `${path}/`);
        const fields: Field[] = [['Location', location]];
        return { reply: { status, fields, content: {} }, did: `answers ${status}, with Location: ${path}/` };
      }
      const { message: rest, gone } = stripped(message, ofConnection(message));
      const passedOn = overwritten(rest, ['X-Forwarded-Proto', 'https'], ['Via', '1.1 redirect']);
      const nominated = gone.filter((name) => !/^(?:connection|keep-alive)$/i.test(name));
      const removed = nominated.length
        ? `removes ${nominated.join(', ')}, as Connection asks`
        : 'removes nothing';
      return { message: passedOn, did: `${removed}, and sets X-Forwarded-Proto` };
    },
  };
}

function capital(sentence: string): string {
  return sentence.replace(/^./, (letter) => letter.toUpperCase());
}
