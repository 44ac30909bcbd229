// What the sections about a site, its plan and the seller's offer require from the browser.
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
  /** The campaign that the links contain. */
  readonly campaign: Store<TrialValues['campaign']>;
  /** ms since epoch: one time for the whole page, so that prices and dates are consistent. */
  readonly now: number;
  /** Chooses a site by one of its hosts; false when the text is not a host. */
  readonly chooseSite: (text: string) => boolean;
  /** Rejects when the browser did not save the change. */
  readonly answer: (answers: Answers) => Promise<void>;
  /** Deletes the answers about the site. Rejects when the browser did not save the change. */
  readonly forget: () => Promise<void>;
  /** Rejects with CatalogueError when the text is not a catalogue, and then changes nothing. */
  readonly importCatalogue: (json: string) => Promise<void>;
  readonly resetCatalogue: () => Promise<void>;
  /** Counts an event for the campaign on this device. */
  readonly count: (event: CampaignEvent) => void;
}
