// The site that plans are matched to, as views show it.
import type { Answers } from './answers.ts';
import type { SiteFacts } from './site-facts.ts';

export interface SiteState {
  /** null: no site is chosen. */
  readonly facts: SiteFacts | null;
  /** Hosts of other sites of the session, the last visited first. */
  readonly others: readonly string[];
  readonly answers: Answers;
  /** The site was opened in a private window: its answers are not kept. */
  readonly isPrivate: boolean;
}
