// Interprets Resource Timing entries: blocked requests keep their http name, with no duration and no status; upgraded ones are listed under https (in
// Firefox under http, and blocked ones not at all). https://www.w3.org/TR/resource-timing/
import type { RawSighting } from '../record/sightings/observer-report.ts';

/**
 * The outcome of an entry with an insecure address. Without duration it was blocked, with a status it was loaded; in between (a busy page, a server that
 * does not share its timing) the entry only shows the request.
 */
export function listedOutcome(
  entry: Pick<PerformanceResourceTiming, 'duration' | 'responseStatus'>,
): RawSighting['outcome'] {
  return entry.responseStatus ? 'loaded' : entry.duration ? null : 'blocked';
}
