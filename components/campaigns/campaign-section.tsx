// "Campaigns", for those who market certificates: links and codes for every plan and channel, and what was counted on this device.
import type { ReactNode } from 'react';
import type { Catalogue } from '../../lib/plans/catalogue.ts';
import { useWords } from '../ui/words-context.tsx';
import { CampaignCounts } from './campaign-counts.tsx';
import type { CampaignPort } from './campaign-counts.tsx';
import { CampaignLinks } from './campaign-links.tsx';
import css from './campaign.module.css';

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
