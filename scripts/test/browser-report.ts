// Reads Playwright's JSON report of a run: the counts, the slowest tests and the files that failed.
// https://playwright.dev/docs/test-reporters#json-reporter
import * as v from 'valibot';
import { formatTable } from '../table.ts';

const spec = v.object({
  title: v.string(),
  file: v.string(),
  ok: v.boolean(),
  tests: v.array(v.object({ projectName: v.string(), results: v.array(v.object({ duration: v.number() })) })),
});
type Spec = v.InferOutput<typeof spec>;
interface Suite {
  readonly specs: Spec[];
  readonly suites?: Suite[] | undefined;
}
const suite: v.GenericSchema<unknown, Suite> = v.object({
  specs: v.array(spec),
  suites: v.optional(v.array(v.lazy(() => suite))),
});

/** Playwright's report; `stats.flaky` counts tests that needed a retry, which is a failure here. */
export const browserReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() }),
  suites: v.array(suite),
});
export type BrowserReport = v.InferOutput<typeof browserReport>;

interface Timed {
  readonly title: string;
  /** ms */
  readonly duration: number;
}

/** Lines of the `most` slowest tests and files, each with its time in seconds. */
export function describeSlowest(report: BrowserReport, most: number): readonly string[] {
  const files = new Map<string, number>();
  const tests: Timed[] = [];
  for (const { title, file, tests: runs } of specsOf(report.suites)) {
    for (const { projectName, results } of runs) {
      const duration = results.reduce((sum, result) => sum + result.duration, 0);
      const place = `${file} (${projectName})`;
      tests.push({ title: `${place}: ${title}`, duration });
      files.set(place, (files.get(place) ?? 0) + duration);
    }
  }
  return [
    ...describe(
      'slowest files',
      Array.from(files, ([title, duration]) => ({ title, duration })),
      most,
    ),
    ...describe('slowest tests', tests, most),
  ];
}

/** The files with a failed test, each once, without the folder of all browser tests. */
export function failedFiles(report: BrowserReport): readonly string[] {
  const failed = specsOf(report.suites).filter(({ ok }) => !ok);
  return [...new Set(failed.map(({ file }) => file))];
}

function specsOf(suites: readonly Suite[]): readonly Spec[] {
  return suites.flatMap(({ specs, suites: inner = [] }) => [...specs, ...specsOf(inner)]);
}

function describe(title: string, timed: readonly Timed[], most: number): readonly string[] {
  const rows = timed
    .toSorted((a, b) => b.duration - a.duration)
    .slice(0, most)
    .map((one) => [`${(one.duration / 1000).toFixed(1).padStart(7)} s`, one.title]);
  return rows.length === 0 ? [] : [`${title}:`, ...formatTable(rows).trimEnd().split('\n')];
}
