/** Metadata whose well-known name stands between host and path (RFC 8414 §3.1, RFC 9728 §3.1). */
import type { Message } from '@/lib/http-auth/message';
import { currentStore } from '@/lib/store/current';
import { currentWire } from '@/lib/wire/tap';
import { serverEnv } from './env';
import { openResource } from './open-resource';
import { publicOrigin } from './origin';
import { respond, unknownResource } from './respond';

const shape = /^(\/\.well-known\/[a-z-]+)\/api\/sandbox\/([^/?]*)\/([^/?]*)([^?]*)/;

/** Answers from the resource that the address names: what it has under the same name below its own base. */
export async function wellKnown(request: Request): Promise<Response> {
  const wire = currentWire();
  const target = wire?.path ?? new URL(request.url).pathname;
  const [, name, slug = '', id = '', rest = ''] = shape.exec(target) ?? [];
  const open = name === undefined ? undefined : await openResource(slug, id);
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
    : unknownResource();
  const content = status === 204 ? null : body;
  return new Response(content, {
    status,
    statusText: reason,
    headers: answer.fields.map(([fieldName, value]): [string, string] => [fieldName, value]),
  });
}
