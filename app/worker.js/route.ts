import { workerScript } from '@/lib/offline/serve';

/** Made when it is asked for, since it belongs to the build as a whole. */
export const dynamic = 'force-dynamic';

/** The service worker. A browser asks for it after every page, so an unchanged one costs a line. */
export function GET(request: Request): Response {
  const version = process.env.DOORMAN_BUILD ?? '';
  const fields = { ETag: `"${version}"`, 'Cache-Control': 'no-cache' };
  if (request.headers.get('If-None-Match')?.includes(fields.ETag)) {
    return new Response(null, { status: 304, headers: fields });
  }
  return new Response(workerScript(version), {
    headers: { ...fields, 'Content-Type': 'text/javascript; charset=utf-8' },
  });
}
