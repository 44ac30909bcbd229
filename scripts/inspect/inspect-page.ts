// Inspects one address in a tab of its own: opens it, waits until the extension's verdict has settled, and tells what is known. Whatever the
// page does, this ends within the time limit and a little more.
import { join } from 'node:path';
import { emptyRecord, UNOBSERVED } from '../../lib/page/record-changes.ts';
import type { PageRecord } from '../../lib/page/record.ts';
import { describeInspection } from '../../lib/report/inspect-json.ts';
import type { InspectError, InspectResult } from '../../lib/report/inspect-json.ts';
import { assess } from '../../lib/verdict/assess.ts';
import type { Verdict } from '../../lib/verdict/verdict.ts';
import type { OpenBrowser, Tab } from '../browser/options.ts';
import { prepareDeepCheck } from '../browser/deep-check.ts';
import { isObserving } from '../browser/observers.ts';
import { recordOf } from '../browser/records.ts';
import { settle } from '../browser/settle.ts';
import type { Moment } from '../browser/settle.ts';
import { until, within } from '../browser/until.ts';
import { takePictures, writePair } from '../pictures.ts';
import { readLoadError } from './load-error.ts';

/** A verdict counts when it has not changed for so long: more than twice the observer's pause between two reports. ms */
const QUIET = 700;
/** The same for a deep check: workers and what a page asks for late come by other ways. */
const DEEP_QUIET = 1500;
/** With observers that never come to rest, on a page that changes without end, so many times as long. */
const RESTLESS = 4;
/** How long the extension may take to know of a page that has loaded, ms. */
const ARRIVAL = 3000;
/** How much later than its time limit the driver may give up, ms. */
const GRACE = 500;
/** How long a tab may take to close, ms. One that is stuck takes longer: then the browser should be replaced. */
const CLOSING = 5000;

export interface PageOptions {
  /** ms, for loading and settling together. */
  readonly timeout: number;
  /** Order the deep check first. */
  readonly deep: boolean;
  /** PNG file to write; null takes no picture. */
  readonly picture: string | null;
}

export interface PageInspection {
  readonly result: InspectResult;
  /** False: the browser holds on to the page. */
  readonly isHealthy: boolean;
}

interface Judged {
  readonly record: PageRecord;
  readonly verdict: Verdict;
}

interface Settled {
  readonly judged: Judged | null;
  /** When the verdict changed last, ms of performance.now(). */
  readonly changedAt: number;
  readonly isQuiet: boolean;
}

/** Rejects only when the browser itself is of no use any more. */
export async function inspectPage(
  open: OpenBrowser,
  url: string,
  { timeout, deep, picture }: PageOptions,
): Promise<PageInspection> {
  const tab = await open.newTab();
  const crash = new Promise<InspectError>((crashed) => {
    tab.page.once('error', (error) => crashed({ kind: 'crashed', message: error.message }));
  });
  const start = performance.now();
  const since = (time: number): number => Math.round(time - start);

  if (deep && URL.canParse(url)) await prepareDeepCheck(open, tab.tabId, new URL(url).hostname);
  const loadError = await load(open, tab, url, { timeout, crash });
  const loadTime = loadError === null ? since(performance.now()) : null;
  const settled = await waitForVerdict(open, tab.tabId, start + timeout, deep ? DEEP_QUIET : QUIET);
  const crashError = await within(crash, 0, null);
  const error = crashError ?? judgeError(loadError, settled, tab.page.url(), timeout);
  const judged = settled.judged ?? (error === null ? judgeUnrecorded(tab) : null);
  const timings = {
    load: loadTime,
    settled: settled.judged === null ? null : since(settled.changedAt),
    total: since(performance.now()),
  };
  if (picture !== null && crashError === null) await takePicture(open, tab, picture);
  return {
    result: describeInspection({ url, browser: open.version, timings, error }, judged),
    isHealthy: await close(tab),
  };
}

/** Opens the page and gives null when it has loaded. */
async function load(
  open: OpenBrowser,
  tab: Tab,
  url: string,
  { timeout, crash }: { readonly timeout: number; readonly crash: Promise<InspectError> },
): Promise<InspectError | null> {
  let isOver = false;
  const opened = open.goTo(tab.page, url, timeout).then(
    () => null,
    (error: unknown) => readLoadError(error, timeout),
  );
  // The driver does not notice every error page; the extension does.
  const failed = until(async () => isOver || (await readAbsence(open, tab.tabId)), {
    what: 'the page to fail',
    timeout,
    interval: 500,
  }).then(
    (absence) => (absence === true ? null : absence),
    () => opened,
  );
  // Nor does it keep to its time limit when a page never lets go of its process.
  const late = {
    kind: 'timeout',
    message: `The page had not finished loading after ${timeout} ms.`,
  } as const;
  const error = await within(Promise.race([opened, failed, crash]), timeout + GRACE, late);
  isOver = true;
  return error;
}

async function readAbsence(open: OpenBrowser, tabId: number): Promise<InspectError | null> {
  const record = await recordOf(open, tabId);
  const code = record?.absence?.code ?? record?.refusal?.code;
  return code === undefined ? null : { kind: 'not-loaded', message: code };
}

/** Waits for a record, then until its verdict stays the same with nothing left to report, at most until `deadline` (ms of performance.now()). */
async function waitForVerdict(
  open: OpenBrowser,
  tabId: number,
  deadline: number,
  quiet: number,
): Promise<Settled> {
  const watched = {
    look: () => judge(open, tabId),
    summarize,
    isBusy: () => isObserving(open, tabId),
    quiet,
  };
  const isQuiet = ({ seen, pause, isSettled }: Moment<Judged | null>): boolean =>
    seen === null ? pause >= ARRIVAL : isSettled || pause >= quiet * RESTLESS;
  const last = await settle(watched, (moment) => isQuiet(moment) || performance.now() >= deadline);
  return { judged: last.seen, changedAt: last.changedAt, isQuiet: isQuiet(last) };
}

async function judge(open: OpenBrowser, tabId: number): Promise<Judged | null> {
  const record = await recordOf(open, tabId);
  return record && { record, verdict: assess(record) };
}

/** What must stay the same. Not the whole record: a busy page may go on changing what no verdict depends on. */
function summarize(judged: Judged | null): string {
  if (judged === null) return '';
  const { record, verdict } = judged;
  const findings = verdict.findings.map(({ id, count }) => [id, count]);
  return JSON.stringify([record.url, record.documentId, verdict.state, findings, record.mixed.length]);
}

function judgeError(
  loadError: InspectError | null,
  { judged, isQuiet }: Settled,
  address: string,
  timeout: number,
): InspectError | null {
  // The browser refused it for its certificate: that is a verdict.
  if (judged?.record.refusal != null) return null;
  // There is a page all the same: one that took the place of what was asked for, or what stands behind a password prompt.
  const isShown = judged?.record.observed === true && judged.record.absence === null;
  if (isShown && (loadError?.kind === 'no-page' || loadError?.kind === 'not-loaded')) return null;
  if (loadError !== null) return loadError;
  if (judged === null && /^https?:/.test(address)) {
    return { kind: 'not-observed', message: 'The extension did not report on this page.' };
  }
  return isQuiet ? null : { kind: 'timeout', message: `The verdict was still changing after ${timeout} ms.` };
}

/** Pages that no extension may look at have no record: their address says so. */
function judgeUnrecorded(tab: Tab): Judged {
  const record = emptyRecord(tab.tabId, UNOBSERVED, tab.page.url(), Date.now());
  return { record, verdict: assess(record) };
}

async function takePicture(open: OpenBrowser, tab: Tab, file: string): Promise<void> {
  try {
    await writePair(file, await takePictures(open, tab));
  } catch (error) {
    // A verdict without its picture is better than none.
    console.error(
      `No picture of ${tab.page.url()}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** False: it did not close in time. */
async function close({ page }: Tab): Promise<boolean> {
  const closing = page.close({ runBeforeUnload: false }).then(
    () => true,
    () => page.isClosed(),
  );
  return within(closing, CLOSING, false);
}

/** A file name from an address: its place in the run and its host. */
export function pictureName(folder: string, index: number, url: string): string {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const name = host.replace(/[^a-z0-9.-]/g, '_').slice(0, 100);
  return join(folder, `${String(index + 1).padStart(4, '0')}-${name || 'page'}.png`);
}
