// What the sections about a site, its plan and the seller's offer need of the browser.
import type { CampaignEvent } from '../../lib/campaigns/counts.ts';
import type { Answers } from '../../lib/plans/answers.ts';
import type { LoadedCatalogue } from '../../lib/plans/read-catalogue.ts';
import type { SiteState } from '../../lib/plans/site-state.ts';
import type { TrialValues } from '../../lib/plans/trial-link.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { Store } from '../ui/use-store.ts';

export interface PlansPort {
  readonly settings: Store<Settings>;
  readonly catalogue: Store<LoadedCatalogue>;
  readonly site: Store<SiteState>;
  /** The campaign that links name. */
  readonly campaign: Store<TrialValues['campaign']>;
  /** ms since epoch: one moment for the whole page, so that prices and dates agree with each other. */
  readonly now: number;
  /** Chooses a site by one of its hosts; false when the text is no host. */
  readonly chooseSite: (text: string) => boolean;
  /** Rejects when the browser did not save. */
  readonly answer: (answers: Answers) => Promise<void>;
  /** Forgets the answers about the site. Rejects when the browser did not save. */
  readonly forget: () => Promise<void>;
  /** Rejects with CatalogueError when the text is no catalogue, and then nothing changes. */
  readonly importCatalogue: (json: string) => Promise<void>;
  readonly resetCatalogue: () => Promise<void>;
  /** For the counts of campaigns on this device. */
  readonly count: (event: CampaignEvent) => void;
}
