// What an organisation decided for its browsers (managed storage), as a whole: settings that hold, and what marketing set. Hostile input:
// every key is checked alone, a bad one decides nothing and is named, and the others hold.
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

/** Keys of the policy that are no settings of a person's. */
export const POLICY_KEYS = ['catalogue', 'campaign', SKIP_WELCOME, ORGANIZATION_ROOTS] as const;

/** The campaign that links name, e.g. `{ utm_campaign: 'autumn' }`. */
export type CampaignValues = { readonly [Field in CampaignField]?: string };

export interface PolicyFault {
  /** The key as it was written, to be shown as hostile text. */
  readonly key: string;
  /** `unknown`: there is no such key. */
  readonly reason: 'unknown' | 'bad-value';
  /** More exactly, in English, e.g. where in the catalogue; empty: nothing more is to be said. */
  readonly detail: string;
}

export interface ManagedPolicy {
  readonly settings: Policy;
  /** In place of the packaged one; null: nobody set one. */
  readonly catalogue: Catalogue | null;
  readonly campaign: CampaignValues;
  readonly faults: readonly PolicyFault[];
}

/** Faults that are told. */
const MAX_FAULTS = 20;

const campaignValue = v.pipe(
  v.string(),
  v.maxLength(MAX_CAMPAIGN_VALUE),
  v.check((text) => !/[\p{Cc}\p{Cs}]/u.test(text)),
);

/** The policy in whatever managed storage held. */
export function readManagedPolicy(stored: unknown): ManagedPolicy {
  const source = readRecord(stored);
  const settings = parsePolicy(source);
  const faults: PolicyFault[] = [];
  const fault = (key: string, reason: PolicyFault['reason'], detail = ''): void =>
    void faults.push({ key, reason, detail });

  const known = new Set<string>([...MANAGED_SETTINGS, ...POLICY_KEYS]);
  for (const key of Object.keys(source)) if (!known.has(key)) fault(key, 'unknown');
  for (const name of MANAGED_SETTINGS) if (name in source && !(name in settings)) fault(name, 'bad-value');
  // What it decides is over before anyone opens a view: views only name a mistake in it.
  if (SKIP_WELCOME in source && readSkipWelcome(source) === null) fault(SKIP_WELCOME, 'bad-value');

  // The background applies it; views only name what is wrong with it.
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

/** As a text of JSON, because Chromium's policies have no free-form objects; as an object where a browser passes one on. */
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
