// The policy that the deep check adds to a page: report everything that is not encrypted, change nothing.
// https://www.w3.org/TR/CSP3/#report-only-header
//
// A document's reports come as events in it, so the group that it names is defined nowhere: no report is sent, and Chromium does not complain
// of a policy without effect. A worker's events stay in the worker, so its policy names an address; a port that browsers never open (Fetch
// standard, 2.9) makes sure that the report ends inside the browser, where the extension reads it on its way.

const SOURCES = "https: wss: data: blob: filesystem: mediastream: 'unsafe-inline' 'unsafe-eval'";
/** The beginning of the group's name. */
export const DEEP_GROUP = 'https-trust-inspector';
/** By this word in a document's policy the observer distinguishes its reports from those of the page's own policies. */
export const DEEP_MARK = `${DEEP_GROUP}-`;
/** Where a worker's reports go to: nowhere. */
const REPORT_HOST = 'https://127.0.0.1:1';

/** A random part that no page outside of the check can know: 128 bits in lower-case hexadecimal. */
export type DeepKey = string;
const KEY = /^[0-9a-f]{32}$/;
const DOCUMENT_POLICY = `default-src ${SOURCES}; form-action https:; report-to ${DEEP_MARK}`;

/** The header that carries a policy. */
export const DEEP_HEADER = 'content-security-policy-report-only';

/**
 * For documents. `default-src` stands for every directive that fetches (CSP 3, 6.1); submitting a form has one of its own. `key`: of the check, so
 * that a page that sends such a policy itself does not count as checked.
 */
export function documentPolicy(key: DeepKey): string {
  return `${DOCUMENT_POLICY}${key}`;
}

/** The key in the value of a policy header; null: it is not the deep check's. Servers may send any value. */
export function readDocumentPolicy(value: string): DeepKey | null {
  // Chromium appends a header of its own; Firefox joins it to the page's with a comma.
  for (const policy of value.split(',')) {
    const text = policy.trim();
    const key = text.startsWith(DOCUMENT_POLICY) ? text.slice(DOCUMENT_POLICY.length) : '';
    if (KEY.test(key)) return key;
  }
  return null;
}

/** The addresses of workers' reports, as browsers' filters write them. */
export const REPORT_PATTERN = 'https://127.0.0.1/*';

/** Whose worker: of one tab, or shared by all pages of a site. */
export type WorkerOwner = number | 'shared';

/** What the address of a report contains. */
export interface ReportAddress {
  readonly owner: WorkerOwner;
  readonly key: DeepKey;
}

/** For the scripts of workers. */
export function workerPolicy({ owner, key }: ReportAddress): string {
  return `default-src ${SOURCES}; report-uri ${REPORT_HOST}/${DEEP_GROUP}/${owner}/${key}`;
}

/** Whose worker a report to this address is of; null: it is no report to the deep check. Any page can send reports to any address. */
export function readReportAddress(url: string): ReportAddress | null {
  const prefix = `${REPORT_HOST}/${DEEP_GROUP}/`;
  if (!url.startsWith(prefix)) return null;
  const [owner = '', key = '', ...rest] = url.slice(prefix.length).split('/');
  if (rest.length > 0 || !KEY.test(key)) return null;
  if (owner === 'shared') return { owner, key };
  return /^\d{1,10}$/.test(owner) ? { owner: Number(owner), key } : null;
}
