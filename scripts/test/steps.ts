// What `npm test` runs, in the order in which it is told when nothing fails: the longest first, so that two cores are busy to the end.
import { ensureBrowser } from '../setup/ensure-browser.ts';
import { PATH_VARIABLES } from '../setup/find-browser.ts';
import type { BrowserName } from '../setup/find-browser.ts';
import { runPlaywright, runVitest } from './counted-tests.ts';
import { runProgram } from './run-program.ts';
import { lintPackage } from './store-lint.ts';
import { asOneTest } from './step.ts';
import type { Step, StepOutcome } from './step.ts';

/** The projects of playwright.config.ts that open each browser. */
const PROJECTS: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ['chromium', 'chromium-security-info'],
  firefox: ['firefox'],
};
const BUILDS = ['build for Chromium', 'build for Firefox'] as const;

export function testSteps({ withBrowsers }: { readonly withBrowsers: boolean }): readonly Step[] {
  const found: Partial<Record<BrowserName, string>> = {};
  const set = (name: BrowserName) => async (): Promise<StepOutcome> => {
    found[name] = await ensureBrowser(name);
    return asOneTest(true, '');
  };
  const checks = [
    step('unit tests', () => runVitest('unit-tests', 'vitest.config.ts')),
    step(BUILDS[0], () => one(['wxt', 'wxt'], ['build', '-b', 'chrome'])),
    step(BUILDS[1], () => one(['wxt', 'wxt'], ['build', '-b', 'firefox'])),
    step('types', () => one(['typescript', 'tsc'], ['--noEmit', '-p', '.'])),
    step('lint', () => one(['oxlint', 'oxlint'], ['--type-aware', '--deny-warnings'])),
    step('format', () => one(['prettier', 'prettier'], ['--check', '--log-level=warn', '.'])),
    step('package tests', () => runVitest('package-tests', 'vitest.package.config.ts'), BUILDS),
    step('store lint, Chromium', () => lintPackage('chrome'), [BUILDS[0]]),
    step('store lint, Firefox', () => lintPackage('firefox'), [BUILDS[1]]),
  ];
  if (!withBrowsers) return checks;
  return [
    ...checks,
    step('find Chromium', set('chromium')),
    step('find Firefox', set('firefox')),
    {
      ...step('browser tests', () => testInBrowsers(found), [...BUILDS]),
      alone: true,
    },
  ];
}

function step(name: string, run: Step['run'], after: readonly string[] = []): Step {
  return { name, run, after, alone: false };
}

async function one(program: readonly [string, string], args: readonly string[]): Promise<StepOutcome> {
  const { hasPassed, output } = await runProgram(program, args);
  return asOneTest(hasPassed, output);
}

/** In the browsers that are there; one that is not has failed in its own step. */
function testInBrowsers(found: Partial<Record<BrowserName, string>>): Promise<StepOutcome> {
  const names = (['chromium', 'firefox'] as const).filter((name) => found[name] !== undefined);
  const env = Object.fromEntries(names.map((name) => [PATH_VARIABLES[name], found[name] ?? '']));
  if (names.length === 0) return Promise.resolve(asOneTest(false, 'There is no browser to test in.'));
  return runPlaywright(
    names.flatMap((name) => PROJECTS[name]),
    env,
  );
}
