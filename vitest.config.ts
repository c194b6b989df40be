import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: [
      'app/**/*.test.tsx',
      'components/**/*.test.ts',
      'lib/**/*.test.ts',
      'next/**/*.test.ts',
      'scripts/**/*.test.ts',
      'stacks/recorder/*.test.ts',
    ],
    // All cores; by default it leaves one out, which is half of two.
    maxWorkers: '100%',
    // Tests that read all texts take some seconds, and longer on a machine that does something else too.
    testTimeout: 20_000,
    typecheck: { enabled: false },
  },
});
