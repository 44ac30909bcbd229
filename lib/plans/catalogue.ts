// What a seller offers, as data that marketing edits: plans, prices, claims, offers, the trial (docs/catalogue.md). Its texts are its own, in
// English and any other language; the product's words stand beside its code.
import type { Language } from '../text/language.ts';

/** Raised when the shape changes. */
export const CATALOGUE_FORMAT = 1;

/** A text of the seller's: in English, and in any other language of the product. */
export type LocalText = { readonly [Id in Language]?: string } & { readonly en: string };

/** The text in a language, or in English. */
export function localTextOf(text: LocalText, language: string): string {
  return new Map(Object.entries(text)).get(language) ?? text.en;
}

/** The levels that can be sold. IV is for natural persons and sold by nobody here. */
export const PLAN_LEVELS = ['DV', 'OV', 'EV'] as const;
export type PlanLevel = (typeof PLAN_LEVELS)[number];

/** The highest of some levels; DV when there are none. */
export function highestLevel(levels: readonly PlanLevel[]): PlanLevel {
  return levels.reduce((a, b) => (PLAN_LEVELS.indexOf(a) < PLAN_LEVELS.indexOf(b) ? b : a), 'DV');
}

/** One host, or a wildcard: every host of one level, and never the name itself. */
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

/** How far a plan has a service. */
export const SERVICE_EXTENTS = ['no', 'yes', 'one-domain', 'several-domains'] as const;
export type ServiceExtent = (typeof SERVICE_EXTENTS)[number];

/** A plan at one level. */
export interface Variant {
  readonly level: PlanLevel;
  /** Fen, for one certificate and year. */
  readonly price: number;
}

export interface Plan {
  readonly id: string;
  readonly name: LocalText;
  /** Whom it is for, in the seller's words. */
  readonly meantFor: LocalText;
  readonly coverage: Coverage;
  readonly brand: string;
  readonly variants: readonly Variant[];
  readonly services: Readonly<Record<ServiceId, ServiceExtent>>;
  /** What the seller counts as an advantage and nobody here can check. */
  readonly advantages: readonly LocalText[];
}

/**
 * What the seller says and no rule of the trade does. `outdated` and `contradicted` ones are kept so that nobody repeats them: `remark` says
 * what is wrong with them.
 */
export interface Claim {
  readonly id: string;
  readonly owner: 'seller';
  readonly standing: 'claim' | 'outdated' | 'contradicted';
  readonly text: LocalText;
  readonly remark: LocalText | null;
}

/** The level that the seller issues for some names: its own rule, never a law. */
export interface Eligibility {
  readonly id: string;
  readonly owner: 'seller';
  readonly level: PlanLevel;
  /** Labels of the public suffix: `gov` is meant for example.gov and example.gov.cn. */
  readonly suffixLabels: readonly string[];
  /** Labels anywhere but at the beginning of a name. */
  readonly innerLabels: readonly string[];
  readonly text: LocalText;
}

/** When something holds: both days included, in the seller's time (UTC+8); null: no end on that side. `YYYY-MM-DD`. */
export interface Period {
  readonly from: string | null;
  readonly until: string | null;
}

/** Buy some years, get some years, pay a part. A purchase has one offer: they do not add up. */
export interface Offer extends Period {
  readonly id: string;
  readonly text: LocalText;
  readonly buyYears: number;
  /** Years of service, the bought ones included. */
  readonly getYears: number;
  /** Of the list price of the bought years. */
  readonly payPercent: number;
}

export interface Trial extends Period {
  readonly months: number;
  readonly text: LocalText;
}

export interface SignUp {
  /** Template of the address (trial-link.ts); null: nobody has set it yet. */
  readonly address: string | null;
  /** Said beside the link, before it is followed. */
  readonly disclosure: LocalText;
}

export interface Catalogue {
  readonly format: typeof CATALOGUE_FORMAT;
  /** The day on which the seller's facts were last checked, `YYYY-MM-DD`. */
  readonly checked: string;
  readonly currency: 'CNY';
  /** The languages that every text of the catalogue is in; English is one of them. */
  readonly languages: readonly Language[];
  readonly plans: readonly Plan[];
  readonly serviceNames: Readonly<Record<ServiceId, LocalText>>;
  readonly eligibility: readonly Eligibility[];
  readonly claims: readonly Claim[];
  readonly offers: readonly Offer[];
  /** null: there is none. */
  readonly trial: Trial | null;
  readonly signUp: SignUp;
}
