// What the browser tells of policies: its reports to the deep check's own, and what the page's own policies stopped.
// https://www.w3.org/TR/CSP3/#violation-events
import { isInsecure } from '../page/address.ts';
import { DEEP_MARK } from '../page/deep-policy.ts';
import { MAX_URL, ONLY_ASKED } from '../page/report.ts';
import type { Sighting } from '../page/report.ts';
import type { Listen } from './listen.ts';

/**
 * Listens from now on. `onReport`: an unencrypted load that the deep check's policy reports; the page's own listeners do not hear of it.
 * `onEnforced`: one that a policy of the page's own stopped, which is none; but with `block-all-mixed-content` the policy stopped it because it is
 * mixed content.
 */
export function listenToViolations(
  listen: Listen,
  onReport: (sighting: Sighting) => void,
  onEnforced: (sighting: Sighting) => void,
): void {
  // In the capture phase of the window, before every listener of the page that was not there at its very start.
  listen('securitypolicyviolation', (event) => {
    // A page can make such events itself.
    if (!event.isTrusted) return;
    const { blockedURI, disposition } = event;
    if (disposition === 'enforce') {
      // An image is asked for as https by the time, when it was to be upgraded.
      if (
        isInsecure(blockedURI) ||
        (blockedURI.startsWith('https:') && /^(img|media)-/.test(event.effectiveDirective))
      )
        onEnforced(readViolation(event));
      return;
    }
    if (!event.originalPolicy.includes(DEEP_MARK)) return;
    event.stopImmediatePropagation();
    if (isInsecure(blockedURI)) onReport(readViolation(event));
  });
}

function readViolation(event: SecurityPolicyViolationEvent): Sighting {
  const { blockedURI, effectiveDirective, disposition, sourceFile, lineNumber, columnNumber } = event;
  const isStopped = disposition === 'enforce' && effectiveDirective !== 'block-all-mixed-content';
  return {
    ...ONLY_ASKED,
    url: blockedURI,
    what: effectiveDirective,
    // Chromium reports audio and video so and upgrades them all the same: what became of it follows from the rules and the list of loads.
    via: isStopped ? 'stop' : 'report',
    source: sourceFile ? { url: sourceFile.slice(0, MAX_URL), line: lineNumber, column: columnNumber } : null,
  };
}
