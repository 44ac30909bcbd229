// What views read: the record of the page in a tab, and every change of it. Views never ask the background for it.
import type { Tabs } from 'webextension-polyfill';
import { parseAddress } from '../page/address.ts';
import type { PageState } from '../page/page-state.ts';
import { readRecord } from '../page/read-record.ts';
import type { PageRecord } from '../page/record.ts';
import { browser, SITES } from './browser.ts';
import { pageKey, tabKey } from './keys.ts';

/**
 * Calls back with the page in a tab, at once and whenever it changes; null: the one that it shows has not reported yet. `active` is the tab of
 * the window that the popup opened in. Gives a function that stops.
 */
export function watchPage(tab: number | 'active', onChange: (state: PageState | null) => void): () => void {
  const { storage, tabs } = browser;
  let stopped = false;
  let last = '';
  let keys: readonly string[] = [];

  const look = async (): Promise<void> => {
    const tabId = tab === 'active' ? await activeTabId() : tab;
    keys = tabId === null ? [] : [tabKey(tabId)];
    const state = tabId === null ? ({ kind: 'not-observed', url: null } as const) : await readPage(tabId);
    if (tabId !== null && state?.kind === 'record')
      keys = [tabKey(tabId), pageKey(tabId, state.record.documentId)];
    const text = JSON.stringify(state);
    if (stopped || text === last) return;
    last = text;
    onChange(state);
  };

  let looking = Promise.resolve();
  const lookAgain = (): void => {
    // One after the other, so that an older answer never comes after a newer one.
    looking = looking.then(look).catch((error: unknown) => reportError(error));
  };
  const onStored = (changes: Record<string, unknown>): void => {
    if (keys.length === 0 || keys.some((key) => key in changes)) lookAgain();
  };

  const onTab = (tabId: number, { url, status }: Tabs.OnUpdatedChangeInfoType): void => {
    if (keys.includes(tabKey(tabId)) && (url ?? status) !== undefined) lookAgain();
  };

  storage.session.onChanged.addListener(onStored);
  tabs.onUpdated.addListener(onTab);
  lookAgain();
  return () => {
    stopped = true;
    tabs.onUpdated.removeListener(onTab);
    storage.session.onChanged.removeListener(onStored);
  };
}

async function activeTabId(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** The record of the page that a tab shows; null when there is none. */
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
  // A tab that was closed meanwhile has no address.
  const [record, shown] = await Promise.all([readShownRecord(tabId), tabs.get(tabId).catch(() => null)]);
  if (record !== null) return isOfAnotherHost(record, shown) ? null : { kind: 'record', record };
  if (!(await permissions.contains({ origins: [...SITES] }))) return { kind: 'no-access' };
  // Without the tab's address it is one of the browser's own pages: those hide it from extensions.
  return { kind: 'not-observed', url: shown?.url ?? null };
}

/** A page reports once it has loaded; until then the record is of the page before it, which must not stand for another host's. */
function isOfAnotherHost({ url }: PageRecord, tab: Tabs.Tab | null): boolean {
  const host = parseAddress(tab?.url ?? '')?.hostname ?? '';
  return host !== '' && host !== parseAddress(url)?.hostname;
}

function readDocumentId(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('documentId' in state)) return null;
  return typeof state.documentId === 'string' ? state.documentId : null;
}
