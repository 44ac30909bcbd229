// Notifies of trials that end. Every event that wakes the background (an alarm, a start of the browser, a changed trial) starts the same check: which
// notification is due today and was not shown yet? So an alarm that was missed, late or repeated does no harm.
import { afterReminding, dueReminders, isWaiting } from '../../trials/trial.ts';
import type { Reminder, Trial } from '../../trials/trial.ts';
import type { Day } from '../../text/day.ts';

export interface TrialPorts {
  readonly today: () => Day;
  /** Changes the stored trials, under a lock; the same list: nothing is written. */
  readonly change: (apply: (trials: readonly Trial[]) => Promise<readonly Trial[]>) => Promise<void>;
  /** False when the user did not allow notifications. */
  readonly mayNotify: () => Promise<boolean>;
  readonly notify: (reminder: Reminder) => Promise<void>;
  /** Sets or clears the alarm that wakes the background several times a day. */
  readonly keepWaking: (isWanted: boolean) => Promise<void>;
}

/** Shows the notifications that are due, and keeps the alarm for as long as there are more to come. */
export async function remind(ports: TrialPorts): Promise<void> {
  await ports.change(async (trials) => {
    const today = ports.today();
    const due = (await ports.mayNotify()) ? dueReminders(trials, today) : [];
    for (const reminder of due) await ports.notify(reminder);
    const after = afterReminding(trials, due, today);
    await ports.keepWaking(after.some(isWaiting));
    // Stored after they were shown: a background that is stopped in between shows them again, and they replace the first ones.
    return after.some((trial, index) => trial !== trials[index]) ? after : trials;
  });
}
