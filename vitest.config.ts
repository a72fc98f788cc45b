import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    conditions: ['source'],
    alias: [
      {
        find: /^\.\.\/.*entry-point\.ts$/,
        replacement: `${import.meta.dirname}/tests/support/entry-point.ts`,
      },
    ],
  },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    pool: 'forks',
    globalSetup: ['tests/support/built-server.ts', 'tests/support/postgis.ts'],
    maxWorkers: 2,
  },
});
