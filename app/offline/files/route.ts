import { offlineList } from '@/lib/offline/serve';

/** Made when it is asked for: it lists what the finished build holds. */
export const dynamic = 'force-dynamic';

/** What the service worker keeps. */
export function GET(): Response {
  const list = offlineList(process.env.DOORMAN_BUILD ?? '');
  if (!list) return new Response(null, { status: 404 });
  return new Response(list, {
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  });
}
