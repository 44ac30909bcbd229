// `npm run fix`: fixes what the linters can, regenerates pages and snapshots, and formats everything.
import { runCommand } from './command-line.ts';
import { runSteps } from './test/run-steps.ts';
import { fixSteps } from './test/steps.ts';

await runCommand('Usage: npm run fix', async () => ((await runSteps(fixSteps())).failed === 0 ? 0 : 1));
