// Every key of `storage.session` and `storage.local`: the background writes them, views watch them.

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

/** Whether a key belongs to what a tab shows: the document, or its record. */
export function isKeyOfPage(key: string, tabId: number): boolean {
  return key === tabKey(tabId) || key.startsWith(pageKey(tabId, ''));
}

/** The navigations in a tab. */
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

/** The tab of a key in the session's storage; null: none. */
export function tabOfKey(key: string): number | null {
  const tabId = /^(?:tab|page|pending|outline|probe):(\d+)(?::|$)/.exec(key)?.[1];
  return tabId === undefined ? null : Number(tabId);
}

/** Set once the background has run in this session: an update empties the storage like a restart of the browser. */
export const LIFE_KEY = 'life';

/** Set once this browser has reported a certificate in this session: Chromium only does so behind a feature flag. */
export const TELLS_KEY = 'tells-certificates';

/** Every page record, oldest first. */
export const INDEX_KEY = 'index';

/** Certificate errors of this session, by origin; private windows have their own. */
export function originsKey(isPrivate: boolean): string {
  return isPrivate ? 'origins:private' : 'origins';
}

/** A look-up by the user that waits for the permission prompt. */
export const LOOK_UP_NOTE_KEY = 'look-up-note';

/** Tabs with the deep check's policy, and the keys of its policies. */
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

/** In `storage.local`: the counts of campaigns. */
export const CAMPAIGN_COUNTS_KEY = 'campaign-counts';

/** In `storage.local`: the unsent text of a field on the options page. `name`: of lib/settings/drafts.ts. */
export function draftKey(name: string): string {
  return `draft:${name}`;
}

/** Names of session maps: connections by origin, and look-ups by host. */
export const CONNECTIONS_MAP = 'connections';
export const LOOK_UPS_MAP = 'look-ups';

/** In the options page's session storage: the site that was chosen there. It survives a reload, not the tab. */
export const CHOSEN_SITE_KEY = 'site';
