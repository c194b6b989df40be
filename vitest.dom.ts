// What a page has before its program runs: the address of the server, the script of the head, and nothing of other pages.
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, inject } from 'vitest';
import { headScript } from '@/lib/early/head-script';
import { resetProgress } from '@/lib/progress/record';

declare global {
  var happyDOM: { setURL(url: string): void };
}

// A server answers later on a machine that does something else too.
configure({ asyncUtilTimeout: 5000 });

beforeEach(() => {
  globalThis.happyDOM.setURL(`${inject('origin')}/`);
  localStorage.clear();
  resetProgress();
  // The head runs before the program of a page, and is not a part of it.
  new Function(headScript())();
});
afterEach(cleanup);
