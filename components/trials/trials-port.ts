// What the trials section requires from the browser.
import type { Catalogue } from '../../lib/plans/catalogue.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { Day } from '../../lib/text/day.ts';
import type { Trial } from '../../lib/trials/trial.ts';
import type { Store } from '../ui/use-store.ts';

export interface TrialsPort {
  readonly settings: Store<Settings>;
  readonly catalogue: Store<{ readonly catalogue: Catalogue }>;
  readonly trials: Store<readonly Trial[]>;
  readonly mayNotify: Store<boolean>;
  readonly today: () => Day;
  /** ms since epoch. */
  readonly now: () => number;
  /** Rejects when the browser did not save the change. */
  readonly change: (change: (trials: readonly Trial[]) => readonly Trial[]) => Promise<void>;
  /** Resolves to whether notifications are allowed. */
  readonly askToNotify: () => Promise<boolean>;
  readonly stopNotifying: () => Promise<void>;
}
