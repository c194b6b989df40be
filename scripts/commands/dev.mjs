// `npm run dev`: serves the sources as they are edited.
import { ensureInstalled } from '../install.mjs';
import { checkPort, parsePort } from '../port.mjs';
import { serve } from '../server.mjs';
import { watchContent } from '../watch-content.mjs';

export default async function dev() {
  const port = parsePort(process.env.PORT);
  await checkPort(port);
  await ensureInstalled();
  const endWatch = watchContent();
  // A server that was refused its start ends this command too.
  await serve('development', port).finally(endWatch);
}
