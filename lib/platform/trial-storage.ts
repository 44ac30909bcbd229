// The trials that the user noted, and the alarm for their ends.
import { isWaiting, readTrials } from '../trials/trial.ts';
import type { Trial } from '../trials/trial.ts';
import { keepAlarm, TRIAL_ALARM } from './alarms.ts';
import { browser } from './browser.ts';
import { TRIALS_KEY } from './storage-keys.ts';
import { defineItem, repairedBy } from './storage.ts';

export const storedTrials = defineItem<readonly Trial[]>(TRIALS_KEY, {
  schema: repairedBy(readTrials),
  fallback: [],
});

/** Changes the trials under their lock. Rejects when the browser could not store them. */
export async function changeTrials(change: (trials: readonly Trial[]) => readonly Trial[]): Promise<void> {
  await storedTrials.exclusively(async ({ get, put }) => {
    const trials = change(await get());
    await put(trials.length === 0 ? undefined : trials);
    // Set here and not in the background, which may be asleep.
    await keepAlarm(TRIAL_ALARM, trials.some(isWaiting));
  });
}

/** Calls back whenever the trials change, or the permission for notifications. */
export function watchTrials(onChange: () => void): void {
  storedTrials.watch(onChange);
  browser.permissions.onAdded.addListener(onChange);
  browser.permissions.onRemoved.addListener(onChange);
}
