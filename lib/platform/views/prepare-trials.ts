// The trials for the options page, and whether the extension may show notifications about their ends.
import type { Day } from '../../text/day.ts';
import type { Trial } from '../../trials/trial.ts';
import { askToNotify, mayNotify, stopNotifying } from '../notifications.ts';
import { today } from '../today.ts';
import { changeTrials, storedTrials, watchTrials } from '../trial-storage.ts';
import { openStore } from './create-store.ts';
import type { Store } from './create-store.ts';

export interface PreparedTrials {
  readonly trials: Store<readonly Trial[]>;
  readonly mayNotify: Store<boolean>;
  readonly today: () => Day;
  readonly now: () => number;
  readonly change: typeof changeTrials;
  readonly askToNotify: () => Promise<boolean>;
  readonly stopNotifying: () => Promise<void>;
}

export async function prepareTrials(): Promise<PreparedTrials> {
  const [trials, isNotifying] = await Promise.all([
    openStore(() => storedTrials.get(), watchTrials),
    openStore(mayNotify, watchTrials),
  ]);
  return {
    trials,
    mayNotify: isNotifying,
    today,
    now: Date.now,
    change: changeTrials,
    askToNotify,
    stopNotifying,
  };
}
