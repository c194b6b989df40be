/** The sandbox on Node's own server: reads what Node parsed, writes field lines as they are, and logs the exchange. */

import type { Exchange } from '@/lib/draft/exchange';
import { fieldValue } from '@/lib/http-auth/message';
import { readContent } from '@/lib/wire/content';
import { flat, headText, pairs, parseHead } from '@/lib/wire/field-lines';
import { hostOf } from '@/lib/wire/host';
import type { Wire } from '@/lib/wire/tap';
import { answerRequest, type Reached } from './answer-request';
import { bodyLimit } from './body';
import { clientName } from './client-name';
import { lengthOfText, logLater } from './exchange-log';
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

/** Logs what is known of an exchange now; what is said of it is worded when somebody reads the log. */
async function log(id: string, answer: Answer, wire: Wire, { message, open, owner }: Reached): Promise<void> {
  const { absolute, method, target, fields, body } = message;
  const { status, trace, solved } = answer;
  const [at, milliseconds] = [Date.now(), Math.round((performance.now() - wire.began) * 10) / 10];
  const [head, lines] = [headText(wire.response), flat(fields)];
  const sent = body.length ? new TextDecoder().decode(body) : '';
  const received = method === 'HEAD' ? '' : answer.body;
  // It lives as long as the log, so it must not hold the request or the response.
  const make = (): Exchange => ({
    id,
    at: new Date(at).toISOString(),
    client: clientName(fieldValue({ fields: pairs(lines) }, 'User-Agent')),
    request: { method, target: absolute ?? target, fields: pairs(lines), body: sent },
    response: { status, ...(typeof head === 'string' ? parseHead(head) : head), body: received },
    trace,
    solved,
    milliseconds,
  });
  const length = lengthOfText({ fields, trace, bodies: sent.length + received.length });
  await logLater(open, { length, make }, owner);
}
