// The lines that a run of browser tests prints while it runs.
import { describe, expect, it } from 'vitest';
import type { TestCase } from '@playwright/test/reporter';
import ProgressReporter, { PROGRESS } from '../../../scripts/test/progress-reporter.ts';

/** The part of a test that the reporter reads. */
function testCase(file: string, title: string): TestCase {
  const parts = {
    title,
    expectedStatus: 'passed',
    location: { file: `/tests/${file}`, line: 1, column: 1 },
    parent: { project: () => ({ name: 'firefox' }) },
  };
  // Playwright's type has dozens of members that are not needed here.
  return parts as unknown as TestCase;
}

const a1 = testCase('a.spec.ts', 'opens');
const a2 = testCase('a.spec.ts', 'closes');
const b1 = testCase('b.spec.ts', 'waits');

function start(): { reporter: ProgressReporter; lines: string[]; clock: { now: number } } {
  const lines: string[] = [];
  const clock = { now: 0 };
  const reporter = new ProgressReporter(
    {},
    (line) => lines.push(line),
    () => clock.now,
  );
  reporter.onBegin({ rootDir: '/tests' }, { allTests: () => [a1, a2, b1] });
  return { reporter, lines, clock };
}

describe('ProgressReporter', () => {
  it('prints a line when the last test of a file has ended', () => {
    const { reporter, lines } = start();
    reporter.onTestEnd(a1, { status: 'passed' });
    expect(lines).toEqual([]);
    reporter.onTestEnd(a2, { status: 'skipped' });
    reporter.onTestEnd(b1, { status: 'passed' });
    expect(lines).toEqual([
      `${PROGRESS}2 of 3 a.spec.ts (firefox) ✓`,
      `${PROGRESS}3 of 3 b.spec.ts (firefox) ✓`,
    ]);
  });

  it('prints a failed test at once, and the file with it', () => {
    const { reporter, lines } = start();
    reporter.onTestEnd(a1, { status: 'timedOut' });
    reporter.onTestEnd(a2, { status: 'passed' });
    expect(lines).toEqual([
      `${PROGRESS}1 of 3, 1 failed a.spec.ts (firefox) ✗ opens`,
      `${PROGRESS}2 of 3, 1 failed a.spec.ts (firefox) ✗ 1 failed`,
    ]);
  });

  it('prints the count within a long file', () => {
    const { reporter, lines, clock } = start();
    clock.now = 29_999;
    reporter.onTestEnd(a1, { status: 'passed' });
    expect(lines).toEqual([]);
    const later = start();
    later.clock.now = 30_000;
    later.reporter.onTestEnd(a1, { status: 'passed' });
    expect(later.lines).toEqual([`${PROGRESS}1 of 3`]);
  });
});
