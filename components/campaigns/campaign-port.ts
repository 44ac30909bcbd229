// What the campaign section requires from the browser.
import type { DayCount } from '../../lib/campaigns/counts.ts';
import type { Catalogue } from '../../lib/plans/catalogue.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { Day } from '../../lib/text/day.ts';
import type { Store } from '../ui/use-store.ts';

export interface CampaignPort {
  readonly settings: Store<Settings>;
  readonly catalogue: Store<{ readonly catalogue: Catalogue }>;
  readonly counts: Store<readonly DayCount[]>;
  readonly today: () => Day;
  readonly clear: () => Promise<void>;
}
