// Browser tests: the built extension in real browsers on the lab's real servers. No retries: a test that fails now and then has found
// something. Chromium runs twice, because its certificate feature changes what the extension is told; the second time only where that matters.
import { parseArgs } from 'node:util';
import { defineConfig } from '@playwright/test';
import { ASKED } from './test/browser/asked.ts';
import type { InBrowser } from './test/browser/in-browser.ts';

// Playwright keeps -g from its workers, which take their environment from this process.
const { grep } = parseArgs({
  options: { grep: { type: 'string', short: 'g' } },
  strict: false,
  allowPositionals: true,
}).values;
if (typeof grep === 'string') process.env[ASKED] = grep;

/** What the other projects do on all pages. */
const REPORTED = '**/reported-certificates.spec.ts';

export default defineConfig<object, InBrowser>({
  testDir: 'test/browser',
  outputDir: 'artifacts/browser-tests',
  fullyParallel: false,
  // One more than the two cores of a small machine: tests wait for pages much of their time.
  workers: 3,
  retries: 0,
  // Both are for a machine several times slower than a developer's: only a test that fails ever takes so long.
  timeout: 120_000,
  // For the states that tests wait for: what a frame could not tell at once it tells some seconds later, and a busy machine adds its own.
  expect: { timeout: 40_000 },
  reporter: [['list'], ['json', { outputFile: 'artifacts/browser-tests.json' }]],
  projects: [
    { name: 'chromium', use: { browserKind: 'chromium' }, testIgnore: REPORTED },
    {
      name: 'chromium-security-info',
      use: { browserKind: 'chromium-security-info' },
      testMatch: [REPORTED, '**/certificates.spec.ts'],
    },
    // The views are plain pages in Chromium, and inspect opens both browsers itself, and issues are Chromium's; all else is
    // done here too.
    {
      name: 'firefox',
      use: { browserKind: 'firefox' },
      testIgnore: [REPORTED, '**/views/**', '**/inspect.spec.ts', '**/differential.spec.ts'],
    },
  ],
});
