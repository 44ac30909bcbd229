// A trial that an owner noted: its end, and its notifications. Only days are stored, and each check uses the current day, so that a background that
// starts late, after a restart or a change of the clock, needs nothing else.
import * as v from 'valibot';
import { parseHost } from '../address/host.ts';
import { addMonths, daysBetween, isDay } from '../text/day.ts';
import type { Day } from '../text/day.ts';

/** The owner's decision about the end of the trial. */
export const DECISIONS = ['renewed', 'bought', 'replaced'] as const;
export type Decision = (typeof DECISIONS)[number];

/** The stage of a trial: more than two weeks left, within two weeks, within three days, ended. */
export const STAGES = ['running', 'two-weeks', 'three-days', 'ended'] as const;
export type Stage = (typeof STAGES)[number];

export interface Trial {
  /** A host, in A-labels. */
  readonly site: string;
  readonly startedOn: Day;
  /** Calendar months. */
  readonly months: number;
  /** The last stage about which the owner was notified. */
  readonly told: Stage;
  /** Null: not decided yet. */
  readonly decision: Decision | null;
}

/** The length of a trial in calendar months if the catalogue states none. */
export const TRIAL_MONTHS = 3;

/** The most trials that are stored. */
export const MAX_TRIALS = 50;

export function endOf({ startedOn, months }: Trial): Day {
  return addMonths(startedOn, months);
}

export function stageOn(trial: Trial, today: Day): Stage {
  const left = daysBetween(today, endOf(trial));
  if (left <= 0) return 'ended';
  if (left <= 3) return 'three-days';
  return left <= 14 ? 'two-weeks' : 'running';
}

/** Whether two trials are the same: the same site and the same first day. */
export function isSame(a: Trial, b: Trial): boolean {
  return a.site === b.site && a.startedOn === b.startedOn;
}

/** Returns the trials with one added; null: there are too many. It replaces a trial of the same site and day. */
export function noteTrial(trials: readonly Trial[], trial: Trial): readonly Trial[] | null {
  const others = trials.filter((other) => !isSame(other, trial));
  return others.length >= MAX_TRIALS ? null : [...others, trial];
}

export interface Reminder {
  readonly trial: Trial;
  readonly stage: Stage;
}

/** Returns the notifications that are due today. */
export function dueReminders(trials: readonly Trial[], today: Day): readonly Reminder[] {
  return trials.flatMap((trial) => {
    const stage = stageOn(trial, today);
    return trial.decision === null && rank(stage) > rank(trial.told) ? [{ trial, stage }] : [];
  });
}

/**
 * Returns the trials after these notifications. A stage that is later than today's was notified because of a wrong clock, so it will be notified
 * again.
 */
export function afterReminding(
  trials: readonly Trial[],
  given: readonly Reminder[],
  today: Day,
): readonly Trial[] {
  return trials.map((trial) => {
    const reminder = given.find((one) => isSame(one.trial, trial));
    const now = stageOn(trial, today);
    const told = reminder?.stage ?? (rank(now) < rank(trial.told) ? now : trial.told);
    return told === trial.told ? trial : { ...trial, told };
  });
}

/** Whether a notification is due today or later. */
export function isWaiting({ decision, told }: Trial): boolean {
  return decision === null && told !== 'ended';
}

function rank(stage: Stage): number {
  return STAGES.indexOf(stage);
}

const trialSchema: v.GenericSchema<unknown, Trial> = v.object({
  site: v.pipe(
    v.string(),
    v.maxLength(253),
    v.check((text) => parseHost(text)?.name === text),
  ),
  startedOn: v.pipe(v.string(), v.check(isDay)),
  months: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(24)),
  told: v.picklist(STAGES),
  decision: v.nullable(v.picklist(DECISIONS)),
});

/** Returns the trials from storage of any content: each is checked separately, and values that are not trials are left out. */
export function readTrials(stored: unknown): readonly Trial[] {
  const entries: readonly unknown[] = Array.isArray(stored) ? stored.slice(0, 4 * MAX_TRIALS) : [];
  const trials: Trial[] = [];
  for (const entry of entries) {
    const result = v.safeParse(trialSchema, entry);
    if (result.success && !trials.some((known) => isSame(known, result.output))) trials.push(result.output);
  }
  return trials.slice(0, MAX_TRIALS);
}
