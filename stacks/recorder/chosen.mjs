// What `npm run stacks` is asked for: which stacks, and whether the record changes.
import { parseArgs } from 'node:util';
import { Stop } from '../../scripts/stop.mjs';
import { readStack, stackNames } from './declaration.mjs';

/**
 * The stacks that the arguments name, or all. Throws a Stop where an option or a stack is unknown, and where a source
 * fits none of the names: otherwise that would look like a record without a difference.
 * @param {readonly string[]} args `express-passport`, `--npm`, `--debian`, `--write`
 */
export function chosenStacks(args) {
  const { values, positionals } = argumentsIn(args);
  const names = stackNames();
  const unknown = positionals.filter((name) => !names.includes(name));
  if (unknown.length)
    throw new Stop(`There is no stack ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  const sources = ['npm', 'debian'].filter((from) => values[/** @type {'npm' | 'debian'} */ (from)]);
  const chosen = (positionals.length ? positionals : names)
    .map(readStack)
    .filter(({ from }) => !sources.length || sources.includes(from));
  if (!chosen.length)
    throw new Stop(`None of these is of ${sources.join(' or ')}: ${positionals.join(', ')}.`);
  return { chosen, write: values.write === true };
}

/** @param {readonly string[]} args */
function argumentsIn(args) {
  const flag = /** @type {const} */ ({ type: 'boolean' });
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { npm: flag, debian: flag, write: flag },
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Stop(`${error.message}. There are --npm, --debian and --write, and the names of stacks.`);
  }
}
