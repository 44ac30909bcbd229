// The one list of settings: names, defaults and what counts as a valid value. Storage is hostile input too: it may hold anything that an
// older version, a broken profile or a person with developer tools put there, so every value is checked alone and a bad one falls back.
import * as v from 'valibot';

/** Sites where the notice is off, at most. */
export const MAX_MUTED_SITES = 500;

const SCHEMAS = {
  /** `auto`: the browser's language. */
  language: v.picklist(['auto', 'en', 'zh_CN']),
  /** Show the notice on pages that ask for sensitive input without protection. */
  notice: v.boolean(),
  /** The voice last read in the popup. */
  voice: v.picklist(['visitor', 'owner']),
  /** Hosts where the visitor turned the notice off. */
  mutedSites: v.pipe(v.array(v.pipe(v.string(), v.maxLength(255))), v.maxLength(MAX_MUTED_SITES)),
} as const;

export interface Settings {
  readonly language: 'auto' | 'en' | 'zh_CN';
  readonly notice: boolean;
  readonly voice: 'visitor' | 'owner';
  readonly mutedSites: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = {
  language: 'auto',
  notice: true,
  voice: 'visitor',
  mutedSites: [],
};

/** The settings in whatever storage held: a missing or invalid value gives the default of that setting alone. */
export function parseSettings(stored: unknown): Settings {
  const source = v.parse(v.fallback(v.record(v.string(), v.unknown()), {}), stored);
  return {
    language: v.parse(v.fallback(SCHEMAS.language, DEFAULT_SETTINGS.language), source['language']),
    notice: v.parse(v.fallback(SCHEMAS.notice, DEFAULT_SETTINGS.notice), source['notice']),
    voice: v.parse(v.fallback(SCHEMAS.voice, DEFAULT_SETTINGS.voice), source['voice']),
    mutedSites: v.parse(
      v.fallback(SCHEMAS.mutedSites, [...DEFAULT_SETTINGS.mutedSites]),
      source['mutedSites'],
    ),
  };
}

/** The settings with the notice off, or on again, for a host. The oldest entry makes room when the list is full. */
export function muteSite(settings: Settings, host: string, muted: boolean): Settings {
  const others = settings.mutedSites.filter((site) => site !== host);
  return { ...settings, mutedSites: muted ? [...others, host].slice(-MAX_MUTED_SITES) : others };
}
