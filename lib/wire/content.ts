/** The content of a request (RFC 9112 §6). */
import type { IncomingMessage } from 'node:http';
import { readTarget } from './target';

/** How much content is read, in octets; a text to diagnose may be longer than what the sandbox reads. */
export const contentLimits = { usual: 64 * 1024, diagnosis: 256 * 1024 };

/** How much content of a request to `target` is read. */
export function contentLimit(target: string): number {
  const isDiagnosis = /^\/api\/diagnose(?![^/?])/.test(readTarget(target).path ?? '');
  return isDiagnosis ? contentLimits.diagnosis : contentLimits.usual;
}

const none = new Uint8Array();

/** The octets of the content, or undefined where there are more than `limit`. Rejects where the client goes away. */
export async function readContent(request: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  const { 'content-length': length, 'transfer-encoding': coding } = request.headers;
  if (length === undefined && coding === undefined) return none;
  if (Number(length ?? 0) > limit) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      // What else comes is dropped.
      else resolve(undefined);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => reject(new Error('The client went away')));
  });
}
