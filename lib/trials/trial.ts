// A trial that an owner noted: when it ends, and when to notify. Only days are stored, and the current day decides: a background that starts late,
// after a restart or a change of the clock, needs nothing else.
import * as v from 'valibot';
import { parseHost } from '../address/host.ts';
import { addMonths, daysBetween, isDay } from '../text/day.ts';
import type { Day } from '../text/day.ts';

/** What the owner did about the end of the trial. */
export const DECISIONS = ['renewed', 'bought', 'replaced'] as const;
export type Decision = (typeof DECISIONS)[number];

/** How near the end is: more than two weeks, within two weeks, within three days, over. */
export const STAGES = ['running', 'two-weeks', 'three-days', 'ended'] as const;
export type Stage = (typeof STAGES)[number];

export interface Trial {
  /** A host, in A-labels. */
  readonly site: string;
  readonly startedOn: Day;
  /** Calendar months. */
  readonly months: number;
  /** The last stage that the owner was notified of. */
  readonly told: Stage;
  /** Null: not decided yet. */
  readonly decision: Decision | null;
}

/** The length of a trial in calendar months when no catalogue states another. */
export const TRIAL_MONTHS = 3;

/** The most trials that are kept. */
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

/** Whether two trials are the same: of one site and begun on one day. */
export function isSame(a: Trial, b: Trial): boolean {
  return a.site === b.site && a.startedOn === b.startedOn;
}

/** The trials with one added; null when there are too many. A trial of the same site and day is replaced. */
export function noteTrial(trials: readonly Trial[], trial: Trial): readonly Trial[] | null {
  const others = trials.filter((other) => !isSame(other, trial));
  return others.length >= MAX_TRIALS ? null : [...others, trial];
}

export interface Reminder {
  readonly trial: Trial;
  readonly stage: Stage;
}

/** The notifications that are due today. */
export function dueReminders(trials: readonly Trial[], today: Day): readonly Reminder[] {
  return trials.flatMap((trial) => {
    const stage = stageOn(trial, today);
    return trial.decision === null && rank(stage) > rank(trial.told) ? [{ trial, stage }] : [];
  });
}

/** The trials after these notifications. A stage that today has not reached was notified by a wrong clock: it will be notified again. */
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

/** The trials in whatever storage returned: each is checked alone, and what is not a trial is left out. */
export function readTrials(stored: unknown): readonly Trial[] {
  const entries: readonly unknown[] = Array.isArray(stored) ? stored.slice(0, 4 * MAX_TRIALS) : [];
  const trials: Trial[] = [];
  for (const entry of entries) {
    const result = v.safeParse(trialSchema, entry);
    if (result.success && !trials.some((known) => isSame(known, result.output))) trials.push(result.output);
  }
  return trials.slice(0, MAX_TRIALS);
}
