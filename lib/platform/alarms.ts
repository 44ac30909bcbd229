// Alarms: the browser starts the background for them. Views set them too, because the background may be asleep.
import { browser } from './browser.ts';

/** Wakes the background for trials that end. */
export const TRIAL_ALARM = 'trials';
/** Minutes between two checks of the calendar: short, so that a changed clock delays a notification by hours, not days. */
const PERIOD = 360;

/** Sets or clears the alarm of this name, which wakes the background several times a day. */
export async function keepAlarm(name: string, isWanted: boolean): Promise<void> {
  if (!isWanted) await browser.alarms.clear(name);
  // Creating an existing alarm would restart its period.
  else if ((await browser.alarms.get(name)) === undefined)
    await browser.alarms.create(name, { periodInMinutes: PERIOD });
}
