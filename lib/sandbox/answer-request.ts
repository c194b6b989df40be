/** From a request to its answer: limits, the attempt, the proxy's question, the gates. */
import { failed, type Step } from '@/lib/http-auth/decision';
import type { Message } from '@/lib/http-auth/message';
import type { Env } from '@/lib/http-auth/scheme';
import { currentStore } from '@/lib/store/current';
import { isStoreUnavailable } from '@/lib/store/store';
import { pairs } from '@/lib/wire/field-lines';
import { frontOf } from '@/lib/wire/front';
import { type HostFault, hostFault } from '@/lib/wire/host';
import type { Wire } from '@/lib/wire/tap';
import { serverEnv } from './env';
import { tooOften, wireOwner } from './limit';
import { type OpenResource, openedResource, openResource } from './open-resource';
import { isThisServer, misdirected, publicOrigin } from './origin';
import { refusal, storeAway } from './problem';
import { askAtProxy } from './proxy-gate';
import { type Answer, answer, refuse, respond, unknownResource } from './respond';

/** A request below `/api/sandbox`, its content not yet read. */
export interface Received {
  readonly message: Omit<Message, 'body'>;
  /** The host that the request names; undefined where it names none. */
  readonly host: string | undefined;
  /** The octets of the content, or undefined where it is larger than 64 KiB. */
  readonly body: () => Promise<Uint8Array | undefined>;
  /** Undefined on a host that is not Node's own server. */
  readonly wire: Wire | undefined;
}

/** The message that was judged, the attempt that it reached, and the address that pays for what it leaves. */
export interface Reached {
  readonly message: Message;
  readonly open: OpenResource;
  readonly owner: string | undefined;
}

/** An answer; `reached` is undefined where no attempt was reached. */
export interface Answered {
  readonly answer: Answer;
  readonly reached: Reached | undefined;
}

const noContent = new Uint8Array();

/** Answers a request. Nothing that a client sends makes it throw. */
export async function answerRequest({ message: head, host, body, wire }: Received): Promise<Answered> {
  const front = wire && frontOf(wire);
  const often = tooOften(front ?? wire);
  if (often) return unreached(refuse(429, often.detail, [['Retry-After', often.seconds]]));
  const [slug = '', id = ''] = placeOf(head.target);
  const open = openedResource(slug, id) ?? (await openResource(slug, id));
  const owner = wireOwner(front ?? wire);
  const reach = (message: Message) => open && { message, open, owner };
  const fault = wire && hostFault(wire);
  if (fault) return { answer: badHost(fault), reached: reach({ ...head, body: noContent }) };
  if (wire?.authority && !isThisServer(wire.authority, wire.request.socket, wire.isHttps)) {
    return { answer: refuse(421, misdirected(wire.isHttps)), reached: reach({ ...head, body: noContent }) };
  }
  if (!open) return unreached(unknownResource());

  const content = await body();
  const message: Message = { body: content ?? noContent, ...head };
  const env = envOf(host, open, owner);
  if (front) {
    const asked = { ...message, target: front.target, fields: pairs(front.request.rawHeaders) };
    const atProxy = await askAtProxy(asked, open, env);
    if (atProxy) return { answer: atProxy, reached: reach(asked) };
  }
  return { answer: await answerTo(message, content === undefined, open, env), reached: reach(message) };
}

function unreached(answer: Answer): Answered {
  return { answer, reached: undefined };
}

/** The slug and the id in a path below `/api/sandbox/`. */
function placeOf(target: string): string[] {
  return /^\/api\/sandbox\/([^/?]*)\/([^/?]*)/.exec(target)?.slice(1) ?? [];
}

function badHost({ check, saw, expected }: HostFault): Answer {
  const trace: Step[] = [failed({ stage: 'syntax', check, rule: 'RFC 9112 §3.2' }, saw, expected)];
  return answer(400, [], refusal({ status: 400, trace }), trace);
}

async function answerTo(message: Message, tooLarge: boolean, open: OpenResource, env: Env): Promise<Answer> {
  // Node drops field lines beyond its own limit without a word, so a full list is not to be believed.
  if (message.fields.length >= 1000) return refuse(431, 'There are more field lines than this server reads.');
  if (tooLarge) return refuse(413, 'The content is larger than 64 KiB.', [['Connection', 'close']]);
  try {
    return await respond(message, open, env);
  } catch (error) {
    // What cannot be checked is not believed; a resource that needs no store never comes here.
    if (!isStoreUnavailable(error)) throw error;
    return refuse(503, storeAway.detail, [['Retry-After', storeAway.retryAfter]]);
  }
}

function envOf(host: string | undefined, { base }: OpenResource, owner: string | undefined): Env {
  return serverEnv(currentStore(), base, publicOrigin(host), owner);
}
