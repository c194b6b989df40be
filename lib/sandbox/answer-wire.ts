/** The sandbox on Node's own server: reads what Node parsed, writes field lines as they are, and logs the exchange. */

import type { Exchange } from '@/lib/draft/exchange';
import { fieldValue } from '@/lib/http-auth/message';
import { readContent } from '@/lib/wire/content';
import { flat, pairs, sentHead } from '@/lib/wire/field-lines';
import { frontOf } from '@/lib/wire/front';
import { hostOf } from '@/lib/wire/host';
import type { Wire } from '@/lib/wire/tap';
import { answerRequest, type Reached } from './answer-request';
import { bodyLimit } from './body';
import { clientName } from './client-name';
import { logExchange } from './exchange-log';
import { wireOwner } from './limit';
import { type Answer, refuse, sentFields } from './respond';

/** Answers a request below `/api/sandbox` on its own response. A fault of the server itself is a 500, and is logged. */
export async function answerWire(wire: Wire): Promise<void> {
  const { request, method, target, path = '' } = wire;
  const fields = pairs(request.rawHeaders);
  try {
    const { answer, reached } = await answerRequest({
      message: { method, target: path, fields, ...(path !== target && { absolute: target }) },
      host: hostOf(wire),
      body: () => readContent(request, bodyLimit),
      wire,
    });
    write(answer, wire, reached);
  } catch (error) {
    if (request.destroyed) return;
    console.error(error);
    write(refuse(500, 'The server failed.'), wire, undefined);
  }
}

function write(answer: Answer, wire: Wire, reached: Reached | undefined): void {
  const { response } = wire;
  const id = crypto.randomUUID();
  if (reached) response.once('finish', () => void log(id, answer, wire, reached));
  const fields = sentFields(answer, Buffer.byteLength(answer.body), id);
  response.writeHead(answer.status, answer.reason, flat(fields));
  response.end(answer.status === 204 ? undefined : answer.body);
}

async function log(id: string, answer: Answer, wire: Wire, { message, open }: Reached): Promise<void> {
  const { reason, fields } = sentHead(wire.response);
  const { absolute, ...request } = message;
  const exchange: Exchange = {
    id,
    at: new Date().toISOString(),
    client: clientName(fieldValue(message, 'User-Agent')),
    request: {
      ...request,
      target: absolute ?? request.target,
      body: message.body.length ? new TextDecoder().decode(message.body) : '',
    },
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
