// The settings in `storage.local`: read whole, written whole, every value checked on the way in. What an organisation decided (managed storage)
// wins over what the person chose; that stays stored and holds again when the policy goes.
import {
  changeSettings,
  DEFAULT_SETTINGS,
  muteSite,
  parsePolicy,
  parseSettings,
} from '../settings/settings.ts';
import type { Policy, Settings, SettingsChange } from '../settings/settings.ts';
import { browser } from './browser.ts';
import { DEVICE_ERRORS_KEY, PRIVATE_MUTED_KEY, SETTINGS_KEY as KEY } from './storage-keys.ts';
import { change } from './stored.ts';

/** The settings that hold now; the defaults where nothing valid is stored. */
export async function readSettings(): Promise<Settings> {
  const [own, policy] = await Promise.all([readOwn(), readPolicy()]);
  return { ...own, ...policy };
}

/** What the organisation that runs this browser decided. */
export async function readPolicy(): Promise<Policy> {
  try {
    return parsePolicy(await browser.storage.managed.get(null));
  } catch {
    // Firefox rejects when nobody manages the extension. https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/storage/managed
    return {};
  }
}

async function readOwn(): Promise<Settings> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  return parseSettings(stored);
}

/** Changes some settings. Rejects when the browser could not store them; the old ones then still hold. */
export async function writeSettings(wanted: SettingsChange): Promise<void> {
  await change(KEY, (stored) => changeSettings(parseSettings(stored), wanted));
}

/** Calls back with the settings whenever they change; gives a function that stops. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area !== 'managed' && (area !== 'local' || !(KEY in changes))) return;
    readSettings().then(onChange, (error: unknown) => reportError(error));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** Whether the notice is off for this host; private windows have a list of their own that ends with the session. */
export async function isMuted(host: string, isPrivate: boolean): Promise<boolean> {
  const { mutedSites } = await readSettings();
  if (mutedSites.includes(host)) return true;
  return isPrivate && (await readPrivateMuted()).includes(host);
}

/** Turns the notice off for a host. */
export async function mute(host: string, isPrivate: boolean): Promise<void> {
  if (!isPrivate) return writeSettings((settings) => muteSite(settings, host, true));
  const add = (stored: unknown): unknown =>
    muteSite({ ...DEFAULT_SETTINGS, mutedSites: parseMuted(stored) }, host, true).mutedSites;
  await change(PRIVATE_MUTED_KEY, add, 'session');
}

async function readPrivateMuted(): Promise<readonly string[]> {
  const { [PRIVATE_MUTED_KEY]: stored } = await browser.storage.session.get(PRIVATE_MUTED_KEY);
  return parseMuted(stored);
}

function parseMuted(stored: unknown): readonly string[] {
  return parseSettings({ mutedSites: stored }).mutedSites;
}

/** Forgets the certificate errors remembered on this device; the background then forgets those of its session. */
export async function forgetCertificateErrors(): Promise<void> {
  await browser.storage.local.remove(DEVICE_ERRORS_KEY);
}
