// The organisation's policy for its browsers (managed storage): settings, and marketing's values. It is hostile input: every key is checked
// separately; an invalid one has no effect and is reported, and the others apply.
import * as v from 'valibot';
import type { Catalogue } from '../plans/catalogue.ts';
import { CatalogueError, parseCatalogue, readCatalogue } from '../plans/read-catalogue.ts';
import { MAX_CAMPAIGN_VALUE } from '../plans/trial-link.ts';
import { CAMPAIGN_FIELDS } from '../plans/trial-template.ts';
import type { CampaignField } from '../plans/trial-template.ts';
import { ORGANIZATION_ROOTS, readOrganizationRoots } from './organization-roots.ts';
import { MANAGED_SETTINGS, parsePolicy, readRecord } from './settings.ts';
import type { Policy } from './settings.ts';
import { readSkipWelcome, SKIP_WELCOME } from './skip-welcome.ts';

/** Keys of the policy that are not settings of a user. */
export const POLICY_KEYS = ['catalogue', 'campaign', SKIP_WELCOME, ORGANIZATION_ROOTS] as const;

/** The campaign in links, e.g. `{ utm_campaign: 'autumn' }`. */
export type CampaignValues = { readonly [Field in CampaignField]?: string };

export interface PolicyFault {
  /** The key as written, to be shown as hostile text. */
  readonly key: string;
  /** `unknown`: no such key exists. */
  readonly reason: 'unknown' | 'bad-value';
  /** Details in English, e.g. the position in the catalogue; empty: none. */
  readonly detail: string;
}

export interface ManagedPolicy {
  readonly settings: Policy;
  /** Replaces the packaged catalogue; null: not set. */
  readonly catalogue: Catalogue | null;
  readonly campaign: CampaignValues;
  readonly faults: readonly PolicyFault[];
}

/** The most faults that are reported. */
const MAX_FAULTS = 20;

const campaignValue = v.pipe(
  v.string(),
  v.maxLength(MAX_CAMPAIGN_VALUE),
  v.check((text) => !/[\p{Cc}\p{Cs}]/u.test(text)),
);

/** Returns the policy from managed storage of any content. */
export function readManagedPolicy(stored: unknown): ManagedPolicy {
  const source = readRecord(stored);
  const settings = parsePolicy(source);
  const faults: PolicyFault[] = [];
  const fault = (key: string, reason: PolicyFault['reason'], detail = ''): void =>
    void faults.push({ key, reason, detail });

  const known = new Set<string>([...MANAGED_SETTINGS, ...POLICY_KEYS]);
  for (const key of Object.keys(source)) if (!known.has(key)) fault(key, 'unknown');
  for (const name of MANAGED_SETTINGS) if (name in source && !(name in settings)) fault(name, 'bad-value');
  // The welcome page is opened, or not, before any view; views only report an invalid value.
  if (SKIP_WELCOME in source && readSkipWelcome(source) === null) fault(SKIP_WELCOME, 'bad-value');

  // The background applies the list; views only report its faults.
  const roots = readOrganizationRoots(source[ORGANIZATION_ROOTS]);
  if (roots === null) fault(ORGANIZATION_ROOTS, 'bad-value');
  else for (const text of roots.bad) fault(ORGANIZATION_ROOTS, 'bad-value', text);

  let catalogue: Catalogue | null = null;
  try {
    catalogue = readOwnCatalogue(source['catalogue']);
  } catch (error) {
    if (!(error instanceof CatalogueError)) throw error;
    fault('catalogue', 'bad-value', error.message);
  }

  const campaign = readCampaign(source['campaign'], (key) => fault(key, 'bad-value'));
  return { settings, catalogue, campaign, faults: faults.slice(0, MAX_FAULTS) };
}

/** A JSON text, because Chromium's policies have no free-form objects, or an object in browsers that pass one. */
function readOwnCatalogue(value: unknown): Catalogue | null {
  if (value === undefined) return null;
  return typeof value === 'string' ? parseCatalogue(value) : readCatalogue(value);
}

function readCampaign(value: unknown, onFault: (key: string) => void): CampaignValues {
  if (value === undefined) return {};
  const source = v.safeParse(v.record(v.string(), v.unknown()), value);
  if (!source.success) {
    onFault('campaign');
    return {};
  }
  const names: readonly string[] = CAMPAIGN_FIELDS;
  for (const name of Object.keys(source.output)) if (!names.includes(name)) onFault(`campaign.${name}`);
  const fields = CAMPAIGN_FIELDS.flatMap((name) => {
    const field = v.safeParse(campaignValue, source.output[name]);
    if (field.success) return [[name, field.output] as const];
    if (name in source.output) onFault(`campaign.${name}`);
    return [];
  });
  return Object.fromEntries(fields);
}
