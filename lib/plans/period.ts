// Days of the seller's calendar as points in time. China has one time zone without summer time: UTC+8.
import type { Period } from './catalogue.ts';

const DAY = 86_400_000;
const OFFSET = 8 * 3_600_000;

/** The beginning of a day, ms since epoch; null when the day does not exist. `text`: `YYYY-MM-DD`. */
export function startOfDay(text: string): number | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // Date.parse reads 31 February as a day in March.
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(text) ? null : at - OFFSET;
}

/** A moment that falls on this day in almost every time zone, for display: noon UTC, ms since epoch; null when the day does not exist. */
export function middleOfDay(text: string): number | null {
  const start = startOfDay(text);
  return start === null ? null : start + OFFSET + DAY / 2;
}

/** Whether a time, ms since epoch, is within a period. */
export function isInForce({ from, until }: Period, at: number): boolean {
  const start = from === null ? null : startOfDay(from);
  const end = until === null ? null : startOfDay(until);
  return (start === null || at >= start) && (end === null || at < end + DAY);
}
