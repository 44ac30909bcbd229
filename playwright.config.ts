// Browser tests: the built extension in real browsers on the lab's real servers. No retries: a test that fails sometimes has found a defect.
// Chromium runs twice, because its certificate feature changes what it reports to the extension; the second run covers only the affected tests.
import { parseArgs } from 'node:util';
import { defineConfig } from '@playwright/test';
import { ASKED } from './test/browser/asked.ts';
import type { InBrowser } from './test/browser/in-browser.ts';

// Playwright does not pass -g to its workers, but they inherit the environment of this process.
const { grep } = parseArgs({
  options: { grep: { type: 'string', short: 'g' } },
  strict: false,
  allowPositionals: true,
}).values;
if (typeof grep === 'string') process.env[ASKED] = grep;

/** Tests that only the project with Chromium's certificate feature runs. */
const REPORTED = '**/reported-certificates.spec.ts';

export default defineConfig<object, InBrowser>({
  testDir: 'test/browser',
  outputDir: 'artifacts/browser-tests',
  fullyParallel: false,
  // One more than the two cores of a small machine, because tests spend much time waiting for pages.
  workers: 3,
  retries: 0,
  // Both timeouts allow for a machine several times slower than a developer's; only a failing test takes so long.
  timeout: 120_000,
  // For the states that tests wait for: a frame that could not report at once retries some seconds later, and a busy machine adds to that.
  expect: { timeout: 40_000 },
  reporter: [['list'], ['json', { outputFile: 'artifacts/browser-tests.json' }]],
  projects: [
    { name: 'chromium', use: { browserKind: 'chromium' }, testIgnore: REPORTED },
    {
      name: 'chromium-security-info',
      use: { browserKind: 'chromium-security-info' },
      testMatch: [REPORTED, '**/certificates.spec.ts'],
    },
    // Firefox runs all tests except these: views are plain pages in Chromium, inspect opens both browsers itself, and issues exist only
    // in Chromium.
    {
      name: 'firefox',
      use: { browserKind: 'firefox' },
      testIgnore: [REPORTED, '**/views/**', '**/inspect.spec.ts', '**/differential.spec.ts'],
    },
  ],
});
