// The record of the page in a tab, and every change of it, for views. Views read it from storage, not from the background.
import type { Tabs } from 'webextension-polyfill';
import { parseAddress } from '../../address/address.ts';
import type { PageState } from '../../record/page-state.ts';
import { readRecord } from '../../record/read-record.ts';
import type { PageRecord } from '../../record/record.ts';
import { isAllowed, onAccessChange } from '../access.ts';
import { browser, SITES } from '../browser.ts';
import { isKeyOfPage, pageKey, tabKey } from '../storage-keys.ts';

/**
 * Calls back with the page in a tab, at once and whenever it changes; null: the tab's page has not reported yet. `active` is the active tab of
 * the window that the popup opened in. Returns a function that stops.
 */
export function watchPage(tab: number | 'active', onChange: (state: PageState | null) => void): () => void {
  const { storage, tabs } = browser;
  let stopped = false;
  let last = '';
  /** null until it is known. */
  let shownTab: number | null = null;

  const read = async (): Promise<void> => {
    isWaiting = false;
    shownTab = tab === 'active' ? await activeTabId() : tab;
    const state =
      shownTab === null ? ({ kind: 'not-observed', url: null } as const) : await readPage(shownTab);
    const version = versionOf(state);
    if (stopped || version === last) return;
    last = version;
    onChange(state);
  };

  let reading = Promise.resolve();
  let isWaiting = false;
  const scheduleRead = (): void => {
    // Changes during a read cause one further read, however many they are.
    if (isWaiting) return;
    isWaiting = true;
    // Reads run one after the other, so that an older result never follows a newer one.
    reading = reading.then(read).catch((error: unknown) => reportError(error));
  };
  // The key may belong to any document of the tab, not only to the last one: a change that arrives during a read may be too late for that read.
  const onStored = (changes: Record<string, unknown>): void => {
    const tabId = shownTab;
    if (tabId === null || Object.keys(changes).some((key) => isKeyOfPage(key, tabId))) scheduleRead();
  };

  const onTab = (tabId: number, { url, status }: Tabs.OnUpdatedChangeInfoType): void => {
    if (tabId === shownTab && (url ?? status) !== undefined) scheduleRead();
  };

  storage.session.onChanged.addListener(onStored);
  tabs.onUpdated.addListener(onTab);
  const stopAccess = onAccessChange(scheduleRead);
  scheduleRead();
  return () => {
    stopped = true;
    tabs.onUpdated.removeListener(onTab);
    stopAccess();
    storage.session.onChanged.removeListener(onStored);
  };
}

/** Two states with the same version are equal. */
function versionOf(state: PageState | null): string {
  if (state?.kind !== 'record') return JSON.stringify(state);
  const { tabId, documentId, openedAt, revision } = state.record;
  return [tabId, documentId, openedAt, revision].join(' ');
}

async function activeTabId(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** The record of a tab's page; null when there is none. */
export async function readShownRecord(tabId: number): Promise<PageRecord | null> {
  const { session } = browser.storage;
  const { [tabKey(tabId)]: state } = await session.get(tabKey(tabId));
  const documentId = readDocumentId(state);
  if (documentId === null) return null;
  const key = pageKey(tabId, documentId);
  return readRecord((await session.get(key))[key]);
}

async function readPage(tabId: number): Promise<PageState | null> {
  const { permissions, tabs } = browser;
  // A tab that has been closed meanwhile has no address.
  const [record, shown] = await Promise.all([readShownRecord(tabId), tabs.get(tabId).catch(() => null)]);
  // The user may have revoked access to a page after it was judged; the record is then out of date.
  const url = shown?.url ?? record?.url;
  if (url !== undefined && !(await isAllowed(url))) return { kind: 'no-access' };
  if (record !== null) return isOfAnotherHost(record, shown) ? null : { kind: 'record', record };
  if (!(await permissions.contains({ origins: [...SITES] }))) return { kind: 'no-access' };
  // A tab without an address shows one of the browser's own pages, whose addresses are hidden from extensions.
  return { kind: 'not-observed', url: shown?.url ?? null };
}

/** Whether the record is of another host. A page reports after loading; until then the record is of the previous page. */
function isOfAnotherHost({ url }: PageRecord, tab: Tabs.Tab | null): boolean {
  const host = parseAddress(tab?.url ?? '')?.hostname ?? '';
  return host !== '' && host !== parseAddress(url)?.hostname;
}

function readDocumentId(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('documentId' in state)) return null;
  return typeof state.documentId === 'string' ? state.documentId : null;
}
