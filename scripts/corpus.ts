// `npm run corpus`: the whole corpus of mixed pages in both browsers, with recall and precision printed, and beside Chromium's own issues.
// `npm test` visits a part of it.
// `CORPUS=iframe npm run corpus` visits the pages whose name has that pattern; arguments are Playwright's.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './ensure-build.ts';

ensureBuild('chromium');
ensureBuild('firefox');
const playwright = fileURLToPath(import.meta.resolve('@playwright/test/cli'));
// One after the other: a busy machine makes late what a page asks for.
const projects = ['--project=chromium', '--project=firefox', '--workers=1'];
const { status } = spawnSync(
  process.execPath,
  [playwright, 'test', 'mixed-corpus', 'differential', ...projects, ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { CORPUS: '', ...process.env },
  },
);
process.exitCode = status ?? 1;
