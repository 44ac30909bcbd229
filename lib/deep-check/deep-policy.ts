// The policy that the deep check adds to a page: it reports everything that is not encrypted and changes nothing.
// https://www.w3.org/TR/CSP3/#report-only-header
//
// A document's reports arrive as events in it, so its policy names a group that is not defined: no report is sent, and Chromium does not warn of a
// policy without effect. A worker's events stay in the worker, so its policy names an address with a port that browsers never open (Fetch standard,
// 2.9): the report does not leave the browser, and the extension reads it from the request.

const SOURCES = "https: wss: data: blob: filesystem: mediastream: 'unsafe-inline' 'unsafe-eval'";
/** The prefix of the group's name. */
export const DEEP_GROUP = 'https-trust-inspector';
/** The observer recognises by this word that a report is about the deep check's policy, not one of the page's own. */
export const DEEP_MARK = `${DEEP_GROUP}-`;
/** The address of workers' reports, which is never reached. */
const REPORT_HOST = 'https://127.0.0.1:1';

/** Returns a random key that no other page can know: 128 bits in lower-case hexadecimal. */
export type DeepKey = string;
const KEY = /^[0-9a-f]{32}$/;
const DOCUMENT_POLICY = `default-src ${SOURCES}; form-action https:; report-to ${DEEP_MARK}`;

/** The header with the policy. */
export const DEEP_HEADER = 'content-security-policy-report-only';

/**
 * The policy for documents. `default-src` covers every directive that fetches (CSP 3, 6.1); forms have a directive of their own. `key`: of the check,
 * so that a page that sends the same policy itself does not count as checked.
 */
export function documentPolicy(key: DeepKey): string {
  return `${DOCUMENT_POLICY}${key}`;
}

/** Returns the key in the value of a policy header; null: it is not the deep check's. Servers may send any value. */
export function readDocumentPolicy(value: string): DeepKey | null {
  // Chromium appends a separate header; Firefox joins the policy to the page's with a comma.
  for (const policy of value.split(',')) {
    const text = policy.trim();
    const key = text.startsWith(DOCUMENT_POLICY) ? text.slice(DOCUMENT_POLICY.length) : '';
    if (KEY.test(key)) return key;
  }
  return null;
}

/** The addresses of workers' reports as a pattern for browsers' filters. */
export const REPORT_PATTERN = 'https://127.0.0.1/*';

/** The owner of a worker: one tab, or all pages of a site. */
export type WorkerOwner = number | 'shared';

/** The content of a report's address. */
export interface ReportAddress {
  readonly owner: WorkerOwner;
  readonly key: DeepKey;
}

/** The policy for scripts of workers. */
export function workerPolicy({ owner, key }: ReportAddress): string {
  return `default-src ${SOURCES}; report-uri ${REPORT_HOST}/${DEEP_GROUP}/${owner}/${key}`;
}

/**
 * Returns the owner of the worker that sent a report to this address; null: it is not a report to the deep check. Any page can send reports to any
 * address.
 */
export function readReportAddress(url: string): ReportAddress | null {
  const prefix = `${REPORT_HOST}/${DEEP_GROUP}/`;
  if (!url.startsWith(prefix)) return null;
  const [owner = '', key = '', ...rest] = url.slice(prefix.length).split('/');
  if (rest.length > 0 || !KEY.test(key)) return null;
  if (owner === 'shared') return { owner, key };
  return /^\d{1,10}$/.test(owner) ? { owner: Number(owner), key } : null;
}
