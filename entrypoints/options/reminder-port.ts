// What the reminder of trials gets of the browser.
import type { ReminderPort } from '../../components/options/reminder-section.tsx';
import { saveFile } from '../../lib/platform/save-file.ts';
import {
  askToNotify,
  changeTrials,
  mayNotify,
  stopNotifying,
  storedTrials,
  today,
} from '../../lib/platform/trials.ts';

/** `months`: how long the seller's trial runs. */
export async function readReminderPort(months: number): Promise<ReminderPort> {
  const [trials, isNotifying] = await Promise.all([storedTrials(), mayNotify()]);
  return {
    trials,
    today: today(),
    months,
    mayNotify: isNotifying,
    onChange: changeTrials,
    onAskToNotify: askToNotify,
    onStopNotifying: stopNotifying,
    onSave: saveFile,
    now: Date.now,
  };
}
