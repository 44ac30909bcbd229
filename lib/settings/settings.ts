// The one list of settings: names, defaults and what counts as a valid value. Storage is hostile input too: it may hold anything that an
// older version, a broken profile or a person with developer tools put there, so every value is checked alone and a bad one falls back.
import * as v from 'valibot';
import { DEFAULT_LOOK_UP_SERVER, isServerAddress } from '../look-up/query.ts';
import { isTemplate } from '../plans/trial-template.ts';
import { LANGUAGE_IDS } from '../text/language.ts';
import type { Language } from '../text/language.ts';

/** Sites where the notice is off, at most. */
export const MAX_MUTED_SITES = 500;
/** Sites that are always checked deeply, at most: each makes the browser's rules longer. */
export const MAX_DEEP_SITES = 50;

const SCHEMAS = {
  /** `auto`: the browser's language. */
  language: v.picklist(['auto', ...LANGUAGE_IDS]),
  /** Show the notice on pages that ask for sensitive input without protection. */
  notice: v.boolean(),
  /** The voice last read in the popup. */
  voice: v.picklist(['visitor', 'owner']),
  /** Offer the look-up in public certificate logs. */
  lookUp: v.boolean(),
  /** Whom to ask then: an absolute https address. */
  lookUpServer: v.pipe(v.string(), v.check(isServerAddress)),
  /** Sites whose pages are always checked deeply: registrable domains or hosts. */
  deepSites: v.pipe(v.array(v.pipe(v.string(), v.maxLength(255))), v.maxLength(MAX_DEEP_SITES)),
  /** Show no plans, prices and trials. */
  hideOffers: v.boolean(),
  /** Show the tools for campaigns, and count on this device. */
  campaigns: v.boolean(),
  /** Template of the trial's sign-up address; empty: the catalogue's. */
  signUpAddress: v.pipe(
    v.string(),
    v.check((text) => text === '' || isTemplate(text)),
  ),
  /** Hosts where the visitor turned the notice off. */
  mutedSites: v.pipe(v.array(v.pipe(v.string(), v.maxLength(255))), v.maxLength(MAX_MUTED_SITES)),
} as const;

export interface Settings {
  readonly language: 'auto' | Language;
  readonly notice: boolean;
  readonly voice: 'visitor' | 'owner';
  readonly lookUp: boolean;
  readonly lookUpServer: string;
  readonly deepSites: readonly string[];
  readonly hideOffers: boolean;
  readonly campaigns: boolean;
  readonly signUpAddress: string;
  readonly mutedSites: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = {
  language: 'auto',
  notice: true,
  voice: 'visitor',
  lookUp: true,
  lookUpServer: DEFAULT_LOOK_UP_SERVER,
  deepSites: [],
  hideOffers: false,
  campaigns: false,
  signUpAddress: '',
  mutedSites: [],
};

/** The settings in whatever storage held: a missing or invalid value gives the default of that setting alone. */
export function parseSettings(stored: unknown): Settings {
  const source = v.parse(v.fallback(v.record(v.string(), v.unknown()), {}), stored);
  return {
    language: v.parse(v.fallback(SCHEMAS.language, DEFAULT_SETTINGS.language), source['language']),
    notice: v.parse(v.fallback(SCHEMAS.notice, DEFAULT_SETTINGS.notice), source['notice']),
    voice: v.parse(v.fallback(SCHEMAS.voice, DEFAULT_SETTINGS.voice), source['voice']),
    lookUp: v.parse(v.fallback(SCHEMAS.lookUp, DEFAULT_SETTINGS.lookUp), source['lookUp']),
    lookUpServer: v.parse(
      v.fallback(SCHEMAS.lookUpServer, DEFAULT_SETTINGS.lookUpServer),
      source['lookUpServer'],
    ),
    deepSites: v.parse(v.fallback(SCHEMAS.deepSites, [...DEFAULT_SETTINGS.deepSites]), source['deepSites']),
    hideOffers: v.parse(v.fallback(SCHEMAS.hideOffers, DEFAULT_SETTINGS.hideOffers), source['hideOffers']),
    campaigns: v.parse(v.fallback(SCHEMAS.campaigns, DEFAULT_SETTINGS.campaigns), source['campaigns']),
    signUpAddress: v.parse(
      v.fallback(SCHEMAS.signUpAddress, DEFAULT_SETTINGS.signUpAddress),
      source['signUpAddress'],
    ),
    mutedSites: v.parse(
      v.fallback(SCHEMAS.mutedSites, [...DEFAULT_SETTINGS.mutedSites]),
      source['mutedSites'],
    ),
  };
}

/** What is to be changed; a function is given the settings that hold when it is done, which others may have changed meanwhile. */
export type SettingsChange = Partial<Settings> | ((settings: Settings) => Partial<Settings>);

/** The settings after a change. */
export function changeSettings(settings: Settings, change: SettingsChange): Settings {
  return { ...settings, ...(typeof change === 'function' ? change(settings) : change) };
}

/** The settings with the notice off, or on again, for a host. The oldest entry makes room when the list is full. */
export function muteSite(settings: Settings, host: string, muted: boolean): Settings {
  const others = settings.mutedSites.filter((site) => site !== host);
  return { ...settings, mutedSites: muted ? [...others, host].slice(-MAX_MUTED_SITES) : others };
}

/** The settings with a site always checked deeply, or no more. A full list takes no further one. */
export function markSite(settings: Settings, site: string, marked: boolean): Settings {
  const others = settings.deepSites.filter((each) => each !== site);
  if (!marked) return { ...settings, deepSites: others };
  const isSame = others.length < settings.deepSites.length || others.length >= MAX_DEEP_SITES;
  return isSame ? settings : { ...settings, deepSites: [...others, site] };
}

/** The settings that an organisation can decide for its browsers. */
export const MANAGED_SETTINGS = [
  'notice',
  'lookUp',
  'lookUpServer',
  'signUpAddress',
  'hideOffers',
  'campaigns',
] as const satisfies readonly (keyof Settings)[];
export type ManagedSetting = (typeof MANAGED_SETTINGS)[number];
/** What an organisation decided; what it left open is not there. */
export type Policy = { readonly [Key in ManagedSetting]?: Settings[Key] };

/** The policy in whatever managed storage held: an invalid value decides nothing. */
export function parsePolicy(stored: unknown): Policy {
  const source = v.parse(v.fallback(v.record(v.string(), v.unknown()), {}), stored);
  const entries = MANAGED_SETTINGS.flatMap((name) => {
    const result = v.safeParse(SCHEMAS[name], source[name]);
    return result.success ? [[name, result.output] as const] : [];
  });
  return Object.fromEntries(entries);
}
