// How a navigation without a page ended: in a redirect loop, without a response, or in an error that the browser reports.
import { readClientCertificateError } from './certificate-error.ts';
import { endsInUpgrade } from './navigation.ts';
import type { Navigation } from './navigation-record.ts';
import type { AbsenceKind } from './record.ts';

/** Browsers stop after 20 redirects (Fetch standard, 4.4). */
const MAX_REDIRECTS = 20;

/** How often an address may occur in one navigation before it is a loop: a sign-in may lead back once, with a cookie. */
const MAX_VISITS = 3;

/** The errors for too many redirects. Chromium shows its code to the user only: extensions receive an aborted request. */
const LOOP_CODE = /ERR_TOO_MANY_REDIRECTS|NS_ERROR_REDIRECT_LOOP|Error code 2152398879/;

/** Whether an unfinished navigation repeats an address, or has more redirects than browsers follow. */
function isRedirectLoop(navigation: Navigation): boolean {
  const { hops, url } = navigation;
  if (!isUnanswered(navigation)) return false;
  const visits = new Map<string, number>();
  for (const address of [...hops.map((hop) => hop.url), url])
    visits.set(address, (visits.get(address) ?? 0) + 1);
  return isAtItsEnd(navigation) || Math.max(...visits.values()) >= MAX_VISITS;
}

/** Whether a navigation has as many redirects as browsers follow. */
export function isAtItsEnd(navigation: Navigation): boolean {
  return isUnanswered(navigation) && navigation.hops.length >= MAX_REDIRECTS;
}

/** Whether a navigation ended without a page. A redirect that is not followed does not count as a page (Firefox reports its response). */
export function isUnanswered({ status }: Navigation): boolean {
  return status === null || (status >= 300 && status < 400 && status !== 304);
}

/** Whether a loop changes between http and https in both directions. */
export function changesScheme({ hops, url }: Navigation): boolean {
  const schemes = [...hops.map((hop) => hop.url), url].map((address) => address.split(':')[0]);
  const steps = new Set(schemes.slice(1).map((scheme, index) => `${schemes[index]} ${scheme}`));
  return steps.has('http https') && steps.has('https http');
}

/** Returns why a request for a page ended with this error. `navigation`: as far as it is known, because an error may be reported before it. */
export function absenceKind(error: string, navigation: Navigation | null): AbsenceKind {
  if (readClientCertificateError(error) !== null) return 'client-certificate';
  if (LOOP_CODE.test(error)) return 'redirect-loop';
  if (navigation === null) return 'not-loaded';
  if (isRedirectLoop(navigation)) return 'redirect-loop';
  return endsInUpgrade(navigation) ? 'held-back' : 'not-loaded';
}
