// The section "Your site" with its observed and stored data.
import type { ReactNode } from 'react';
import type { PageSection } from '../page/page-sections.tsx';
import type { PlansPort } from '../plans/plans-port.ts';
import { useNeed } from '../plans/use-plans.ts';
import { useSaving } from '../ui/saving-context.tsx';
import { useStore } from '../ui/use-store.ts';
import { useWords } from '../ui/words-context.tsx';
import { SiteSection } from './site-section.tsx';

/** null: the seller's offers are hidden. */
export function useSiteSection(port: PlansPort): PageSection | null {
  const words = useWords();
  const { hideOffers } = useStore(port.settings);
  return hideOffers ? null : { id: 'site', name: words.text('site_title'), content: <Site port={port} /> };
}

function Site({ port }: { readonly port: PlansPort }): ReactNode {
  const save = useSaving();
  const { site, loaded, need } = useNeed(port);
  return (
    <SiteSection
      {...site}
      need={need}
      catalogue={loaded.catalogue}
      onSite={port.chooseSite}
      onAnswers={(answers) => save(port.answer(answers))}
      onForget={() => save(port.forget())}
    />
  );
}
