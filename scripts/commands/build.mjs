// `npm run build`: makes the production build, whatever there is already.
import { ensureBuilt } from '../build.mjs';
import { ensureInstalled } from '../install.mjs';

export default async function build() {
  await ensureInstalled();
  await ensureBuilt({ always: true });
}
