// What the browser's own list of loads tells: blocked loads keep their http name with no duration and no status, upgraded ones appear
// under https (in Firefox under http, and blocked ones not at all). https://www.w3.org/TR/resource-timing/
import type { RawSighting } from '../record/sightings/observer-report.ts';

/**
 * What an entry under an unencrypted address shows. A load that took no time was blocked, one with a status came; in between (a busy page, a server
 * that does not share its timing) the list shows only that it was asked for.
 */
export function listedOutcome(
  entry: Pick<PerformanceResourceTiming, 'duration' | 'responseStatus'>,
): RawSighting['outcome'] {
  return entry.responseStatus ? 'loaded' : entry.duration ? null : 'blocked';
}
