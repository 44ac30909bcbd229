// Unit tests run in Node: lib is pure, and code that needs a browser is tested in real browsers (test/browser).
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests that replace global objects or start programs: each file gets its own module graph. */
const ISOLATED = ['test/unit/platform/**/*.test.ts', 'test/unit/{scripts,tools}/**/*.test.ts'];

export default defineConfig({
  test: {
    // ms. They allow for a machine many times slower than a developer's; only a failing test takes so long.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'threads',
    maxWorkers: availableParallelism(),
    projects: [
      // Pure modules have no state, so test files can share the imported modules, which halves the time.
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['test/unit/**/*.test.ts'],
          exclude: ISOLATED,
          isolate: false,
        },
      },
      { extends: true, test: { name: 'isolated', include: ISOLATED } },
    ],
  },
});
