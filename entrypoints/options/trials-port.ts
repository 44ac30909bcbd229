// What the reminder of trials gets of the browser.
import type { TrialsPort } from '../../components/trials/trials-section.tsx';
import { askToNotify, mayNotify, stopNotifying } from '../../lib/platform/notifications.ts';
import { today } from '../../lib/platform/today.ts';
import { changeTrials, storedTrials } from '../../lib/platform/trial-storage.ts';

/** `months`: how long the seller's trial runs. */
export async function readTrialsPort(months: number): Promise<TrialsPort> {
  const [trials, isNotifying] = await Promise.all([storedTrials.get(), mayNotify()]);
  return {
    trials,
    today: today(),
    months,
    mayNotify: isNotifying,
    onChange: changeTrials,
    onAskToNotify: askToNotify,
    onStopNotifying: stopNotifying,
    now: Date.now,
  };
}
