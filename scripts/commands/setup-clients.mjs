// `npm run setup:clients`: installs the clients, servers and browsers of Debian that some tests drive.
import { installDebianPackages } from '../debian.mjs';

export default async function setupClients() {
  await installDebianPackages();
}
