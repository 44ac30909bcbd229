// The site, its plans and the seller's catalogue for the options page.
import type { CampaignEvent } from '../../campaigns/counts.ts';
import type { LoadedCatalogue } from '../../plans/read-catalogue.ts';
import type { SiteState } from '../../plans/site-state.ts';
import type { CampaignValues, ManagedPolicy } from '../../settings/policy.ts';
import type { Settings } from '../../settings/settings.ts';
import { count } from './campaign-storage.ts';
import { importCatalogue, loadCatalogue, resetCatalogue, watchCatalogue } from './catalogue-storage.ts';
import { openStore } from './create-store.ts';
import type { Store } from './create-store.ts';
import { watchRecords } from './session-records.ts';
import { openSiteService } from './site-service.ts';
import type { SiteService, SiteServiceOptions } from './site-service.ts';

export interface PlanOptions extends SiteServiceOptions {
  readonly settings: Store<Settings>;
  readonly policy: Store<ManagedPolicy>;
}

export interface PreparedPlans extends Pick<SiteService, 'answer' | 'forget'> {
  readonly settings: Store<Settings>;
  readonly catalogue: Store<LoadedCatalogue>;
  readonly campaign: Store<CampaignValues>;
  readonly site: Store<SiteState>;
  readonly now: number;
  readonly chooseSite: SiteService['choose'];
  readonly importCatalogue: (json: string) => Promise<void>;
  readonly resetCatalogue: () => Promise<void>;
  readonly count: (event: CampaignEvent) => void;
}

export async function preparePlans({ settings, policy, ...site }: PlanOptions): Promise<PreparedPlans> {
  const [service, catalogue] = await Promise.all([
    openSiteService(site),
    openStore(
      () => loadCatalogue(policy.get().catalogue),
      (onChange) => {
        watchCatalogue(onChange);
        policy.subscribe(onChange);
      },
    ),
  ]);
  watchRecords((records) => service.see(records));
  return {
    settings,
    catalogue,
    campaign: { get: () => policy.get().campaign, subscribe: policy.subscribe },
    site: service.state,
    now: Date.now(),
    chooseSite: service.choose,
    answer: service.answer,
    forget: service.forget,
    importCatalogue,
    resetCatalogue,
    count: (event) =>
      void count(event, policy.get().campaign.utm_campaign ?? '', site.isPrivate).catch(reportError),
  };
}
