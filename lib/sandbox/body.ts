/** Reads what a client sends, and no more than a limit of it (RFC 9110 §15.5.14). */
import { contentLimits } from '@/lib/wire/content';

export const bodyLimit = contentLimits.usual;

/** The octets of the content, or undefined where it is larger than `limit`; what is beyond is not read. */
export async function readBody(request: Request, limit = bodyLimit): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get('Content-Length') ?? 0) > limit) return undefined;
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return join(chunks, size);
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
