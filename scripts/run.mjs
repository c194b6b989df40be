// The door to every command: `node scripts/run.mjs <command> [argument …]`.
// Node.js is checked before any module loads that an older one could not read.
import { checkNode } from './node-version.mjs';

const [name, ...rest] = process.argv.slice(2);

if (checkNode(process.versions.node)) {
  import(`./commands/${name}.mjs`)
    .then(({ default: command }) => command(rest))
    .catch((error) => {
      // A Stop is a sentence for the person at the terminal; anything else is a fault of ours, with its stack.
      if (error.name !== 'Stop') console.error(error);
      else if (error.message) console.error(error.message);
      process.exitCode = error.exitCode || 1;
    });
}
