// Inspects one address in a tab of its own: opens it, waits until the extension's verdict has settled, and returns the result. Whatever the page
// does, this ends within the time limit, the stay and a little more.
import { join } from 'node:path';
import { withoutCredentialsIn } from '../../lib/address/credentials.ts';
import { emptyRecord, UNOBSERVED } from '../../lib/record/record-changes.ts';
import type { PageRecord } from '../../lib/record/record.ts';
import { describeInspection } from '../../lib/report/inspect-json.ts';
import type { OpenBrowser, Tab } from '../browser/browser-options.ts';
import { prepareDeepCheck } from '../browser/deep-check.ts';
import { watchConnection } from '../browser/devtools-connection.ts';
import type { DevToolsConnection } from '../browser/devtools-connection.ts';
import { recordOf } from '../browser/extension-records.ts';
import { until, within } from '../browser/until.ts';
import { takePictures, writePair } from '../pictures.ts';
import { readLoadError, readRefusal } from './load-error.ts';
import { judgeRecord, waitForVerdict } from './wait-for-verdict.ts';
import type { Expected, Judged, Settled } from './wait-for-verdict.ts';
import { deliveredReport, putDelivered } from '../../lib/record/certificates.ts';
import type { ConnectionSource, InspectError, InspectResult } from '../../lib/report/inspect-schema.ts';

/** The time that the driver may exceed its limit by, ms. */
const GRACE = 500;
/** The least time for a tab to close, ms. A hanging tab takes longer: then the browser should be replaced. */
const CLOSING = 5000;

export interface PageOptions {
  /** ms, for loading and settling together. */
  readonly timeout: number;
  /** The least ms that a page is watched after its load event, on top of the time limit. */
  readonly stay: number;
  /** Start the deep check first. */
  readonly deep: boolean;
  /** PNG file to write; null takes no picture. */
  readonly picture: string | null;
}

export interface PageInspection {
  readonly result: InspectResult;
  /** False: the browser does not close the page. */
  readonly isHealthy: boolean;
}

/** Rejects only when the browser itself cannot be used any more. */
export async function inspectPage(
  open: OpenBrowser,
  url: string,
  { timeout, stay, deep, picture }: PageOptions,
): Promise<PageInspection> {
  const tab = await open.newTab();
  const crash = new Promise<InspectError>((crashed) => {
    tab.page.once('error', (error) => crashed({ kind: 'crashed', message: error.message }));
  });
  const devTools = open.name === 'chromium' ? await watchConnection(tab.page) : null;
  const start = performance.now();
  const since = (time: number): number => Math.round(time - start);

  if (deep && URL.canParse(url)) await prepareDeepCheck(open, tab.tabId, new URL(url).hostname);
  const loadError = await load(open, tab, url, { timeout, crash });
  const loadedAt = performance.now();
  let connection: DevToolsConnection | null = null;
  const settled = await waitForVerdict({
    open,
    tabId: tab.tabId,
    expected: expect(loadError, tab.page.url()),
    deep,
    from: loadError === null ? loadedAt + stay : loadedAt,
    deadline: start + timeout + stay,
    timeout,
    complete: async (record) => {
      connection = (await devTools?.read()) ?? null;
      return addConnection(record, connection);
    },
  });
  const crashError = await within(crash, 0, null);
  const error = crashError ?? judgeError(loadError, settled, tab.page.url(), timeout);
  const judged = settled.judged ?? judgeUnrecorded(tab, url, loadError, error);
  const timings = {
    load: loadError === null ? since(loadedAt) : null,
    settled: settled.judged === null ? null : since(settled.changedAt),
    total: since(performance.now()),
  };
  if (picture !== null && crashError === null) await takePicture(open, tab, picture);
  const source = sourceOf(judged, connection);
  return {
    result: describeInspection({ url, browser: open.version, timings, error, source }, judged),
    isHealthy: await close(tab, timeout),
  };
}

/** What the extension will report, by what the driver saw. */
function expect(loadError: InspectError | null, address: string): Expected {
  const isWebPage = /^https?:/.test(address);
  if (loadError === null) return { isCertain: isWebPage, hasDocument: isWebPage };
  return { isCertain: loadError.kind === 'not-loaded', hasDocument: false };
}

/**
 * The record with the connection that DevTools reports, where the browser gave the extension none: in Chromium without its feature for
 * extensions. Only for the same origin, and only for a page that was opened.
 */
function addConnection(record: PageRecord, devTools: DevToolsConnection | null): PageRecord {
  if (devTools === null || deliveredReport(record) !== null || record.refusal !== null) return record;
  const isSame = URL.canParse(record.url) && new URL(record.url).origin === devTools.origin;
  return isSame ? putDelivered(record, devTools.report) : record;
}

function sourceOf(judged: Judged | null, devTools: DevToolsConnection | null): ConnectionSource {
  const report = judged && deliveredReport(judged.record);
  return devTools !== null && report === devTools.report ? 'devtools' : 'extension';
}

/** Opens the page and returns null when it has loaded. */
async function load(
  open: OpenBrowser,
  tab: Tab,
  url: string,
  { timeout, crash }: { readonly timeout: number; readonly crash: Promise<InspectError> },
): Promise<InspectError | null> {
  let isOver = false;
  const opened = open.goTo(tab.page, url, timeout).then(
    () => null,
    (error: unknown) => readLoadError(error, timeout, url),
  );
  // The driver does not notice every error page, unlike the extension.
  const failed = until(async () => isOver || (await readAbsence(open, tab.tabId)), {
    what: 'the page to fail',
    timeout,
    interval: 500,
  }).then(
    (absence) => (absence === true ? null : absence),
    () => opened,
  );
  // It also exceeds its time limit when a page blocks its process.
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

function judgeError(
  loadError: InspectError | null,
  { judged, isQuiet }: Settled,
  address: string,
  timeout: number,
): InspectError | null {
  // The browser refused the page for its certificate: that is a verdict.
  if (judged?.record.refusal != null) return null;
  if (judged === null && loadError !== null && readRefusal(loadError) !== null) return null;
  // There is a page all the same: one that replaced the requested one, or the one behind a password prompt.
  const isShown = judged?.record.observed === true && judged.record.absence === null;
  if (isShown && (loadError?.kind === 'no-page' || loadError?.kind === 'not-loaded')) return null;
  if (loadError !== null) return loadError;
  if (judged === null && /^https?:/.test(address)) {
    return { kind: 'not-observed', message: 'The extension did not report on this page.' };
  }
  return isQuiet ? null : { kind: 'timeout', message: `The verdict was still changing after ${timeout} ms.` };
}

/**
 * Returns the result without a record. A refusal is a verdict, also when only the driver saw it; pages to which no extension has access have no
 * record, and their address identifies them.
 */
function judgeUnrecorded(
  tab: Tab,
  url: string,
  loadError: InspectError | null,
  error: InspectError | null,
): Judged | null {
  if (error !== null) return null;
  const refusal = loadError && readRefusal(loadError);
  const now = Date.now();
  const record = emptyRecord(tab.tabId, UNOBSERVED, refusal === null ? tab.page.url() : url, now);
  return judgeRecord({ ...record, refusal: refusal && { ...refusal, at: now } });
}

async function takePicture(open: OpenBrowser, tab: Tab, file: string): Promise<void> {
  try {
    await writePair(file, await takePictures(open, tab));
  } catch (error) {
    // A verdict without its picture is better than none.
    const reason = error instanceof Error ? error.message : String(error);
    console.error(withoutCredentialsIn(`No picture of ${tab.page.url()}: ${reason}`));
  }
}

/** False: it did not close in time. */
async function close({ page }: Tab, timeout: number): Promise<boolean> {
  const closing = page.close({ runBeforeUnload: false }).then(
    () => true,
    () => page.isClosed(),
  );
  return within(closing, Math.max(CLOSING, timeout / 3), false);
}

/** Returns a file name for an address: its position in the run and its host. */
export function pictureName(folder: string, index: number, url: string): string {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const name = host.replace(/[^a-z0-9.-]/g, '_').slice(0, 100);
  return join(folder, `${String(index + 1).padStart(4, '0')}-${name || 'page'}.png`);
}
