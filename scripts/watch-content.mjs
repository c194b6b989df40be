// Checks the content while it is edited. A fault is said in the terminal; the pages go on, so that others can be read.
import { watch } from 'node:fs';
import { join } from 'node:path';
import { launch } from './child.mjs';
import { contentProgram, root } from './paths.mjs';

/** How long the files have to be left alone, in milliseconds: an editor may write several at once. */
const pauseMs = 300;

/**
 * Checks now, and again after each change below content/, one check at a time. Returns the function that ends the watch;
 * while it lasts, this program does not end (the watcher of Node.js 20 stays even where it is unreferenced).
 * @param {string} [program] The one that checks
 * @returns {() => void}
 */
export function watchContent(program = contentProgram) {
  let isRunning = false;
  let isStale = false;
  const check = () => {
    if (isRunning) {
      isStale = true;
      return;
    }
    [isRunning, isStale] = [true, false];
    launch(process.execPath, [program], { stdio: ['ignore', 'inherit', 'inherit'] }).once('close', () => {
      isRunning = false;
      if (isStale) check();
    });
  };
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  check();
  const watcher = watch(join(root, 'content'), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(check, pauseMs);
  });
  return () => {
    watcher.close();
    clearTimeout(timer);
  };
}
