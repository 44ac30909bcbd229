// The links of a campaign, one for every plan, level and channel. The function that makes the product's trial link makes these too.
import type { Catalogue, Plan, PlanLevel } from '../plans/catalogue.ts';
import { trialLink } from '../plans/trial-link.ts';
import { writeCsv } from '../text/csv.ts';
import type { LanguageRow } from '../text/language.ts';
import { CHANNEL_FIELDS, CHANNELS } from './channels.ts';
import type { Channel } from './channels.ts';

export interface CampaignInput {
  /** Template of the sign-up address. */
  readonly template: string;
  readonly catalogue: Catalogue;
  readonly language: LanguageRow;
  /** Years. */
  readonly term: number;
  /** `utm_campaign`. */
  readonly name: string;
  /** `utm_content`: distinguishes two links of one campaign; empty: none. */
  readonly content: string;
}

export interface CampaignLink {
  readonly plan: Plan;
  readonly level: PlanLevel;
  readonly channel: Channel;
  readonly url: string;
}

/** Makes every link of the campaign, ordered by channel and then by plan as in the catalogue. Throws TrialLinkError. */
export function campaignLinks(input: CampaignInput): readonly CampaignLink[] {
  const { template, catalogue, language, term, name, content } = input;
  return CHANNELS.flatMap((channel) =>
    catalogue.plans.flatMap((plan) =>
      plan.variants.map(({ level }) => ({
        plan,
        level,
        channel,
        url: trialLink(template, {
          plan: plan.id,
          level,
          term,
          language,
          campaign: {
            ...CHANNEL_FIELDS[channel],
            utm_campaign: name.trim(),
            utm_content: content.trim(),
          },
          domain: null,
        }),
      })),
    ),
  );
}

export function writeLinksCsv(links: readonly CampaignLink[]): string {
  return writeCsv([
    ['channel', 'plan', 'level', 'link'],
    ...links.map(({ channel, plan, level, url }) => [channel, plan.id, level, url]),
  ]);
}
