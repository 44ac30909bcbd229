// What the reminder of trials gets of the browser.
import type { TrialsPort } from '../../components/trials/trials-section.tsx';
import {
  askToNotify,
  changeTrials,
  mayNotify,
  stopNotifying,
  storedTrials,
  today,
} from '../../lib/platform/trial-storage.ts';

/** `months`: how long the seller's trial runs. */
export async function readTrialsPort(months: number): Promise<TrialsPort> {
  const [trials, isNotifying] = await Promise.all([storedTrials(), mayNotify()]);
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
