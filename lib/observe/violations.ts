// Reads the browser's policy reports: of the deep check's policy, and of the page's own policies.
// https://www.w3.org/TR/CSP3/#violation-events
import { isInsecure } from '../address/address.ts';
import { DEEP_MARK } from '../deep-check/deep-policy.ts';
import type { SourcePlace } from '../mixed-content/place.ts';
import type { Listen } from './listen.ts';

/**
 * Listens from now on. `onViolation` is called for an insecure request that the deep check's policy reports, which is hidden from the page's listeners,
 * and for one that a policy of the page stopped: with `block-all-mixed-content` because it is mixed content, otherwise not.
 */
export function listenToViolations(
  listen: Listen,
  onViolation: (url: string, what: string, via: 'stop' | 'report', source: SourcePlace) => void,
): void {
  // In the capture phase of the window, before every listener of the page that was not there at its very start.
  listen('securitypolicyviolation', (event) => {
    const { blockedURI, effectiveDirective } = event;
    const isEnforced = event.disposition === 'enforce';
    // A page can dispatch such events itself.
    if (!event.isTrusted || !(isEnforced || event.originalPolicy.includes(DEEP_MARK))) return;
    if (!isEnforced) event.stopImmediatePropagation();
    // An image that was to be upgraded is already requested as https.
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
