// The data that is read from Playwright's JSON report.
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { browserReport, describeSlowest, failedFiles } from '../../../scripts/test/browser-report.ts';

function spec(file: string, title: string, ok: boolean, ...durations: readonly number[]): object {
  const tests = durations.map((duration, index) => ({
    projectName: index === 0 ? 'chromium' : 'firefox',
    results: [{ duration }],
  }));
  return { file, title, ok, tests };
}

const report = v.parse(browserReport, {
  stats: { expected: 2, unexpected: 1, flaky: 0 },
  suites: [
    {
      specs: [spec('a.spec.ts', 'opens', true, 1000, 4000)],
      suites: [{ specs: [spec('a.spec.ts', 'closes', false, 2500)] }],
    },
    { specs: [spec('b.spec.ts', 'waits', true, 3000)] },
  ],
});

describe('describeSlowest', () => {
  it('lists files by the sum of their tests in one browser, then single tests', () => {
    expect(describeSlowest(report, 2)).toEqual([
      'slowest files:',
      '    4.0 s  a.spec.ts (firefox)',
      '    3.5 s  a.spec.ts (chromium)',
      'slowest tests:',
      '    4.0 s  a.spec.ts (firefox): opens',
      '    3.0 s  b.spec.ts (chromium): waits',
    ]);
  });

  it('prints nothing for a run without tests', () => {
    expect(describeSlowest({ ...report, suites: [] }, 10)).toEqual([]);
  });
});

describe('failedFiles', () => {
  it('names each file with a failed test once', () => expect(failedFiles(report)).toEqual(['a.spec.ts']));
});
