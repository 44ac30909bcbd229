// `npm test`: sets up what is missing, runs every check and test, and ends with one line of counts. `npm run check` leaves the browsers out.
import { parseArgs } from 'node:util';
import { runCommand } from './command-line.ts';
import { runSteps } from './test/run-steps.ts';
import { testSteps } from './test/steps.ts';

const USAGE = 'Usage: npm test, or npm run check for everything but the browser tests.';

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { 'without-browsers': { type: 'boolean', default: false } } });
  const start = performance.now();
  const { passed, failed } = await runSteps(testSteps({ withBrowsers: !values['without-browsers'] }));
  console.log(`All steps took ${((performance.now() - start) / 1000).toFixed(1)} s`);
  console.log(`tests: ${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

await runCommand(USAGE, main);
