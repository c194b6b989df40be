// Imports a module of the sources, TypeScript and aliases as they are, without a build: with the loader of the tests.
import { runnerImport } from 'vite';
import { root } from './paths.mjs';

/** @param {string} file Its path. @returns {Promise<any>} What the module exports. */
export async function importSource(file) {
  const { module } = await runnerImport(file, {
    root,
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@': root } },
  });
  return module;
}
