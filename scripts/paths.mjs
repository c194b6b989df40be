// Where things lie, whatever folder a command was started in, and how the server is run.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** What this copy of Doorman keeps for itself: the secret, the reports of the last test. Git ignores it. */
export const privateFolder = join(root, '.doorman');

export const packages = join(root, 'node_modules');
export const nextProgram = join(packages, 'next', 'dist', 'bin', 'next');
export const contentProgram = join(root, 'scripts', 'content.mjs');
export const serverProgram = join(root, 'next', 'server.mjs');

/**
 * Flags of Node.js for the production server. A larger young generation suits it, since every request leaves
 * much short-lived garbage; `npm run bench` shows the difference.
 */
export const productionFlags = ['--max-semi-space-size=64'];

/** The server's secret in tests, the same in every run. */
export const testSecret = 'toy-secret-of-the-tests-that-opens-no-door-elsewhere';
