// What the browser tells of policies: its reports to the deep check's own, and what the page's own policies stopped.
// https://www.w3.org/TR/CSP3/#violation-events
import { isInsecure } from '../address/address.ts';
import { DEEP_MARK } from '../deep-check/deep-policy.ts';
import type { SourcePlace } from '../mixed-content/place.ts';
import type { Listen } from './listen.ts';

/**
 * Listens from now on. `onViolation`: an unencrypted load that the deep check's policy reports, of which the page's own listeners do not hear; or one
 * that a policy of the page's own stopped, which is none, but with `block-all-mixed-content` it was stopped because it is mixed content.
 */
export function listenToViolations(
  listen: Listen,
  onViolation: (url: string, what: string, via: 'stop' | 'report', source: SourcePlace) => void,
): void {
  // In the capture phase of the window, before every listener of the page that was not there at its very start.
  listen('securitypolicyviolation', (event) => {
    const { blockedURI, effectiveDirective } = event;
    const isEnforced = event.disposition === 'enforce';
    // A page can make such events itself.
    if (!event.isTrusted || !(isEnforced || event.originalPolicy.includes(DEEP_MARK))) return;
    if (!isEnforced) event.stopImmediatePropagation();
    // An image is asked for as https by the time, when it was to be upgraded.
    if (
      isInsecure(blockedURI) ||
      (isEnforced && /^https:\S+ (img|media)-/.test(`${blockedURI} ${effectiveDirective}`))
    )
      onViolation(
        blockedURI,
        effectiveDirective,
        isEnforced && !effectiveDirective.startsWith('block-all') ? 'stop' : 'report',
        { url: event.sourceFile, line: event.lineNumber, column: event.columnNumber },
      );
  });
}
