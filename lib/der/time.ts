// UTCTime and GeneralizedTime as RFC 5280, 4.1.2.5 has them: with seconds, in UTC, without fraction. Both browsers refuse every other
// form, so a certificate that was accepted never has one.
import { GENERALIZED_TIME, UTC_TIME, type Element, type Input } from './cursor.ts';
import { fail } from './der-error.ts';

/** ms since epoch. Throws `wrong-tag` and `bad-time`; years 0 to 9999. */
export function readTime({ text }: Input, { tag, start, from, to }: Element): number {
  if (tag !== UTC_TIME && tag !== GENERALIZED_TIME) fail('wrong-tag', start);
  const digits = text.slice(from, to);
  const full = tag === GENERALIZED_TIME ? digits : (digits < '5' ? '20' : '19') + digits;
  // Digits only, exact length and a final Z: " 1" and "+1" are numbers to many parsers, an offset or a fraction is another instant.
  if (!/^\d{14}Z$/.test(full)) fail('bad-time', start);
  const part = (at: number): number => Number(full.slice(at, at + 2));
  // Date.UTC takes years 0 to 99 as 1900 to 1999; the Gregorian calendar repeats after 400 years, which are 146,097 days.
  const year = part(0) * 100 + part(2) + 400;
  const month = part(4);
  const day = part(6);
  const time = Date.UTC(year, month - 1, day, part(8), part(10), part(12));
  const date = new Date(time);
  // 31 April must not become 1 May, nor 24:00 the next day: Date.UTC rolls over without a word. Up to 99 hours always reach another day.
  const isSame =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && part(10) < 60 && part(12) < 60;
  if (!isSame) fail('bad-time', start);
  return time - 146_097 * 86_400_000;
}
