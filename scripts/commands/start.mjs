// `npm start`: installs and builds where it is needed, then serves.
import { ensureBuilt } from '../build.mjs';
import { ensureInstalled } from '../install.mjs';
import { checkPort, parsePort, proxyPort } from '../port.mjs';
import { serve } from '../server.mjs';

export default async function start() {
  // First what can be known at once: nobody should wait for a build to hear that the port is taken.
  const port = parsePort(process.env.PORT);
  await checkPort(port);
  await ensureInstalled();
  await ensureBuilt();
  process.env.PROXY_PORT = await proxyPort(process.env.PROXY_PORT, port);
  await serve('production', port);
}
