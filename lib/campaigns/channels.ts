// The channels in which a campaign's links are published. Their values are fixed, so that links made in different places are counted together.
import type { CampaignField } from '../plans/trial-template.ts';

export const CHANNELS = ['email', 'wechat', 'website', 'print', 'extension'] as const;
export type Channel = (typeof CHANNELS)[number];

/** https://en.wikipedia.org/wiki/UTM_parameters */
export const CHANNEL_FIELDS: Readonly<
  Record<Channel, { readonly [Field in CampaignField & ('utm_source' | 'utm_medium')]: string }>
> = {
  email: { utm_source: 'newsletter', utm_medium: 'email' },
  wechat: { utm_source: 'wechat', utm_medium: 'social' },
  website: { utm_source: 'website', utm_medium: 'referral' },
  print: { utm_source: 'print', utm_medium: 'qr' },
  extension: { utm_source: 'extension', utm_medium: 'referral' },
};
