// The list of settings. Storage is hostile input: every value is checked separately, and an invalid one is replaced by its default. To add a setting,
// add an entry here, its card and words in setting-cards.ts and, unless it is an on/off setting, its control in that card.
import * as v from 'valibot';
import { DEFAULT_LOOK_UP_SERVER, isServerAddress } from '../look-up/query.ts';
import { isTemplate } from '../plans/trial-template.ts';
import { readAs } from '../schema/schema.ts';
import { LANGUAGE_IDS } from '../text/language.ts';

/** The most sites on which the notice is off. */
export const MAX_MUTED_SITES = 500;
/** The most sites that are always checked deeply: each makes the browser's rules longer. */
export const MAX_DEEP_SITES = 50;

interface SettingEntry<T, Managed extends true | undefined> {
  readonly schema: v.GenericSchema<unknown, T>;
  /** The default value. */
  readonly fallback: NoInfer<T>;
  /** Whether a policy can set it (docs/policy.md). */
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
  /** The view that the popup showed last. */
  voice: entry({
    schema: v.picklist(['visitor', 'owner']),
    fallback: 'visitor',
  }),
  /** Offer the look-up in certificate logs. */
  lookUp: entry({
    schema: v.boolean(),
    fallback: true,
    isManaged: true,
  }),
  /** The server of the look-up: an absolute https address. */
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
  /** Hide plans, prices and trials. */
  hideOffers: entry({
    schema: v.boolean(),
    fallback: false,
    isManaged: true,
  }),
  /** Show the tools for campaigns, and count their events on this device. */
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

/** Infers the type of a setting from its schema, and checks its fallback against it. */
function entry<T, Managed extends true | undefined = undefined>(
  setting: SettingEntry<T, Managed>,
): SettingEntry<T, Managed> {
  return setting;
}

export type SettingName = keyof typeof SETTINGS;
export type Settings = {
  readonly [Name in SettingName]: v.InferOutput<(typeof SETTINGS)[Name]['schema']>;
};
/** A setting that an organisation can set for its browsers. */
export type ManagedSetting = {
  [Name in SettingName]: true extends (typeof SETTINGS)[Name]['isManaged'] ? Name : never;
}[SettingName];
/** The settings that an organisation has set; the others are absent. */
export type Policy = { readonly [Name in ManagedSetting]?: Settings[Name] };

// Object.keys() returns plain strings; this is the only list of the keys.
export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

export const MANAGED_SETTINGS: readonly ManagedSetting[] = SETTING_NAMES.filter(
  (name): name is ManagedSetting => SETTINGS[name].isManaged === true,
);

/** Settings as stored, unchecked. */
type StoredSettings = Readonly<Record<string, unknown>>;

/** Returns the settings from storage of any content: a missing or invalid value is replaced by the default of that setting only. */
export function parseSettings(stored: unknown): Settings {
  return { ...DEFAULT_SETTINGS, ...validSettings(stored, SETTING_NAMES) };
}

/** Returns the policy's settings from managed storage of any content: an invalid value has no effect. */
export function parsePolicy(stored: unknown): Policy {
  return validSettings(stored, MANAGED_SETTINGS);
}

/** Returns the valid values of these settings. */
function validSettings(stored: unknown, names: readonly SettingName[]): Partial<Settings> {
  const source = readRecord(stored);
  return Object.fromEntries(
    names.flatMap((name) => {
      const result = v.safeParse(SETTINGS[name].schema, source[name]);
      return result.success ? [[name, result.output]] : [];
    }),
  );
}

// Every name with the fallback of its own entry, which has the setting's type.
export const DEFAULT_SETTINGS = Object.fromEntries(
  SETTING_NAMES.map((name) => [name, SETTINGS[name].fallback]),
) as Settings;

/** Returns stored data as key and value; empty if it is not an object. */
export function readRecord(stored: unknown): StoredSettings {
  return readAs(v.record(v.string(), v.unknown()), stored) ?? {};
}

/** The change; a function receives the settings at the time of the change, because others may have changed them meanwhile. */
export type SettingsChange = Partial<Settings> | ((settings: Settings) => Partial<Settings>);

/** Returns the settings after a change. */
export function changeSettings(settings: Settings, change: SettingsChange): Settings {
  return { ...settings, ...(typeof change === 'function' ? change(settings) : change) };
}

/** Returns what to store after a change. Values that this version does not know, or that are invalid, stay as stored. */
export function mergeSettings(stored: StoredSettings, change: SettingsChange): StoredSettings {
  const before = parseSettings(stored);
  const next = changeSettings(before, change);
  const changed = SETTING_NAMES.filter((name) => next[name] !== before[name]);
  return { ...stored, ...Object.fromEntries(changed.map((name) => [name, next[name]])) };
}

/** Returns the settings with the notice off, or on again, for a host. In a full list the oldest entry is removed. */
export function muteSite(settings: Settings, host: string, muted: boolean): Settings {
  const others = settings.mutedSites.filter((site) => site !== host);
  return { ...settings, mutedSites: muted ? [...others, host].slice(-MAX_MUTED_SITES) : others };
}

/** Returns the settings with a site marked for deep checks, or unmarked. A full list takes no further site. */
export function markSite(settings: Settings, site: string, marked: boolean): Settings {
  const others = settings.deepSites.filter((each) => each !== site);
  if (!marked) return { ...settings, deepSites: others };
  const isSame = others.length < settings.deepSites.length || others.length >= MAX_DEEP_SITES;
  return isSame ? settings : { ...settings, deepSites: [...others, site] };
}
