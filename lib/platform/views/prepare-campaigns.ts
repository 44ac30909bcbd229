// The counts of campaigns for the options page.
import type { DayCount } from '../../campaigns/counts.ts';
import type { Day } from '../../text/day.ts';
import { today } from '../today.ts';
import { storedCounts } from './campaign-storage.ts';
import { openStore } from './create-store.ts';
import type { Store } from './create-store.ts';

export interface PreparedCampaigns {
  readonly counts: Store<readonly DayCount[]>;
  readonly today: () => Day;
  readonly clear: () => Promise<void>;
}

export async function prepareCampaigns(): Promise<PreparedCampaigns> {
  const counts = await openStore(
    () => storedCounts.get(),
    (onChange) => storedCounts.watch(onChange),
  );
  return { counts, today, clear: () => storedCounts.remove() };
}
