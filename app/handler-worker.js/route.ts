import { handlerWorker, workerPolicy } from '@/lib/handlers/serve';

/** Made once, with the build. */
export const dynamic = 'force-static';

/** The worker in which the code of a handler runs, cut off from the network by its own policy. */
export function GET(): Response {
  return new Response(handlerWorker(), {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Content-Security-Policy': workerPolicy },
  });
}
