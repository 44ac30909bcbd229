// "Campaigns", for those who market certificates: links and codes for every plan and channel, and what was counted on this device.
import type { ReactNode } from 'react';
import type { DayCount } from '../../lib/campaigns/counts.ts';
import type { Catalogue } from '../../lib/plans/catalogue.ts';
import type { Day } from '../../lib/text/day.ts';
import { useWords } from '../ui/words-context.tsx';
import { CampaignCounts } from './campaign-counts.tsx';
import { CampaignLinks } from './campaign-links.tsx';
import css from './campaign.module.css';

/** What the section needs of the browser. */
export interface CampaignPort {
  readonly counts: readonly DayCount[];
  readonly today: Day;
  readonly onClear: () => Promise<void>;
}

interface CampaignSectionProps extends CampaignPort {
  readonly catalogue: Catalogue;
  /** Template of the sign-up address; null: none is set. */
  readonly address: string | null;
}

export function CampaignSection(props: CampaignSectionProps): ReactNode {
  const words = useWords();
  return (
    <div className={css.cards}>
      <div className={css.card}>
        <h3 className={css.heading}>{words.text('campaigns_links')}</h3>
        <CampaignLinks {...props} />
      </div>
      <div className={css.card}>
        <h3 className={css.heading}>{words.text('campaigns_counts')}</h3>
        <CampaignCounts {...props} />
      </div>
    </div>
  );
}
