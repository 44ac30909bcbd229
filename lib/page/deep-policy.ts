// The policy that the deep check adds to a page: report everything that is not encrypted, change nothing.
// https://www.w3.org/TR/CSP3/#report-only-header
//
// A document's reports come as events in it, so the group that it names is defined nowhere: no report is sent, and Chromium does not complain
// of a policy without effect. A worker's events stay in the worker, so its policy names an address; a port that browsers never open (Fetch
// standard, 2.9) makes sure that the report ends inside the browser, where the extension reads it on its way.

const SOURCES = "https: wss: data: blob: filesystem: mediastream: 'unsafe-inline' 'unsafe-eval'";
/** By this group the reports are told from those of the page's own policies. */
export const DEEP_GROUP = 'https-trust-inspector';
/** Where a worker's reports go to: nowhere. */
const REPORT_HOST = 'https://127.0.0.1:1';

/** The header that carries a policy. */
export const DEEP_HEADER = 'content-security-policy-report-only';

/** For documents. `default-src` stands for every directive that fetches (CSP 3, 6.1); submitting a form has one of its own. */
export function documentPolicy(): string {
  return `default-src ${SOURCES}; form-action https:; report-to ${DEEP_GROUP}`;
}

/** The addresses of workers' reports, as browsers' filters write them. */
export const REPORT_PATTERN = 'https://127.0.0.1/*';

/** Whose worker: of one tab, or shared by all pages of a site. */
export type WorkerOwner = number | 'shared';

/** For the scripts of workers. */
export function workerPolicy(owner: WorkerOwner): string {
  return `default-src ${SOURCES}; report-uri ${REPORT_HOST}/${DEEP_GROUP}/${owner}`;
}

/** Whose worker a report to this address is of; null: it is no report to the deep check. */
export function readReportAddress(url: string): WorkerOwner | null {
  const prefix = `${REPORT_HOST}/${DEEP_GROUP}/`;
  if (!url.startsWith(prefix)) return null;
  const owner = url.slice(prefix.length);
  if (owner === 'shared') return owner;
  return /^\d{1,10}$/.test(owner) ? Number(owner) : null;
}
