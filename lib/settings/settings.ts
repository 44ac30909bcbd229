// The one list of settings. Storage is hostile input: every value is checked alone, and an invalid one falls back alone.
// To add a setting: an entry here, its card and words in setting-cards.ts and, unless it is an on/off setting, its control in that card.
import * as v from 'valibot';
import { DEFAULT_LOOK_UP_SERVER, isServerAddress } from '../look-up/query.ts';
import { isTemplate } from '../plans/trial-template.ts';
import { readAs } from '../schema/schema.ts';
import { LANGUAGE_IDS } from '../text/language.ts';

/** Sites where the notice is off, at most. */
export const MAX_MUTED_SITES = 500;
/** Sites that are always checked deeply, at most: each makes the browser's rules longer. */
export const MAX_DEEP_SITES = 50;

interface SettingEntry<T, Managed extends true | undefined> {
  readonly schema: v.GenericSchema<unknown, T>;
  /** The value where none was chosen. */
  readonly fallback: NoInfer<T>;
  /** Whether a policy can decide it (docs/policy.md). */
  readonly isManaged?: Managed;
}

const sites = (max: number): v.GenericSchema<unknown, readonly string[]> =>
  v.pipe(v.array(v.pipe(v.string(), v.maxLength(255))), v.maxLength(max));

export const SETTINGS = {
  /** `auto`: the browser's language. */
  language: entry({
    schema: v.picklist(['auto', ...LANGUAGE_IDS]),
    fallback: 'auto',
  }),
  /** Show the notice on pages that ask for sensitive input without protection. */
  notice: entry({
    schema: v.boolean(),
    fallback: true,
    isManaged: true,
  }),
  /** The voice last read in the popup. */
  voice: entry({
    schema: v.picklist(['visitor', 'owner']),
    fallback: 'visitor',
  }),
  /** Offer the look-up in public certificate logs. */
  lookUp: entry({
    schema: v.boolean(),
    fallback: true,
    isManaged: true,
  }),
  /** Whom to ask then: an absolute https address. */
  lookUpServer: entry({
    schema: v.pipe(v.string(), v.check(isServerAddress)),
    fallback: DEFAULT_LOOK_UP_SERVER,
    isManaged: true,
  }),
  /** Sites whose pages are always checked deeply: registrable domains or hosts. */
  deepSites: entry({
    schema: sites(MAX_DEEP_SITES),
    fallback: [],
  }),
  /** Show no plans, prices and trials. */
  hideOffers: entry({
    schema: v.boolean(),
    fallback: false,
    isManaged: true,
  }),
  /** Show the tools for campaigns, and count on this device. */
  campaigns: entry({
    schema: v.boolean(),
    fallback: false,
    isManaged: true,
  }),
  /** Template of the trial's sign-up address; empty: the catalogue's. */
  signUpAddress: entry({
    schema: v.pipe(
      v.string(),
      v.check((text) => text === '' || isTemplate(text)),
    ),
    fallback: '',
    isManaged: true,
  }),
  /** Hosts where the visitor turned the notice off. */
  mutedSites: entry({
    schema: sites(MAX_MUTED_SITES),
    fallback: [],
  }),
} as const;

/** Infers the type of a setting from its schema, and holds its fallback to it. */
function entry<T, Managed extends true | undefined = undefined>(
  setting: SettingEntry<T, Managed>,
): SettingEntry<T, Managed> {
  return setting;
}

export type SettingName = keyof typeof SETTINGS;
export type Settings = {
  readonly [Name in SettingName]: v.InferOutput<(typeof SETTINGS)[Name]['schema']>;
};
/** A setting that an organisation can decide for its browsers. */
export type ManagedSetting = {
  [Name in SettingName]: true extends (typeof SETTINGS)[Name]['isManaged'] ? Name : never;
}[SettingName];
/** What an organisation decided; what it left open is not there. */
export type Policy = { readonly [Name in ManagedSetting]?: Settings[Name] };

// Object.keys() forgets the type of the keys; this is the one list of them.
export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

export const MANAGED_SETTINGS: readonly ManagedSetting[] = SETTING_NAMES.filter(
  (name): name is ManagedSetting => SETTINGS[name].isManaged === true,
);

/** Settings as they are stored, unchecked. */
type StoredSettings = Readonly<Record<string, unknown>>;

/** The settings in whatever storage held: a missing or invalid value gives the default of that setting alone. */
export function parseSettings(stored: unknown): Settings {
  return { ...DEFAULT_SETTINGS, ...validSettings(stored, SETTING_NAMES) };
}

/** The policy in whatever managed storage held: an invalid value decides nothing. */
export function parsePolicy(stored: unknown): Policy {
  return validSettings(stored, MANAGED_SETTINGS);
}

/** The valid values among these settings. */
function validSettings(stored: unknown, names: readonly SettingName[]): Partial<Settings> {
  const source = readRecord(stored);
  return Object.fromEntries(
    names.flatMap((name) => {
      const result = v.safeParse(SETTINGS[name].schema, source[name]);
      return result.success ? [[name, result.output]] : [];
    }),
  );
}

// Every name with the fallback of its own entry, whose type is that of the setting.
export const DEFAULT_SETTINGS = Object.fromEntries(
  SETTING_NAMES.map((name) => [name, SETTINGS[name].fallback]),
) as Settings;

/** What storage held, key by key; nothing where it is no object. */
export function readRecord(stored: unknown): StoredSettings {
  return readAs(v.record(v.string(), v.unknown()), stored) ?? {};
}

/** What is to be changed; a function is given the settings that hold when it is done, which others may have changed meanwhile. */
export type SettingsChange = Partial<Settings> | ((settings: Settings) => Partial<Settings>);

/** The settings after a change. */
export function changeSettings(settings: Settings, change: SettingsChange): Settings {
  return { ...settings, ...(typeof change === 'function' ? change(settings) : change) };
}

/** What is to be stored once settings are changed. What this version does not know, or cannot use, stays as it was stored. */
export function mergeSettings(stored: StoredSettings, change: SettingsChange): StoredSettings {
  const before = parseSettings(stored);
  const next = changeSettings(before, change);
  const changed = SETTING_NAMES.filter((name) => next[name] !== before[name]);
  return { ...stored, ...Object.fromEntries(changed.map((name) => [name, next[name]])) };
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
