// Every key of `storage.session` and `storage.local` in one place: the background writes them, views watch them.

/** The document that a tab shows now. */
export function tabKey(tabId: number): string {
  return `tab:${tabId}`;
}

/** The record of one document in one tab. */
export function pageKey(tabId: number, documentId: string): string {
  return `page:${tabId}:${documentId}`;
}

/** Whether a key is that of a page's record. */
export function isPageKey(key: string): boolean {
  return key.startsWith('page:');
}

/** Whether a key is of what a tab shows: which document, or the record of one. */
export function isKeyOfPage(key: string, tabId: number): boolean {
  return key === tabKey(tabId) || key.startsWith(pageKey(tabId, ''));
}

/** The pages on their way in a tab. */
export function pendingKey(tabId: number): string {
  return `pending:${tabId}`;
}

/** The outlines that a tab's page shows. */
export function outlineKey(tabId: number): string {
  return `outline:${tabId}`;
}

/** The probe of a tab: whether https works for what its page requests. */
export function probeKey(tabId: number): string {
  return `probe:${tabId}`;
}

/** The tab that a key of the session's storage is of; null: none. */
export function tabOfKey(key: string): number | null {
  const tabId = /^(?:tab|page|pending|outline|probe):(\d+)(?::|$)/.exec(key)?.[1];
  return tabId === undefined ? null : Number(tabId);
}

/** Set once the background has run in this session: an update empties the storage as a restart of the browser does. */
export const LIFE_KEY = 'life';

/** There once this browser reported a certificate in this session: Chromium does so behind a feature alone. */
export const TELLS_KEY = 'tells-certificates';

/** Every page record, oldest first. */
export const INDEX_KEY = 'index';

/** Certificate errors met in this session, by origin; private windows have their own. */
export function originsKey(isPrivate: boolean): string {
  return isPrivate ? 'origins:private' : 'origins';
}

/** A look-up that the user ordered and that waits for the browser's question about access. */
export const LOOK_UP_NOTE_KEY = 'look-up-note';

/** Tabs that the deep check's policy goes to, and the random parts of its policies. */
export const DEEP_KEY = 'deep-check';

/** Refused messages and errors of the background, for the user to copy. */
export const DIAGNOSTICS_KEY = 'diagnostics';

/** Requests of workers for pages that have not reported yet. */
export const WAITING_SIGHTINGS_KEY = 'waiting-sightings';

/** Hosts where the notice was turned off in a private window. */
export const PRIVATE_MUTED_KEY = 'muted:private';

/** In `storage.local`: certificate errors by salted hash of the origin. */
export const DEVICE_ERRORS_KEY = 'certificate-errors';

/** In `storage.local`: the welcome page is still to be opened. */
export const WELCOME_KEY = 'welcome';

/** In `storage.local`: the settings. */
export const SETTINGS_KEY = 'settings';

/** In `storage.local`: the trials that the user noted. */
export const TRIALS_KEY = 'trials';

/** In `storage.local`: the answers of owners about their sites. */
export const SITES_KEY = 'sites';

/** In `storage.local`: an imported plan catalogue. */
export const CATALOGUE_KEY = 'catalogue';

/** In `storage.local`: how often campaigns were shown and opened. */
export const CAMPAIGN_COUNTS_KEY = 'campaign-counts';

/** In `storage.local`: what is written in a field of the options page and not sent off yet. `name`: of lib/settings/drafts.ts. */
export function draftKey(name: string): string {
  return `draft:${name}`;
}

/** Names of session maps: connections by origin, and look-ups by host. */
export const CONNECTIONS_MAP = 'connections';
export const LOOK_UPS_MAP = 'look-ups';

/** In the options page's own memory: the site that was chosen there. It outlives a reload, not the tab. */
export const CHOSEN_SITE_KEY = 'site';
