// Reminds of trials that end. Whatever wakes the background (an alarm, a start of the browser, a new note) leads to the same question: what
// is due today and was not said yet? So an alarm that was missed, came late or came twice does no harm.
import { afterReminding, dueReminders, isWaiting } from '../../trials/trial.ts';
import type { Reminder, Trial } from '../../trials/trial.ts';
import type { Day } from '../../text/day.ts';

export interface TrialPorts {
  readonly today: () => Day;
  readonly read: () => Promise<readonly Trial[]>;
  readonly write: (trials: readonly Trial[]) => Promise<void>;
  /** Nobody else reads and writes the trials meanwhile. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  /** False when the person did not allow notifications. */
  readonly canTell: () => Promise<boolean>;
  readonly tell: (reminder: Reminder) => Promise<void>;
  /** Has the background woken several times a day, or no more. */
  readonly keepWaking: (isWanted: boolean) => Promise<void>;
}

/** Says what is due, and keeps waking up for as long as there is something left to say. */
export async function remind(ports: TrialPorts): Promise<void> {
  await ports.alone(async () => {
    const trials = await ports.read();
    const today = ports.today();
    const due = (await ports.canTell()) ? dueReminders(trials, today) : [];
    for (const reminder of due) await ports.tell(reminder);
    // Written after it was said: a background that is stopped in between says it again, in the same notification.
    const after = afterReminding(trials, due, today);
    if (after.some((trial, index) => trial !== trials[index])) await ports.write(after);
    await ports.keepWaking(after.some(isWaiting));
  });
}
