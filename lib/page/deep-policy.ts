// The policy that the deep check adds to a page: report everything that is not encrypted, change nothing. Only reports, so the page behaves as
// without it; the group it reports to is defined nowhere, so no report is sent, and Chromium does not complain of a policy without effect.
// https://www.w3.org/TR/CSP3/#report-only-header , https://www.w3.org/TR/CSP3/#directive-report-to

/** The header that carries it. */
export const DEEP_HEADER = 'content-security-policy-report-only';
/** By this group its reports are told from those of the page's own policies. */
export const DEEP_GROUP = 'https-trust-inspector';

/** `default-src` stands for every directive that fetches (CSP 3, 6.1); submitting a form has one of its own. */
export const DEEP_POLICY = [
  "default-src https: wss: data: blob: filesystem: mediastream: 'unsafe-inline' 'unsafe-eval'",
  'form-action https:',
  `report-to ${DEEP_GROUP}`,
].join('; ');
