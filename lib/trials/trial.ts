// A trial that an owner noted: when it ends, and when to remind of that. Days only: whoever wakes up late, after a restart or with a clock that
// was set anew, looks at today and says what holds now.
import * as v from 'valibot';
import { parseHost } from '../address/host.ts';
import { addMonths, daysBetween, isDay } from '../text/day.ts';
import type { Day } from '../text/day.ts';

/** What the owner did about the end. */
export const DECISIONS = ['renewed', 'bought', 'replaced'] as const;
export type Decision = (typeof DECISIONS)[number];

/** How near the end is: more than two weeks away, within them, within three days, over. */
export const STAGES = ['running', 'two-weeks', 'three-days', 'ended'] as const;
export type Stage = (typeof STAGES)[number];

export interface Trial {
  /** A host, A-labels. */
  readonly site: string;
  readonly startedOn: Day;
  /** Calendar months. */
  readonly months: number;
  /** The last stage that was reminded of. */
  readonly told: Stage;
  /** null: still to be decided. */
  readonly decision: Decision | null;
}

/** Calendar months of a trial where no catalogue says otherwise. */
export const TRIAL_MONTHS = 3;

/** Trials that are kept. */
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

/** Whether a trial is the same note: one a site and day. */
export function isSame(a: Trial, b: Trial): boolean {
  return a.site === b.site && a.startedOn === b.startedOn;
}

/** The trials with one noted; null when there is no room. A note of the same site and day is replaced. */
export function noteTrial(trials: readonly Trial[], trial: Trial): readonly Trial[] | null {
  const others = trials.filter((other) => !isSame(other, trial));
  return others.length >= MAX_TRIALS ? null : [...others, trial];
}

export interface Reminder {
  readonly trial: Trial;
  readonly stage: Stage;
}

/** What is to be reminded of today. */
export function dueReminders(trials: readonly Trial[], today: Day): readonly Reminder[] {
  return trials.flatMap((trial) => {
    const stage = stageOn(trial, today);
    return trial.decision === null && rank(stage) > rank(trial.told) ? [{ trial, stage }] : [];
  });
}

/** The trials once these reminders were given. A stage that today has not reached was told by a wrong clock: it will be told again. */
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

/** Whether anything is left to remind of, today or later. */
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
