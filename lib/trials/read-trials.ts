// The noted trials in whatever storage held: every one is checked alone, and what is none is left out.
import * as v from 'valibot';
import { parseHost } from '../address/host.ts';
import { isDay } from '../text/day.ts';
import { DECISIONS, isSame, MAX_TRIALS, STAGES } from './trial.ts';
import type { Trial } from './trial.ts';

const trial: v.GenericSchema<unknown, Trial> = v.object({
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

export function readTrials(stored: unknown): readonly Trial[] {
  const entries: readonly unknown[] = Array.isArray(stored) ? stored.slice(0, 4 * MAX_TRIALS) : [];
  const trials: Trial[] = [];
  for (const entry of entries) {
    const result = v.safeParse(trial, entry);
    if (result.success && !trials.some((known) => isSame(known, result.output))) trials.push(result.output);
  }
  return trials.slice(0, MAX_TRIALS);
}
