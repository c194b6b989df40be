// The program that checks the content: lessons, quizzes, causes, words, snippets, and what the sandbox answers to them.
// Vite loads its TypeScript, as it does for the unit tests, so that Node.js 20 runs it without a build.
import { createServer } from 'vite';
import { root } from './paths.mjs';

const vite = await createServer({
  configFile: false,
  root,
  logLevel: 'error',
  appType: 'custom',
  resolve: { alias: { '@': root.replace(/[\\/]$/, '') } },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
try {
  const { checkAll } = await vite.ssrLoadModule('/lib/figures/check-all.ts');
  await checkAll();
} catch (error) {
  // A fault of the content is a sentence with file and key; anything else is a fault of ours, with its stack.
  const { name, message } = /** @type {Error} */ (error);
  console.error(name === 'ContentError' ? message : error);
  process.exitCode = 1;
} finally {
  await vite.close();
}
