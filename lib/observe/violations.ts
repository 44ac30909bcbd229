// What the browser tells of policies: its reports to the deep check's own, and what the page's own policies stopped.
// https://www.w3.org/TR/CSP3/#violation-events
import { isInsecure } from '../page/address.ts';
import { DEEP_MARK } from '../page/deep-policy.ts';
import { MAX_URL, ONLY_ASKED } from '../page/report.ts';
import type { Sighting } from '../page/report.ts';
import type { Listen } from './listen.ts';

/**
 * Listens from now on. `onReport`: an unencrypted load that the deep check's policy reports; the page's own listeners do not hear of it.
 * `onStopped`: the address of a load that a policy of the page's own stopped, so that it is none.
 */
export function listenToViolations(
  listen: Listen,
  onReport: (sighting: Sighting) => void,
  onStopped: (url: string) => void,
): void {
  // In the capture phase of the window, before every listener of the page that was not there at its very start.
  listen('securitypolicyviolation', (event) => {
    // A page can make such events itself.
    if (!event.isTrusted) return;
    const { blockedURI, disposition } = event;
    if (disposition === 'enforce') {
      if (isInsecure(blockedURI)) onStopped(blockedURI);
      return;
    }
    if (!event.originalPolicy.includes(DEEP_MARK)) return;
    event.stopImmediatePropagation();
    if (isInsecure(blockedURI)) onReport(readViolation(event));
  });
}

function readViolation(event: SecurityPolicyViolationEvent): Sighting {
  const { blockedURI, effectiveDirective, sourceFile, lineNumber, columnNumber } = event;
  return {
    ...ONLY_ASKED,
    url: blockedURI,
    what: effectiveDirective,
    via: 'report',
    source: sourceFile ? { url: sourceFile.slice(0, MAX_URL), line: lineNumber, column: columnNumber } : null,
  };
}
