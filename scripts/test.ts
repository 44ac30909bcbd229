// `npm test`: sets up what is missing, runs every check and test, and ends with one line of counts. `npm run check` leaves the browsers out,
// `npm run lint` and `npm run packages` run the steps whose names start so, with what those need.
import { parseArgs } from 'node:util';
import { runCommand, UsageError } from './command-line.ts';
import { runSteps } from './test/run-steps.ts';
import { selectSteps } from './test/step.ts';
import { testSteps } from './test/steps.ts';

const USAGE = 'Usage: npm test, or npm run check for everything but the browser tests.';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'without-browsers': { type: 'boolean', default: false } },
  });
  const all = testSteps({ withBrowsers: !values['without-browsers'] });
  const prefix = positionals.join(' ');
  const steps = prefix === '' ? all : selectSteps(all, prefix);
  if (steps.length === 0)
    throw new UsageError(`No step starts with "${prefix}": ${all.map(({ name }) => name).join(', ')}.`);
  const start = performance.now();
  const { passed, failed } = await runSteps(steps);
  console.log(`All steps took ${((performance.now() - start) / 1000).toFixed(1)} s`);
  console.log(`tests: ${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

await runCommand(USAGE, main);
