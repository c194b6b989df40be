// The scripts of a build, as a browser compiles them fastest. V8 compiles a function when it is first called, on the main
// thread, unless it stands in parentheses: that is how a function is written that is called at once, so it is compiled
// while the file arrives, on another thread. The framework's bundler writes each module as a function that it
// calls as soon as all files are there.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'acorn';

/**
 * A script of the bundler with each of its modules in parentheses; any other script as it is.
 * Throws a SyntaxError where the text is no script.
 * @param {string} code
 * @returns {string}
 */
export function compileModulesEarly(code) {
  const pieces = [];
  let end = 0;
  for (const module of modules(code)) {
    if (code[module.start - 1] === '(') continue;
    pieces.push(code.slice(end, module.start), '(', code.slice(module.start, module.end), ')');
    end = module.end;
  }
  return pieces.join('') + code.slice(end);
}

/**
 * Rewrites the scripts in a folder.
 * Throws where no script is as this module knows it.
 * @param {string} folder
 */
export function compileEarly(folder) {
  let changed = 0;
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
    const file = path.join(folder, name);
    const before = readFileSync(file, 'utf8');
    const after = compileModulesEarly(before);
    if (after === before) continue;
    writeFileSync(file, after);
    changed += 1;
  }
  if (changed === 0)
    throw new Error('The framework writes its modules in a way that next/eager.mjs does not know.');
}

/**
 * The functions in `….push([script, id, function, id, function …])`, in their order.
 * @param {string} code
 */
function modules(code) {
  return parse(code, { ecmaVersion: 'latest' }).body.flatMap((statement) => {
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'CallExpression') return [];
    const [list] = statement.expression.arguments;
    if (list?.type !== 'ArrayExpression') return [];
    return list.elements.filter(
      (element) => element?.type === 'ArrowFunctionExpression' || element?.type === 'FunctionExpression',
    );
  });
}
