// A reporter for Playwright that prints a line whenever a file is done, and twice a minute in between: a run takes many minutes.
import { relative } from 'node:path';
import type { Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';

/** The prefix of each line, by which the runner recognises it among those of other reporters. */
export const PROGRESS = '[progress] ';
/** The most ms between two lines while tests end. */
const INTERVAL = 30_000;

interface File {
  waiting: number;
  failed: number;
}

// Playwright imports the default export of a reporter's file.
export default class ProgressReporter implements Reporter {
  readonly #print: (line: string) => void;
  readonly #now: () => number;
  readonly #files = new Map<string, File>();
  #root = '';
  #total = 0;
  #done = 0;
  #failed = 0;
  #printedAt: number;

  /** Playwright passes the reporter's options first; there are none. */
  constructor(
    _options?: unknown,
    print: (line: string) => void = console.log,
    now: () => number = () => performance.now(),
  ) {
    this.#print = print;
    this.#now = now;
    this.#printedAt = now();
  }

  onBegin(config: { readonly rootDir: string }, suite: Pick<Suite, 'allTests'>): void {
    this.#root = config.rootDir;
    for (const test of suite.allTests()) {
      this.#total += 1;
      const name = this.#nameOf(test);
      const file = this.#files.get(name);
      if (file === undefined) this.#files.set(name, { waiting: 1, failed: 0 });
      else file.waiting += 1;
    }
  }

  onTestEnd(test: TestCase, { status }: Pick<TestResult, 'status'>): void {
    const hasFailed = status !== test.expectedStatus && status !== 'skipped';
    this.#done += 1;
    if (hasFailed) this.#failed += 1;
    const name = this.#nameOf(test);
    const file = this.#files.get(name);
    if (file === undefined) return;
    file.waiting -= 1;
    if (hasFailed) file.failed += 1;
    if (file.waiting === 0) this.#report(`${name} ${file.failed === 0 ? '✓' : `✗ ${file.failed} failed`}`);
    else if (hasFailed) this.#report(`${name} ✗ ${test.title}`);
    else if (this.#now() - this.#printedAt >= INTERVAL) this.#report('');
  }

  /** The list reporter prints the tests themselves. */
  printsToStdio(): boolean {
    return false;
  }

  #report(text: string): void {
    this.#printedAt = this.#now();
    const failed = this.#failed === 0 ? '' : `, ${this.#failed} failed`;
    this.#print(`${PROGRESS}${this.#done} of ${this.#total}${failed} ${text}`.trimEnd());
  }

  #nameOf(test: TestCase): string {
    const project = test.parent.project()?.name ?? '';
    return `${relative(this.#root, test.location.file)} (${project})`;
  }
}
