// The counts of campaigns in `storage.local`. Only while the campaign tools are on, never for a private window, and never sent.
import { countEvent, readCounts } from '../../campaigns/counts.ts';
import type { CampaignEvent, DayCount } from '../../campaigns/counts.ts';
import { browser } from '../browser.ts';
import { CAMPAIGN_COUNTS_KEY as KEY } from '../storage-keys.ts';
import { readSettings } from '../settings-storage.ts';
import { alone, change } from '../stored.ts';
import { today } from '../trial-storage.ts';

/** Counts an event for a campaign. `isPrivate`: what happened belongs to a private window. */
export async function count(event: CampaignEvent, campaign: string, isPrivate: boolean): Promise<void> {
  if (isPrivate || !(await readSettings()).campaigns) return;
  await change(KEY, (stored) => countEvent(readCounts(stored), event, campaign, today()));
}

export async function storedCounts(): Promise<readonly DayCount[]> {
  return readCounts((await browser.storage.local.get(KEY))[KEY]);
}

export async function clearCounts(): Promise<void> {
  await alone(KEY, () => browser.storage.local.remove(KEY));
}

/** Calls back whenever a count changes. */
export function watchCounts(onChange: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (KEY in changes) onChange();
  });
}
