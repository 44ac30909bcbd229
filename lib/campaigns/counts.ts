// Counts on this device how often a campaign's offer was shown, a plan viewed and a trial opened: only numbers by campaign and day, which are never
// sent. Storage is hostile input: every entry is checked separately.
import * as v from 'valibot';
import { isDay } from '../text/day.ts';
import type { Day } from '../text/day.ts';
import { writeCsv } from '../text/csv.ts';

export const EVENTS = ['offer-shown', 'plan-viewed', 'trial-opened'] as const;
export type CampaignEvent = (typeof EVENTS)[number];

export interface DayCount {
  readonly day: Day;
  /** `utm_campaign`; empty: no campaign was active. */
  readonly campaign: string;
  readonly counts: Readonly<Record<CampaignEvent, number>>;
}

/** The most entries that are stored; the oldest days are dropped first. */
export const MAX_ENTRIES = 400;
/** More events than a user can cause in one day. */
const MAX_COUNT = 1_000_000;
/** The longest campaign that a trial link may have. */
const MAX_NAME = 100;

const NONE: DayCount['counts'] = { 'offer-shown': 0, 'plan-viewed': 0, 'trial-opened': 0 };

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_COUNT));
const entry: v.GenericSchema<unknown, DayCount> = v.object({
  day: v.pipe(v.string(), v.check(isDay)),
  campaign: v.pipe(v.string(), v.maxLength(MAX_NAME)),
  counts: v.object({ 'offer-shown': count, 'plan-viewed': count, 'trial-opened': count }),
});

/** Returns the counts from storage of any content, oldest day first. */
export function readCounts(stored: unknown): readonly DayCount[] {
  const entries: readonly unknown[] = Array.isArray(stored) ? stored.slice(-4 * MAX_ENTRIES) : [];
  const known = new Map<string, DayCount>();
  for (const one of entries) {
    const result = v.safeParse(entry, one);
    if (result.success) known.set(keyOf(result.output), result.output);
  }
  return sorted([...known.values()]);
}

/** Returns the counts with one more event. */
export function countEvent(
  counts: readonly DayCount[],
  event: CampaignEvent,
  campaign: string,
  day: Day,
): readonly DayCount[] {
  const name = campaign.slice(0, MAX_NAME);
  const before = counts.find((one) => one.day === day && one.campaign === name) ?? {
    day,
    campaign: name,
    counts: NONE,
  };
  const after = {
    ...before,
    counts: { ...before.counts, [event]: Math.min(before.counts[event] + 1, MAX_COUNT) },
  };
  return sorted([...counts.filter((one) => one !== before), after]);
}

/** Returns the sum over all campaigns for each of several consecutive days. */
export function sumByDay(
  counts: readonly DayCount[],
  event: CampaignEvent,
  days: readonly Day[],
): readonly number[] {
  return days.map((day) => counts.reduce((sum, one) => (one.day === day ? sum + one.counts[event] : sum), 0));
}

export function writeCountsCsv(counts: readonly DayCount[]): string {
  return writeCsv([
    ['day', 'campaign', ...EVENTS],
    ...counts.map(({ day, campaign, counts: own }) => [day, campaign, ...EVENTS.map((event) => own[event])]),
  ]);
}

function sorted(counts: readonly DayCount[]): readonly DayCount[] {
  return counts.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).slice(-MAX_ENTRIES);
}

function keyOf({ day, campaign }: DayCount): string {
  return `${day} ${campaign}`;
}
