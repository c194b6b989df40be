import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    // All cores; by default it leaves one out, which is half of two.
    maxWorkers: '100%',
    // Tests that read all texts take some seconds, and longer on a machine that does something else too.
    testTimeout: 20_000,
    // A new process for every file would take half of the time. Files share theirs, so each leaves it as it was.
    isolate: false,
    // What a test prints is shown where it fails.
    silent: 'passed-only',
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    typecheck: { enabled: false },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['{lib,next,scripts}/**/*.test.ts', 'stacks/recorder/*.test.ts', 'app/**/*.test.tsx'],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          include: ['components/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          globalSetup: 'vitest.server.ts',
          setupFiles: 'vitest.dom.ts',
        },
      },
    ],
  },
});
