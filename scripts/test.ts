// `npm test`: installs what is missing, runs every check and test, and ends with one line of counts. `npm run check` leaves out the browsers; `npm
// run lint` and `npm run packages` run the steps whose names start with that word, and the steps that those need.
import { createCommand, readCommand, runCommand, usageOf, UsageError } from './command-line.ts';
import { runSteps } from './test/run-steps.ts';
import { selectSteps } from './test/step.ts';
import { testSteps } from './test/steps.ts';

const command = createCommand('npm test')
  .argument('[step...]', 'only steps whose names start so, with what they need')
  .option('--without-browsers', 'everything but the browser tests, as npm run check does');
const USAGE = usageOf(command);

async function main(): Promise<number> {
  if (!readCommand(command, process.argv.slice(2))) {
    process.stdout.write(USAGE);
    return 0;
  }
  const all = testSteps({ withBrowsers: command.opts().withoutBrowsers !== true });
  const prefix = command.processedArgs[0].join(' ');
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
