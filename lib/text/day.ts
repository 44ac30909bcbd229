// Calendar days without a time of day and without a time zone, as contracts use them: `2026-11-30`. Proleptic Gregorian calendar.

/** A day as ISO 8601, 4.2: year, month, day. Sorts as text. */
export type Day = string;

const DAY_MS = 86_400_000;

/** Whether a text is an existing day between 2000 and 2100: `2026-02-30` is not. */
export function isDay(text: string): boolean {
  const match = /^(20\d\d|2100)-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return false;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  return day >= 1 && month >= 1 && month <= 12 && day <= daysIn(year, month);
}

/** The day as ms since epoch at midnight UTC, for counting and formatting. */
export function dayTime(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** Adds months to a day. Where the later month is shorter, its last day: three months after 30 November is 28 or 29 February. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return writeDay(toYear, toMonth, Math.min(date, daysIn(toYear, toMonth)));
}

/** The number of days from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((dayTime(to) - dayTime(from)) / DAY_MS);
}

/** The last `count` days up to and including a day, earliest first. */
export function daysBefore(day: Day, count: number): readonly Day[] {
  const end = dayTime(day);
  return Array.from({ length: count }, (_, index) =>
    new Date(end - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10),
  );
}

/** Writes a day. `month`: from 1. */
export function writeDay(year: number, month: number, date: number): Day {
  return [String(year).padStart(4, '0'), ...[month, date].map((part) => String(part).padStart(2, '0'))].join(
    '-',
  );
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
