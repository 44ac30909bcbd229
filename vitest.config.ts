// Unit tests run in Node: lib is pure, and what needs a browser is tested in real browsers (test/browser).
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** These replace global objects or start programs: each file gets a module graph of its own. */
const ISOLATED = ['test/unit/platform/**/*.test.ts', 'test/unit/{scripts,tools}/**/*.test.ts'];

export default defineConfig({
  test: {
    // For a machine many times slower than a developer's: only a test that fails ever takes so long. ms
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'threads',
    maxWorkers: availableParallelism(),
    projects: [
      // Pure modules keep no state, so that test files can share what was imported; this halves the time.
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
