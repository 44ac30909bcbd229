// The stored settings, and data that the settings page can remove. An organisation's policy (managed storage) takes precedence over the user's
// choice, which stays stored and applies again when the policy is removed.
import * as v from 'valibot';
import type { DeviceErrors } from '../record/origin-error.ts';
import { deviceErrorsSchema } from '../record/origin-error.ts';
import {
  DEFAULT_SETTINGS,
  mergeSettings,
  muteSite,
  parsePolicy,
  parseSettings,
  SETTINGS,
} from '../settings/settings.ts';
import type { Settings, SettingsChange } from '../settings/settings.ts';
import { acquirePolicy, watchPolicy } from './policy-reader.ts';
import { defineItem } from './storage.ts';
import { DEVICE_ERRORS_KEY, PRIVATE_MUTED_KEY, SETTINGS_KEY } from './storage-keys.ts';

/** As stored, including values that only another version knows. */
const own = defineItem(SETTINGS_KEY, { schema: v.record(v.string(), v.unknown()), fallback: {} });

/** Hosts where the notice was turned off in a private window: removed at the end of the session. */
const privateMuted = defineItem(PRIVATE_MUTED_KEY, {
  area: 'session',
  schema: SETTINGS.mutedSites.schema,
  fallback: SETTINGS.mutedSites.fallback,
});

/** Returns the settings that apply now; the defaults where nothing valid is stored. */
export async function readSettings(): Promise<Settings> {
  const [chosen, policy] = await Promise.all([own.get(), acquirePolicy()]);
  return { ...parseSettings(chosen), ...parsePolicy(policy) };
}

/** Changes some settings. Rejects when the browser could not store them; the old ones then still apply. */
export async function writeSettings(wanted: SettingsChange): Promise<void> {
  await own.change((stored) => mergeSettings(stored, wanted));
}

/** Calls back with the settings whenever they or the policy change; returns a function that stops. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  const read = (): void => {
    readSettings().then(onChange, (error: unknown) => reportError(error));
  };
  const stops = [own.watch(read), watchPolicy(read)];
  return () => stops.forEach((stop) => stop());
}

/** Whether the notice is off for this host; private windows have a list of their own, removed at the end of the session. */
export async function isMuted(host: string, isPrivate: boolean): Promise<boolean> {
  const { mutedSites } = await readSettings();
  return mutedSites.includes(host) || (isPrivate && (await privateMuted.get()).includes(host));
}

/** Turns the notice off for a host. */
export async function mute(host: string, isPrivate: boolean): Promise<void> {
  if (!isPrivate) return writeSettings((settings) => muteSite(settings, host, true));
  await privateMuted.change(
    (mutedSites) => muteSite({ ...DEFAULT_SETTINGS, mutedSites }, host, true).mutedSites,
  );
}

/** Certificate errors remembered on this device. */
export const deviceErrors = defineItem<DeviceErrors | null>(DEVICE_ERRORS_KEY, {
  schema: deviceErrorsSchema,
  fallback: null,
});
