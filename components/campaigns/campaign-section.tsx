// "Campaigns", for users who market certificates: links and QR codes for every plan and channel, and the counts of this device.
import type { ReactNode } from 'react';
import { signUpAddress } from '../../lib/plans/catalogue.ts';
import type { PageSection } from '../page/page-sections.tsx';
import { useStore } from '../ui/use-store.ts';
import { useWords } from '../ui/words-context.tsx';
import { CampaignCounts } from './campaign-counts.tsx';
import { CampaignLinks } from './campaign-links.tsx';
import type { CampaignPort } from './campaign-port.ts';
import css from './campaign.module.css';

/** null: the tools for campaigns are off. */
export function useCampaignSection(port: CampaignPort): PageSection | null {
  const words = useWords();
  const { campaigns } = useStore(port.settings);
  return campaigns
    ? { id: 'campaigns', name: words.text('campaigns_section'), content: <Campaigns port={port} /> }
    : null;
}

function Campaigns({ port }: { readonly port: CampaignPort }): ReactNode {
  const words = useWords();
  const settings = useStore(port.settings);
  const { catalogue } = useStore(port.catalogue);
  const counts = useStore(port.counts);
  return (
    <div className={css.cards}>
      <div className={css.card}>
        <h3 className={css.heading}>{words.text('campaigns_links')}</h3>
        <CampaignLinks catalogue={catalogue} address={signUpAddress(settings.signUpAddress, catalogue)} />
      </div>
      <div className={css.card}>
        <h3 className={css.heading}>{words.text('campaigns_counts')}</h3>
        <CampaignCounts counts={counts} today={port.today()} onClear={port.clear} />
      </div>
    </div>
  );
}
