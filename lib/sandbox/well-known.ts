/** Metadata whose well-known name stands between host and path (RFC 8414 §3.1, RFC 9728 §3.1). */
import type { Message } from '@/lib/http-auth/message';
import { currentStore } from '@/lib/store/current';
import { currentWire } from '@/lib/wire/tap';
import { serverEnv } from './env';
import { openDoor } from './open-door';
import { publicOrigin } from './origin';
import { respond, unknownDoor } from './respond';

const shape = /^(\/\.well-known\/[a-z-]+)\/api\/sandbox\/([^/?]*)\/([^/?]*)([^?]*)/;

/** Answers from the door that the address names: what it has under the same name below its own base. */
export async function wellKnown(request: Request): Promise<Response> {
  const wire = currentWire();
  const target = wire?.path ?? new URL(request.url).pathname;
  const [, name, slug = '', id = '', rest = ''] = shape.exec(target) ?? [];
  const open = name === undefined ? undefined : await openDoor(slug, id);
  const fields = [...request.headers];
  const { status, reason, body, ...answer } = open
    ? await respond(
        {
          method: request.method,
          target: open.base + name + rest,
          fields,
          body: new Uint8Array(),
        } satisfies Message,
        open,
        serverEnv(currentStore(), open.base, publicOrigin(request.headers.get('Host'))),
      )
    : unknownDoor();
  const content = status === 204 ? null : body;
  return new Response(content, {
    status,
    statusText: reason,
    headers: answer.fields.map(([fieldName, value]): [string, string] => [fieldName, value]),
  });
}
