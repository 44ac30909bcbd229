// The steps of `npm test`, in the order in which they are printed when nothing fails: the longest first, so that two cores are busy to the end.
import { ensureBrowser } from '../setup/ensure-browser.ts';
import type { BrowserName } from '../setup/find-browser.ts';
import { browserEnvironment, projectsFor } from './browser-projects.ts';
import type { FoundBrowsers } from './browser-projects.ts';
import { writeWordList } from '../words/write-words.ts';
import { runPlaywright, runVitest } from './counted-tests.ts';
import { runProgram } from './run-program.ts';
import { lintPackage } from './store-lint.ts';
import { asOneTest } from './step.ts';
import type { Step, StepOutcome } from './step.ts';

const TARGETS = ['chrome', 'firefox'] as const;
const BUILDS = TARGETS.map(buildName);
const SOURCES = ['lib', 'components', 'entrypoints', 'scripts', 'test'];
const PACKAGE_TESTS = 'vitest.package.config.ts';
/** Prettier caches its results by content: a second run reads only what has changed. */
const FORMAT = ['--cache', '--cache-strategy=content', '--cache-location=.cache/prettier', '.'];

export function testSteps({ withBrowsers }: { readonly withBrowsers: boolean }): readonly Step[] {
  return withBrowsers ? [...checks(), ...browserTests()] : checks();
}

/** The steps of `npm run fix`, which updates everything that a program can write. */
export function fixSteps(): readonly Step[] {
  return [
    program('lint', 'npm run lint', ['oxlint', 'oxlint'], ['--type-aware', '--fix']),
    step('words', 'npm run words', async () => {
      await writeWordList();
      return asOneTest(true, '');
    }),
    // The unit tests that compare generated pages of docs/ with their sources have such names; the other one has the catalogue's schema.
    program(
      'docs',
      'npm run docs',
      ['vitest', 'vitest'],
      ['run', 'docs.test', 'read-catalogue.test', '--update'],
    ),
    ...builds(),
    {
      ...program(
        'snapshots',
        'npm run packages',
        ['vitest', 'vitest'],
        ['run', '--update', '--config', PACKAGE_TESTS],
      ),
      after: BUILDS,
    },
    {
      ...program(
        'format',
        'npm run format',
        ['prettier', 'prettier'],
        ['--write', '--log-level=warn', ...FORMAT],
      ),
      alone: true,
    },
  ];
}

function checks(): readonly Step[] {
  return [
    step('unit', 'npm run unit', () => runVitest('unit-tests', 'vitest.config.ts')),
    ...builds(),
    program('types', 'npm run types', ['typescript', 'tsc'], ['-p', '.']),
    program('lint code', 'npm run lint -- code', ['oxlint', 'oxlint'], ['--type-aware', '--deny-warnings']),
    program('lint styles', 'npm run lint -- styles', ['stylelint', 'stylelint'], ['components/**/*.css']),
    program(
      'lint modules',
      'npm run lint -- modules',
      ['dependency-cruiser', 'depcruise'],
      ['--config', 'module-rules.config.ts', ...SOURCES],
    ),
    program('lint unused', 'npm run lint -- unused', ['knip', 'knip'], ['--no-progress']),
    program('format', 'npm run format', ['prettier', 'prettier'], ['--check', '--log-level=warn', ...FORMAT]),
    {
      ...step('packages tests', 'npm run packages -- tests', () => runVitest('package-tests', PACKAGE_TESTS)),
      after: BUILDS,
    },
    ...TARGETS.map((target) => ({
      ...step(`packages lint ${target}`, `npm run packages -- lint ${target}`, () => lintPackage(target)),
      after: [buildName(target)],
    })),
  ];
}

function builds(): readonly Step[] {
  return TARGETS.map((target) =>
    program(buildName(target), 'npm run build', ['wxt', 'wxt'], ['build', '-b', target]),
  );
}

function browserTests(): readonly Step[] {
  const found: Partial<Record<BrowserName, string>> = {};
  const find = (name: BrowserName) => async (): Promise<StepOutcome> => {
    found[name] = await ensureBrowser(name);
    return asOneTest(true, '');
  };
  return [
    step('find Chromium', 'npm run browser -- --list', find('chromium')),
    step('find Firefox', 'npm run browser -- --list', find('firefox')),
    {
      ...step('browser tests', 'npm run browser', (report) => testInBrowsers(found, report)),
      after: BUILDS,
      alone: true,
    },
  ];
}

function buildName(target: string): string {
  return `build ${target}`;
}

function step(name: string, command: string, run: Step['run']): Step {
  return { name, command, run, after: [], alone: false };
}

/** A step that is one program of a dependency: it passes when the program exits with 0. */
function program(
  name: string,
  command: string,
  programName: readonly [string, string],
  args: readonly string[],
): Step {
  return step(name, command, async () => {
    const { hasPassed, output } = await runProgram(programName, args);
    return asOneTest(hasPassed, output);
  });
}

/** Runs in the available browsers; an unavailable one has failed in its own step. */
function testInBrowsers(found: FoundBrowsers, report: (progress: string) => void): Promise<StepOutcome> {
  const projects = projectsFor(found);
  if (projects.length === 0) return Promise.resolve(asOneTest(false, 'There is no browser to test in.'));
  return runPlaywright(projects, browserEnvironment(found), report);
}
