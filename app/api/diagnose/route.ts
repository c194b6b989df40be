/** Diagnoses a pasted text for a terminal. The text is read in memory, and neither kept nor logged. */

import { asText } from '@/lib/diagnose/as-text';
import { diagnosisOf } from '@/lib/figures/cause-knowledge';
import { jsonResponse, takesTexts } from '@/lib/sandbox/api';
import { readBody } from '@/lib/sandbox/body';
import { publicOrigin } from '@/lib/sandbox/origin';
import { nothingHere, problemResponse } from '@/lib/sandbox/problem';
import { contentLimits } from '@/lib/wire/content';

export const dynamic = 'force-dynamic';

export async function POST(request: Request): Promise<Response> {
  if (!takesTexts()) return problemResponse(404, nothingHere.detail);
  const body = await readBody(request, contentLimits.diagnosis).catch(() => undefined);
  if (!body) {
    const detail = 'The text is larger than 256 KiB. Cut out the request that fails, with its response.';
    return problemResponse(413, detail, { Connection: 'close' });
  }
  const diagnosis = diagnosisOf(new TextDecoder().decode(body), Date.now());
  if (wantsJson(request.headers.get('Accept'))) return jsonResponse(diagnosis);
  return new Response(asText(diagnosis, publicOrigin(request.headers.get('Host'))), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

/** True where JSON is named and text is not preferred (RFC 9110 §12.5.1). */
function wantsJson(accept: string | null): boolean {
  const types = (accept ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim());
  const weight = (name: string) => {
    const mediaRange = types.find((type) => type.split(';')[0]?.trim() === name);
    return mediaRange ? Number(/;\s*q=([\d.]+)/.exec(mediaRange)?.[1] ?? 1) : 0;
  };
  const json = weight('application/json');
  return json > 0 && json >= weight('text/plain');
}
