// Runs the two test runners and reads their own counts, so that the last line of `npm test` counts tests exactly.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { browserReport, describeSlowest, failedFiles } from './browser-report.ts';
import { PROGRESS } from './progress-reporter.ts';
import { ROOT, runProgram } from './run-program.ts';
import type { ProgramResult } from './run-program.ts';
import { asOneTest } from './step.ts';
import type { StepOutcome } from './step.ts';

const FOLDER = join(ROOT, 'artifacts');

/** The number of slowest tests and files that a run of browser tests lists at its end. */
const SLOWEST = 10;

const vitestReport = v.pipe(
  v.object({ numPassedTests: v.number(), numFailedTests: v.number(), success: v.boolean() }),
  v.transform((report) => ({ passed: report.numPassedTests, failed: report.numFailedTests })),
);
const playwrightReport = v.pipe(
  browserReport,
  v.transform((report) => {
    const files = failedFiles(report);
    return {
      passed: report.stats.expected,
      failed: report.stats.unexpected + report.stats.flaky,
      notes: describeSlowest(report, SLOWEST),
      ...(files.length === 0 ? {} : { command: `npm run browser -- ${files.join(' ')}` }),
    };
  }),
);

type Reported = Omit<StepOutcome, 'output'>;

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
  return count(runProgram(['vitest', 'vitest'], args), file, vitestReport);
}

/** `projects`: of playwright.config.ts; `env`: the browsers' paths; `report`: prints a line of progress. */
export function runPlaywright(
  projects: readonly string[],
  env: Readonly<Record<string, string>>,
  report: (progress: string) => void,
): Promise<StepOutcome> {
  const file = reportFile('browser-tests');
  const reporters = ['list', 'json', join(import.meta.dirname, 'progress-reporter.ts')];
  const args = [
    'test',
    `--reporter=${reporters.join(',')}`,
    ...projects.map((project) => `--project=${project}`),
  ];
  const run = runProgram(['@playwright/test', 'playwright'], args, {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    onLine: (line) => {
      if (line.startsWith(PROGRESS)) report(line.slice(PROGRESS.length));
    },
  });
  return count(run, file, playwrightReport);
}

function reportFile(name: string): string {
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `${name}.json`);
  // An older report must not be counted when the runner does not write one.
  rmSync(file, { force: true });
  return file;
}

async function count(
  run: Promise<ProgramResult>,
  file: string,
  report: v.GenericSchema<unknown, Reported>,
): Promise<StepOutcome> {
  const { hasPassed, output } = await run;
  const counts = readCounts(file, report);
  if (counts === null) return asOneTest(false, output);
  // A runner that fails without a failed test (a file that does not load, an error between tests) is a failure too.
  const failed = !hasPassed && counts.failed === 0 ? 1 : counts.failed;
  return { ...counts, failed, output };
}

function readCounts(file: string, report: v.GenericSchema<unknown, Reported>): Reported | null {
  try {
    return v.parse(report, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // No report: the runner ended before its first test, and its output has the reason.
    return null;
  }
}
