// `npm run corpus`: the whole corpus of mixed pages in both browsers, with recall and precision printed. `npm test` visits a part of it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './ensure-build.ts';

ensureBuild('chromium');
ensureBuild('firefox');
const playwright = fileURLToPath(import.meta.resolve('@playwright/test/cli'));
const projects = ['--project=chromium', '--project=firefox'];
const { status } = spawnSync(
  process.execPath,
  [playwright, 'test', 'mixed-corpus', ...projects, ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { ...process.env, CORPUS: 'all' },
  },
);
process.exitCode = status ?? 1;
