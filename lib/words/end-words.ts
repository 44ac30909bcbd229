// Describes when a certificate ends, with number and date. The row, the certificate section and the findings share it, so that they agree.
import type { Words } from './words.ts';

/** "ends tomorrow, 1 December 2026", as part of a sentence. `notAfter`: its last second, not over yet; both in ms since epoch. */
export function describeEnd(words: Words, notAfter: number, now: number): string {
  const date = words.date(notAfter);
  const days = words.daysBetween(now, notAfter);
  if (days <= 0) return words.text('ends_today', date, words.time(notAfter));
  return days === 1 ? words.text('ends_tomorrow', date) : words.count('ends_in', days, date);
}
