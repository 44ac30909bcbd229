// The noted trials in `storage.local`, the right to notify, and the alarm that wakes the background for them.
import type { Day } from '../text/day.ts';
import { writeDay } from '../text/day.ts';
import { isWaiting, readTrials } from '../trials/trial.ts';
import type { Trial } from '../trials/trial.ts';
import { browser } from './browser.ts';
import { TRIALS_KEY as KEY } from './storage-keys.ts';
import { alone } from './stored.ts';

/** The name of the alarm. */
export const TRIALS_ALARM = 'trials';
/** Minutes between two looks at the calendar. Short enough that a clock set anew costs hours and not days. */
const PERIOD = 360;

/** Where on the options page the trials are. */
export const TRIALS_ANCHOR = 'trials';

/** Today where the browser is. */
export function today(): Day {
  const now = new Date();
  return writeDay(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

export async function storedTrials(): Promise<readonly Trial[]> {
  return readTrials((await browser.storage.local.get(KEY))[KEY]);
}

/** Changes the trials, and nobody else meanwhile. Rejects when the browser could not store them. */
export async function changeTrials(change: (trials: readonly Trial[]) => readonly Trial[]): Promise<void> {
  await alone(KEY, async () => {
    const trials = change(await storedTrials());
    if (trials.length === 0) await browser.storage.local.remove(KEY);
    else await browser.storage.local.set({ [KEY]: trials });
    // Not left to the background, which may be asleep.
    await keepWaking(trials.some(isWaiting));
  });
}

/** Calls back whenever the trials change, or whether they may be told of. */
export function watchTrials(onChange: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (KEY in changes) onChange();
  });
  browser.permissions.onAdded.addListener(onChange);
  browser.permissions.onRemoved.addListener(onChange);
}

export async function mayNotify(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['notifications'] });
}

/** Asks for notifications; false when the person said no. Call from a click. */
export async function askToNotify(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['notifications'] });
}

/** Gives the right to notify back. */
export async function stopNotifying(): Promise<void> {
  await browser.permissions.remove({ permissions: ['notifications'] });
}

/** Has the background woken several times a day, or no more. */
export async function keepWaking(isWanted: boolean): Promise<void> {
  if (!isWanted) await browser.alarms.clear(TRIALS_ALARM);
  // Making one that is there already would begin its time anew.
  else if ((await browser.alarms.get(TRIALS_ALARM)) === undefined)
    await browser.alarms.create(TRIALS_ALARM, { periodInMinutes: PERIOD });
}
