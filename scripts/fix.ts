// `npm run fix`: mends what the linter can, writes generated pages and snapshots anew, and formats everything.
import { runCommand } from './command-line.ts';
import { runSteps } from './test/run-steps.ts';
import { fixSteps } from './test/steps.ts';

await runCommand('Usage: npm run fix', async () => ((await runSteps(fixSteps())).failed === 0 ? 0 : 1));
