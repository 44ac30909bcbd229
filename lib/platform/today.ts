// The calendar of the device.
import { writeDay } from '../text/day.ts';
import type { Day } from '../text/day.ts';

/** Today where the browser is. */
export function today(): Day {
  const now = new Date();
  return writeDay(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
