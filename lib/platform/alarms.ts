// Alarms: the browser starts the background for them. Views set them too, because the background may be asleep.
import { browser } from './browser.ts';

/** Wakes the background for trials that end. */
export const TRIAL_ALARM = 'trials';
/** Minutes between two checks of the calendar. Short enough that a clock set anew costs hours and not days. */
const PERIOD = 360;

/** Has the background woken several times a day by the alarm of this name, or no more. */
export async function keepAlarm(name: string, isWanted: boolean): Promise<void> {
  if (!isWanted) await browser.alarms.clear(name);
  // Creating one that exists would begin its period anew.
  else if ((await browser.alarms.get(name)) === undefined)
    await browser.alarms.create(name, { periodInMinutes: PERIOD });
}
