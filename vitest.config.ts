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
    testTimeout: 30_000,
    hookTimeout: 120_000,
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: {
          name: 'checks',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/web/**'],
          globalSetup: ['tests/support/built-server.ts', 'tests/support/postgis.ts'],
          maxWorkers: 2,
          // Modules are read once and not by each file anew: a fifth of the time was that.
          isolate: false,
        },
      },
      {
        extends: true,
        // These put things of a browser into the global scope, or another module in a module's place.
        test: { name: 'client', include: ['tests/web/**/*.test.{ts,tsx}'], maxWorkers: 2 },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/e2e/*.test.ts'],
          globalSetup: ['tests/support/built-server.ts'],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
