// `npm run corpus`: visits the whole corpus of mixed pages in both browsers and prints recall and precision, with Chromium's own issues for
// comparison. `npm test` visits a part of it. `CORPUS=iframe npm run corpus` visits the pages whose name has that pattern; arguments are
// Playwright's.
import { ensureBuild } from './ensure-build.ts';
import { runPlaywrightHere } from './playwright.ts';

ensureBuild('chromium');
ensureBuild('firefox');
// One after the other: on a busy machine a page's requests are late.
const projects = ['--project=chromium', '--project=firefox', '--workers=1'];
process.exitCode = runPlaywrightHere(
  ['mixed-corpus', 'differential', ...projects, ...process.argv.slice(2)],
  {
    CORPUS: process.env['CORPUS'] ?? '',
  },
);
