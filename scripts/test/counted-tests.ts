// Runs the two test runners and reads their own counts, so that the last line of `npm test` counts tests and not guesses.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { runProgram, ROOT } from './run-program.ts';
import { asOneTest } from './step.ts';
import type { Counts, StepOutcome } from './step.ts';

const FOLDER = join(ROOT, 'artifacts');

const vitestReport = v.pipe(
  v.object({ numPassedTests: v.number(), numFailedTests: v.number(), success: v.boolean() }),
  v.transform((report) => ({ passed: report.numPassedTests, failed: report.numFailedTests })),
);
/** A flaky test needed a second try: it found something, and is no passed one. */
const playwrightReport = v.pipe(
  v.object({ stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() }) }),
  v.transform(({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky })),
);

/** `name`: of the report's file; `config`: the configuration's file. */
export function runVitest(name: string, config: string): Promise<StepOutcome> {
  const file = reportFile(name);
  const args = [
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  return count(['vitest', 'vitest'], args, {}, file, vitestReport);
}

/** `projects`: of playwright.config.ts; `env`: where the browsers are. */
export function runPlaywright(
  projects: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<StepOutcome> {
  const file = reportFile('browser-tests');
  const args = ['test', '--reporter=list,json', ...projects.map((project) => `--project=${project}`)];
  return count(
    ['@playwright/test', 'playwright'],
    args,
    { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    file,
    playwrightReport,
  );
}

function reportFile(name: string): string {
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `${name}.json`);
  // An older report must not be counted when the runner does not get to write one.
  rmSync(file, { force: true });
  return file;
}

async function count(
  program: readonly [string, string],
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  file: string,
  report: v.GenericSchema<unknown, Counts>,
): Promise<StepOutcome> {
  const { hasPassed, output } = await runProgram(program, args, env);
  const counts = readCounts(file, report);
  if (counts === null) return asOneTest(false, output);
  // A runner that fails without a failed test (a file that does not load, an error between tests) is a failure too.
  const failed = !hasPassed && counts.failed === 0 ? 1 : counts.failed;
  return { passed: counts.passed, failed, output };
}

function readCounts(file: string, report: v.GenericSchema<unknown, Counts>): Counts | null {
  try {
    return v.parse(report, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // No report: the runner ended before its first test, and its output says why.
    return null;
  }
}
