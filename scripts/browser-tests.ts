// `npm run browser -- FILE…`: browser tests in both browsers, on a fresh build. The arguments are Playwright's, e.g. `-g "title"` or
// `--project=firefox`; without any, all of them run.
import { ensureBuild } from './ensure-build.ts';
import { runPlaywrightHere } from './playwright.ts';
import { ensureBrowser } from './setup/ensure-browser.ts';
import { BROWSER_NAMES } from './setup/find-browser.ts';
import type { BrowserName } from './setup/find-browser.ts';
import { browserEnvironment, projectsFor } from './test/browser-projects.ts';
import { runCommand } from './command-line.ts';

async function main(): Promise<number> {
  const found: Partial<Record<BrowserName, string>> = {};
  for (const name of BROWSER_NAMES) {
    ensureBuild(name);
    found[name] = await ensureBrowser(name);
  }
  const args = process.argv.slice(2);
  const projects = args.some((arg) => arg.startsWith('--project')) ? [] : projectsFor(found);
  return runPlaywrightHere(
    [...args, ...projects.map((project) => `--project=${project}`)],
    browserEnvironment(found),
  );
}

await runCommand('Usage: npm run browser -- [FILE…] [OPTIONS OF PLAYWRIGHT]', main);
