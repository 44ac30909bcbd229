// The keys of `storage.session` and of what is shared in `storage.local`, in one place: the background writes them, views watch them.

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

/** What a tab's page shows in outlines. */
export function outlineKey(tabId: number): string {
  return `outline:${tabId}`;
}

/** What came of asking whether https works for what a tab's page asks for. */
export function probeKey(tabId: number): string {
  return `probe:${tabId}`;
}

/** Every page record, oldest first. */
export const INDEX_KEY = 'index';

/** Certificate errors met in this session, by origin; private windows have their own. */
export function originsKey(isPrivate: boolean): string {
  return isPrivate ? 'origins:private' : 'origins';
}

/** A look-up that a person ordered and that waits for the browser's question about access. */
export const LOOK_UP_NOTE_KEY = 'look-up-note';

/** Tabs that the deep check's policy goes to. */
export const DEEP_TABS_KEY = 'deep-tabs';

/** What workers asked for, of pages that have not reported yet. */
export const WAITING_SIGHTINGS_KEY = 'waiting-sightings';

/** Hosts where the notice was turned off in a private window. */
export const PRIVATE_MUTED_KEY = 'muted:private';

/** In `storage.local`: the welcome page is owed. */
export const WELCOME_KEY = 'welcome';
