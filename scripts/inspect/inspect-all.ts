// Inspects many addresses: several tabs at a time, each browser for a limited number of pages, and a new browser when one crashed or hangs. Results
// are returned in the order of the addresses, and nothing of a page is stored afterwards.
import { mkdir } from 'node:fs/promises';
import { describeUnopened } from '../../lib/report/inspect-json.ts';
import { openBrowser } from '../browser/open-browser.ts';
import type { BrowserOptions, OpenBrowser } from '../browser/browser-options.ts';
import { within } from '../browser/until.ts';
import { refuseAddress } from './addresses.ts';
import { inspectPage, pictureName } from './inspect-page.ts';
import type { InspectError, InspectResult } from '../../lib/report/inspect-schema.ts';

/** Pages for one browser, so that the memory which browsers keep for closed tabs stays small. */
const PAGES_PER_BROWSER = 100;
/**
 * The number of attempts for an address that failed by time, and for one whose browser ended: both may be the fault of the machine or of another tab.
 */
const ATTEMPTS = 2;
/** The number of attempts to start a browser. */
const STARTS = 2;
/** The least time for a browser to start and to open a tab, ms. */
const LEAST_START = 30_000;
/** The time of a page beyond its own limits, for its picture and to close, ms. */
const PATIENCE = 60_000;
/** Errors that may not occur on a less busy machine. */
const FOR_TIME: ReadonlySet<InspectError['kind']> = new Set(['timeout', 'not-observed']);
const MESSAGES: Readonly<Record<string, string>> = {
  gone: 'The browser ended while the page was open.',
  stuck: 'The browser did not answer any more while the page was open.',
};

export interface RunOptions {
  readonly browser: BrowserOptions;
  readonly tabs: number;
  /** Start the deep check for each page. */
  readonly deep: boolean;
  /** ms, for each page; a browser's start and its tabs may take as long. */
  readonly timeout: number;
  /** The least ms that each page is watched after its load event. */
  readonly stay: number;
  readonly screenshots: string | null;
}

interface Job {
  readonly index: number;
  readonly url: string;
  /** Attempts that ended with the browser, and attempts that failed for time. */
  readonly lost: number;
  readonly late: number;
}

/** Calls `report` once for each address, in order. Rejects when no browser can be opened. */
export async function inspectAll(
  urls: readonly string[],
  options: RunOptions,
  report: (result: InspectResult, index: number) => void,
): Promise<void> {
  if (options.screenshots !== null) await mkdir(options.screenshots, { recursive: true });
  const reportInOrder = inOrder(report);
  const queue: Job[] = [];
  for (const [index, url] of urls.entries()) {
    const refused = refuseAddress(url);
    if (refused === null) queue.push({ index, url, lost: 0, late: 0 });
    else reportInOrder(describeUnopened(url, refused), index);
  }
  const startTimeout = Math.max(options.timeout, LEAST_START);
  for (let isFirst = true; queue.length > 0; isFirst = false) {
    const open = await start({ ...options.browser, startTimeout });
    if (open instanceof Error) {
      if (isFirst) throw open;
      // Finished addresses keep their results.
      const error = {
        kind: 'crashed',
        message: `No browser could be started again: ${open.message}`,
      } as const;
      for (const { index, url } of queue.splice(0)) reportInOrder(describeUnopened(url, error), index);
      return;
    }
    try {
      await useBrowser(open, queue, { ...options, startTimeout }, reportInOrder);
    } finally {
      await open.close();
    }
  }
}

/** Returns a browser, or the reason why several attempts failed. */
async function start(options: BrowserOptions): Promise<OpenBrowser | Error> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await openBrowser(options);
    } catch (error) {
      const reason = error instanceof Error ? error : new Error(String(error));
      if (attempt >= STARTS) return reason;
      console.error(`The browser did not start and is tried again: ${reason.message}`);
    }
  }
}

/** Takes jobs from the queue until it is empty or the browser should be replaced. */
async function useBrowser(
  open: OpenBrowser,
  queue: Job[],
  options: RunOptions & { readonly startTimeout: number },
  report: (result: InspectResult, index: number) => void,
): Promise<void> {
  const { tabs, deep, timeout, stay, screenshots, startTimeout } = options;
  let left = PAGES_PER_BROWSER;
  const busy = new Set<string>();
  const gone = open.gone.then(() => 'gone' as const);
  const work = async (): Promise<void> => {
    for (let job = take(); job !== undefined; job = take()) {
      const { index, url } = job;
      const picture = screenshots === null ? null : pictureName(screenshots, index, url);
      const inspection = inspectPage(open, url, { timeout, stay, deep, picture }).catch(readFailure);
      const limit = startTimeout + timeout + stay + PATIENCE;
      const outcome = await within(Promise.race([inspection, gone]), limit, 'stuck');
      busy.delete(siteOf(url));
      if (typeof outcome === 'string') {
        left = 0;
        const again = { ...job, lost: job.lost + 1 };
        if (again.lost >= ATTEMPTS)
          report(describeUnopened(url, { kind: 'crashed', message: MESSAGES[outcome] ?? outcome }), index);
        else queue.unshift(again);
      } else {
        if (!outcome.isHealthy) left = 0;
        const { error } = outcome.result;
        const again = { ...job, late: job.late + 1 };
        // At the end, when the machine may be less busy.
        if (error !== null && FOR_TIME.has(error.kind) && again.late < ATTEMPTS) queue.push(again);
        else report(outcome.result, index);
      }
    }
  };
  const take = (): Job | undefined => {
    if (left <= 0) return undefined;
    // Requests of a shared worker belong to every open page of its site, so a deep check opens one page of a site at a time.
    const at = deep ? queue.findIndex(({ url }) => !busy.has(siteOf(url))) : 0;
    const [job] = at < 0 ? [] : queue.splice(at, 1);
    if (job === undefined) return undefined;
    left -= 1;
    busy.add(siteOf(job.url));
    return job;
  };
  await Promise.all(Array.from({ length: tabs }, work));
}

/** Hosts that may share a worker's origin, roughly: the last two labels. */
function siteOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.split('.').slice(-2).join('.') : '';
}

/** The driver's error for a browser that does not answer, as a message. */
function readFailure(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Delays results until all earlier ones were reported. */
function inOrder(report: (result: InspectResult, index: number) => void): typeof report {
  const waiting = new Map<number, InspectResult>();
  let next = 0;
  return (result, index) => {
    waiting.set(index, result);
    for (let ready = waiting.get(next); ready !== undefined; ready = waiting.get(next)) {
      waiting.delete(next);
      report(ready, next);
      next += 1;
    }
  };
}
