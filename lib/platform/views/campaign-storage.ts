// The counts of campaigns: only while the campaign tools are on, never for a private window, and never sent.
import { countEvent, readCounts } from '../../campaigns/counts.ts';
import type { CampaignEvent, DayCount } from '../../campaigns/counts.ts';
import { readSettings } from '../settings-storage.ts';
import { CAMPAIGN_COUNTS_KEY } from '../storage-keys.ts';
import { defineItem, repairedBy } from '../storage.ts';
import { today } from '../today.ts';

export const storedCounts = defineItem<readonly DayCount[]>(CAMPAIGN_COUNTS_KEY, {
  schema: repairedBy(readCounts),
  fallback: [],
});

/** Counts an event for a campaign. `isPrivate`: the event happened in a private window. */
export async function count(event: CampaignEvent, campaign: string, isPrivate: boolean): Promise<void> {
  if (isPrivate || !(await readSettings()).campaigns) return;
  await storedCounts.change((counts) => countEvent(counts, event, campaign, today()));
}
