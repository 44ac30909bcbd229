// What the campaigns get of the browser, and the counting of what happened on this page.
import type { CampaignPort } from '../../components/campaigns/campaign-counts.tsx';
import { storedCounts } from '../../lib/platform/views/campaign-storage.ts';
import { today } from '../../lib/platform/today.ts';

export async function readCampaignPort(): Promise<CampaignPort> {
  return {
    counts: await storedCounts.get(),
    today: today(),
    onClear: () => storedCounts.remove(),
  };
}
