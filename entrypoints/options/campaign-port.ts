// What the campaigns get of the browser, and the counting of what happened on this page.
import type { CampaignPort } from '../../components/campaigns/campaign-counts.tsx';
import { clearCounts, storedCounts } from '../../lib/platform/views/campaign-storage.ts';
import { today } from '../../lib/platform/trial-storage.ts';

export async function readCampaignPort(): Promise<CampaignPort> {
  return {
    counts: await storedCounts(),
    today: today(),
    onClear: clearCounts,
  };
}
