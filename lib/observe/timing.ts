// What the browser's own list of loads tells: blocked loads keep their http name with no duration and no status, upgraded ones appear
// under https. https://www.w3.org/TR/resource-timing/
import type { Sighting } from '../page/report.ts';

/** A sighting from one entry of the list, or null when it was encrypted. */
export function readTiming({
  name,
  duration,
  responseStatus,
  initiatorType,
}: PerformanceResourceTiming): Sighting | null {
  if (!/^http:/i.test(name)) return null;
  const outcome = duration === 0 && responseStatus === 0 ? 'blocked' : 'loaded';
  return { url: name, what: initiatorType, via: 'timing', outcome, place: null };
}
