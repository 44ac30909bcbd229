// The catalogue of a seller, data that marketing edits: plans, prices, claims, offers, the trial (docs/catalogue.md). It contains its own texts, in
// English and any other language.
import type { Language } from '../text/language.ts';

/** Increased when the schema changes. */
export const CATALOGUE_FORMAT = 1;

/** A text of the seller, in English and any other language of the product. */
export type LocalText = { readonly [Id in Language]?: string } & { readonly en: string };

/** The text in a language; in English when it is missing. */
export function localTextOf(text: LocalText, language: string): string {
  return new Map(Object.entries(text)).get(language) ?? text.en;
}

/** The levels that can be sold. IV is for natural persons, and no plan offers it. */
export const PLAN_LEVELS = ['DV', 'OV', 'EV'] as const;
export type PlanLevel = (typeof PLAN_LEVELS)[number];

/** The highest of several levels; DV when there are none. */
export function highestLevel(levels: readonly PlanLevel[]): PlanLevel {
  return levels.reduce((a, b) => (PLAN_LEVELS.indexOf(a) < PLAN_LEVELS.indexOf(b) ? b : a), 'DV');
}

/** One host, or a wildcard: every host one level below a name, but not the name itself. */
export const COVERAGES = ['host', 'wildcard'] as const;
export type Coverage = (typeof COVERAGES)[number];

export const SERVICE_IDS = [
  'installation',
  'page-debugging',
  'expiry-reminder',
  'automatic-renewal',
  'check-and-support',
] as const;
export type ServiceId = (typeof SERVICE_IDS)[number];

/** To what extent a plan includes a service. */
export const SERVICE_EXTENTS = ['no', 'yes', 'one-domain', 'several-domains'] as const;
export type ServiceExtent = (typeof SERVICE_EXTENTS)[number];

/** A plan at one level. */
export interface Variant {
  readonly level: PlanLevel;
  /** In fen, for one certificate and year. */
  readonly price: number;
}

export interface Plan {
  readonly id: string;
  readonly name: LocalText;
  /** Whom the plan is for, in the seller's words. */
  readonly meantFor: LocalText;
  readonly coverage: Coverage;
  readonly brand: string;
  readonly variants: readonly Variant[];
  readonly services: Readonly<Record<ServiceId, ServiceExtent>>;
  /** Advantages that the seller claims and that cannot be checked here. */
  readonly advantages: readonly LocalText[];
}

/**
 * A claim of the seller that no rule of the industry supports. Claims that are `outdated` or `contradicted` are kept so that nobody repeats them:
 * `remark` says what is wrong with them.
 */
export interface Claim {
  readonly id: string;
  readonly owner: 'seller';
  readonly standing: 'claim' | 'outdated' | 'contradicted';
  readonly text: LocalText;
  readonly remark: LocalText | null;
}

/** The level at which the seller issues for some names: its own rule, not a law. */
export interface Eligibility {
  readonly id: string;
  readonly owner: 'seller';
  readonly level: PlanLevel;
  /** Labels of the public suffix: `gov` is meant for example.gov and example.gov.cn. */
  readonly suffixLabels: readonly string[];
  /** Labels in any position but the first. */
  readonly innerLabels: readonly string[];
  readonly text: LocalText;
}

/** A period: both days included, in the seller's time zone (UTC+8); null: open on that side. `YYYY-MM-DD`. */
export interface Period {
  readonly from: string | null;
  readonly until: string | null;
}

/** An offer: buy some years, get some years, pay a part. A purchase has one offer only. */
export interface Offer extends Period {
  readonly id: string;
  readonly text: LocalText;
  readonly buyYears: number;
  /** Years of service, including those that are paid. */
  readonly getYears: number;
  /** The share of the list price of the paid years. */
  readonly payPercent: number;
}

export interface Trial extends Period {
  readonly months: number;
  readonly text: LocalText;
}

export interface SignUp {
  /** Template of the address (trial-link.ts); null: not set yet. */
  readonly address: string | null;
  /** Shown beside the link. */
  readonly disclosure: LocalText;
}

export interface Catalogue {
  readonly format: typeof CATALOGUE_FORMAT;
  /** The day on which the seller's facts were last checked, `YYYY-MM-DD`. */
  readonly checked: string;
  readonly currency: 'CNY';
  /** The languages in which every text of the catalogue exists, including English. */
  readonly languages: readonly Language[];
  readonly plans: readonly Plan[];
  readonly serviceNames: Readonly<Record<ServiceId, LocalText>>;
  readonly eligibility: readonly Eligibility[];
  readonly claims: readonly Claim[];
  readonly offers: readonly Offer[];
  /** Null: there is no trial. */
  readonly trial: Trial | null;
  readonly signUp: SignUp;
}

/** The template of the sign-up address: the one that was chosen, else the seller's; null: none is set. `chosen`: empty where nobody chose. */
export function signUpAddress(chosen: string, { signUp }: Catalogue): string | null {
  return chosen === '' ? signUp.address : chosen;
}
