// The calendar of the device.
import { writeDay } from '../text/day.ts';
import type { Day } from '../text/day.ts';

/** Returns the current day in the browser's time zone. */
export function today(): Day {
  const now = new Date();
  return writeDay(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
