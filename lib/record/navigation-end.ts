// How a navigation without a page ended: in a loop, without an answer, or in an error that the browser names.
import { readClientCertificateError } from './certificate-error.ts';
import { endsInUpgrade } from './navigation.ts';
import type { Navigation } from './navigation-record.ts';
import type { AbsenceKind } from './record.ts';

/** Browsers stop after 20 redirects (Fetch standard, 4.4). */
const MAX_REDIRECTS = 20;

/** How often an address may come up on one way before it is a loop: a sign-in may lead back once, with a cookie. */
const MAX_VISITS = 3;

/** What browsers say of too many redirects. Chromium says so to nobody but the person: extensions hear that the request was aborted. */
const LOOP_CODE = /ERR_TOO_MANY_REDIRECTS|NS_ERROR_REDIRECT_LOOP|Error code 2152398879/;

/** Whether a way without an end leads in a circle, or further than any browser goes. */
function isRedirectLoop(navigation: Navigation): boolean {
  const { hops, url } = navigation;
  if (!isUnanswered(navigation)) return false;
  const visits = new Map<string, number>();
  for (const address of [...hops.map((hop) => hop.url), url])
    visits.set(address, (visits.get(address) ?? 0) + 1);
  return isAtItsEnd(navigation) || Math.max(...visits.values()) >= MAX_VISITS;
}

/** Whether a way has as many redirects as browsers follow. */
export function isAtItsEnd(navigation: Navigation): boolean {
  return isUnanswered(navigation) && navigation.hops.length >= MAX_REDIRECTS;
}

/** Whether no page has come at the end of a way; a redirect that is not followed is none (Firefox tells of its answer). */
export function isUnanswered({ status }: Navigation): boolean {
  return status === null || (status >= 300 && status < 400 && status !== 304);
}

/** Whether a loop crosses between http and https in both directions. */
export function changesScheme({ hops, url }: Navigation): boolean {
  const schemes = [...hops.map((hop) => hop.url), url].map((address) => address.split(':')[0]);
  const steps = new Set(schemes.slice(1).map((scheme, index) => `${schemes[index]} ${scheme}`));
  return steps.has('http https') && steps.has('https http');
}

/** Why a request for a page ended with this error. `navigation`: its way, as far as it is known; errors may be told before it. */
export function absenceKind(error: string, navigation: Navigation | null): AbsenceKind {
  if (readClientCertificateError(error) !== null) return 'client-certificate';
  if (LOOP_CODE.test(error)) return 'redirect-loop';
  if (navigation === null) return 'not-loaded';
  if (isRedirectLoop(navigation)) return 'redirect-loop';
  return endsInUpgrade(navigation) ? 'held-back' : 'not-loaded';
}
