// What the browser's own list of loads tells: blocked loads keep their http name with no duration and no status, upgraded ones appear
// under https (in Firefox under http, and blocked ones not at all). https://www.w3.org/TR/resource-timing/
import { isInsecure } from '../page/address.ts';
import { ONLY_ASKED } from '../page/report.ts';
import type { Sighting } from '../page/report.ts';

/**
 * A sighting from one entry of the list, or null when it was encrypted. A load that took no time was blocked, one with a status came; in
 * between (a busy page, a server that does not share its timing) the list shows only that it was asked for.
 */
export function readTiming({
  name,
  duration,
  responseStatus,
  initiatorType,
}: PerformanceResourceTiming): Sighting | null {
  const outcome = responseStatus > 0 ? 'loaded' : duration > 0 ? null : 'blocked';
  return isInsecure(name) ? { ...ONLY_ASKED, url: name, what: initiatorType, via: 'timing', outcome } : null;
}
