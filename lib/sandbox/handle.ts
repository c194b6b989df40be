/** The adapter between the framework and `respond`: reads the wire, writes it, and keeps the exchange. */
import type { ServerResponse } from 'node:http';
import { type Field, fieldValue, type Message } from '@/lib/http-auth/message';
import type { Env } from '@/lib/http-auth/scheme';
import { currentStore } from '@/lib/store/current';
import { isStoreUnavailable } from '@/lib/store/store';
import { pairs, sentHead } from '@/lib/wire/field-lines';
import { frontOf } from '@/lib/wire/front';
import { currentWire, type Wire } from '@/lib/wire/tap';
import { readBody } from './body';
import { clientName } from './client-name';
import { type OpenDoor, openDoor } from './door';
import { serverEnv } from './env';
import type { Exchange } from './exchange';
import { logExchange } from './exchange-log';
import { tooOften, wireOwner } from './limit';
import { publicOrigin } from './origin';
import { storeAway } from './problem';
import { askAtProxy } from './proxy-gate';
import { type Answer, refuse, respond, unknownDoor } from './respond';

/** Answers any request below `/api/sandbox/`. Nothing that a client sends makes it throw. */
export async function handle(request: Request): Promise<Response> {
  const wire = currentWire();
  const front = frontOf(wire);
  const often = tooOften(front ?? wire);
  if (often) return write(refuse(429, often.detail, [['Retry-After', often.seconds]]), wire, undefined);
  const { target, method, fields } = wire ? read(wire) : guess(request);
  const [, slug = '', id = ''] = /^\/api\/sandbox\/([^/?]*)\/([^/?]*)/.exec(target) ?? [];
  const open = await openDoor(slug, id);
  if (!open) return write(unknownDoor(), wire, undefined);

  const body = await readBody(request);
  const message: Message = { method, target, fields, body: body ?? new Uint8Array() };
  const atProxy = front && { ...message, target: front.target, fields: pairs(front.request.rawHeaders) };
  const owner = wireOwner(front ?? wire);
  const kept = atProxy && (await askAtProxy(atProxy, open, envOf(atProxy, open, owner)));
  if (kept) return write(kept, wire, { message: atProxy, open });
  const answer = await answerTo(message, body === undefined, open, owner);
  return write(answer, wire, { message, open });
}

async function answerTo(
  message: Message,
  tooLarge: boolean,
  open: OpenDoor,
  owner: string | undefined,
): Promise<Answer> {
  // Node drops field lines beyond its own limit without a word, so a full list is not to be believed.
  if (message.fields.length >= 1000) return refuse(431, 'There are more field lines than this server reads.');
  if (tooLarge) return refuse(413, 'The content is larger than 64 KiB.', [['Connection', 'close']]);
  try {
    return await respond(message, open, envOf(message, open, owner));
  } catch (error) {
    // What cannot be checked is not believed; a door that needs no store never comes here.
    if (!isStoreUnavailable(error)) throw error;
    return refuse(503, storeAway.detail, [['Retry-After', storeAway.retryAfter]]);
  }
}

function envOf(message: Message, { base }: OpenDoor, owner: string | undefined): Env {
  return serverEnv(currentStore(), base, publicOrigin(fieldValue(message, 'Host')), owner);
}

function read({ request, method, target }: Wire): Omit<Message, 'body'> {
  return { method, target: target.replace(/^https?:\/\/[^/?#]*/i, ''), fields: pairs(request.rawHeaders) };
}

/** What can be known where no tap runs: merged field lines and a normalised target. */
function guess(request: Request): Omit<Message, 'body'> {
  const { pathname, search } = new URL(request.url);
  return { method: request.method, target: pathname + search, fields: [...request.headers] };
}

type Reached = { message: Message; open: OpenDoor };

function write(answer: Answer, wire: Wire | undefined, reached: Reached | undefined): Response {
  const exchangeId = crypto.randomUUID();
  const content = new TextEncoder().encode(answer.body);
  const fields: Field[] = [
    ...answer.fields,
    ['Doorman-Exchange', exchangeId],
    ...(answer.status === 204 ? [] : [['Content-Length', String(content.length)] as const]),
  ];
  const body = answer.status === 204 ? null : content;
  const init = { status: answer.status, statusText: answer.reason };
  if (!wire) return new Response(body, { ...init, headers: fields.map(([name, value]) => [name, value]) });

  const { response } = wire;
  response.removeHeader('Vary');
  for (const [name, values] of byName(fields))
    response.setHeader(name, values.length > 1 ? values : (values[0] ?? ''));
  if (reached) response.once('finish', () => void keep(exchangeId, answer, wire, reached, response));
  // Written here, the content is spared the framework's streams: a seventh more requests a second.
  response.writeHead(answer.status, answer.reason).end(body ?? undefined);
  return new Response(null, init);
}

function byName(fields: readonly Field[]): Map<string, string[]> {
  const grouped = new Map<string, string[]>();
  for (const [name, value] of fields) grouped.set(name, [...(grouped.get(name) ?? []), value]);
  return grouped;
}

async function keep(id: string, answer: Answer, wire: Wire, reached: Reached, response: ServerResponse) {
  const { message, open } = reached;
  const { reason, fields } = sentHead(response);
  const exchange: Exchange = {
    id,
    at: new Date().toISOString(),
    client: clientName(fieldValue(message, 'User-Agent')),
    request: { ...message, body: new TextDecoder().decode(message.body) },
    response: {
      status: answer.status,
      reason,
      fields,
      body: message.method === 'HEAD' ? '' : answer.body,
    },
    trace: answer.trace,
    solved: answer.solved,
    milliseconds: Math.round((performance.now() - wire.began) * 10) / 10,
  };
  await logExchange(open.slug, open.id, exchange, wireOwner(frontOf(wire) ?? wire));
}
