// Inspects many addresses: several tabs at a time, each browser only for so many pages, and a new one when it crashed or got stuck. Results
// come in the order of the addresses, and nothing of a page is kept once it is told.
import { mkdir } from 'node:fs/promises';
import { describeUnopened } from '../../lib/report/inspect-json.ts';
import type { InspectResult } from '../../lib/report/inspect-json.ts';
import { openBrowser } from '../browser/open-browser.ts';
import type { BrowserOptions, OpenBrowser } from '../browser/options.ts';
import { within } from '../browser/until.ts';
import { refuseAddress } from './addresses.ts';
import { inspectPage, pictureName } from './inspect-page.ts';

/** Pages for one browser: what browsers keep of closed tabs then stays small. */
const PAGES_PER_BROWSER = 100;
/** How often an address is tried when the browser ends while it is open: it may have been another tab's fault. */
const ATTEMPTS = 2;

/** How long a page may take beyond its own time limit, for its tab, its picture and a slow machine, ms. */
const PATIENCE = 60_000;
const MESSAGES: Readonly<Record<string, string>> = {
  gone: 'The browser ended while the page was open.',
  stuck: 'The browser did not answer any more while the page was open.',
};

export interface RunOptions {
  readonly browser: BrowserOptions;
  readonly tabs: number;
  /** Order the deep check for each page. */
  readonly deep: boolean;
  /** ms, for each page. */
  readonly timeout: number;
  readonly screenshots: string | null;
}

interface Job {
  readonly index: number;
  readonly url: string;
  readonly attempts: number;
}

/** Calls `tell` once for each address, in order. Rejects when no browser can be opened. */
export async function inspectAll(
  urls: readonly string[],
  options: RunOptions,
  tell: (result: InspectResult, index: number) => void,
): Promise<void> {
  if (options.screenshots !== null) await mkdir(options.screenshots, { recursive: true });
  const tellInOrder = inOrder(tell);
  const queue: Job[] = [];
  for (const [index, url] of urls.entries()) {
    const refused = refuseAddress(url);
    if (refused === null) queue.push({ index, url, attempts: 0 });
    else tellInOrder(describeUnopened(url, refused), index);
  }
  while (queue.length > 0) {
    const open = await openBrowser(options.browser);
    try {
      await useBrowser(open, queue, options, tellInOrder);
    } finally {
      await open.close();
    }
  }
}

/** Takes jobs from the queue until it is empty or the browser should be replaced. */
async function useBrowser(
  open: OpenBrowser,
  queue: Job[],
  { tabs, deep, timeout, screenshots }: RunOptions,
  tell: (result: InspectResult, index: number) => void,
): Promise<void> {
  let left = PAGES_PER_BROWSER;
  const busy = new Set<string>();
  const gone = open.gone.then(() => 'gone' as const);
  const work = async (): Promise<void> => {
    for (let job = take(); job !== undefined; job = take()) {
      const { index, url } = job;
      const picture = screenshots === null ? null : pictureName(screenshots, index, url);
      const inspection = inspectPage(open, url, { timeout, deep, picture }).catch(readFailure);
      const outcome = await within(Promise.race([inspection, gone]), timeout + PATIENCE, 'stuck');
      busy.delete(siteOf(url));
      if (typeof outcome === 'string') {
        left = 0;
        const attempts = job.attempts + 1;
        if (attempts < ATTEMPTS) queue.unshift({ ...job, attempts });
        else tell(describeUnopened(url, { kind: 'crashed', message: MESSAGES[outcome] ?? outcome }), index);
      } else {
        if (!outcome.isHealthy) left = 0;
        tell(outcome.result, index);
      }
    }
  };
  const take = (): Job | undefined => {
    if (left <= 0) return undefined;
    // What a shared worker asks for belongs to every open page of its site, so a deep check opens one page of a site at a time.
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

/** Holds results back until all before them were told. */
function inOrder(tell: (result: InspectResult, index: number) => void): typeof tell {
  const waiting = new Map<number, InspectResult>();
  let next = 0;
  return (result, index) => {
    waiting.set(index, result);
    for (let ready = waiting.get(next); ready !== undefined; ready = waiting.get(next)) {
      waiting.delete(next);
      tell(ready, next);
      next += 1;
    }
  };
}
