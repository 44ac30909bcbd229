// What views read: the record of the page in a tab, and every change of it. Views never ask the background for it.
import type { Tabs } from 'webextension-polyfill';
import { parseAddress } from '../../address/address.ts';
import type { PageState } from '../../record/page-state.ts';
import { readRecord } from '../../record/read-record.ts';
import type { PageRecord } from '../../record/record.ts';
import { isAllowed, onAccessChange } from '../access.ts';
import { browser, SITES } from '../browser.ts';
import { isKeyOfPage, pageKey, tabKey } from '../storage-keys.ts';

/**
 * Calls back with the page in a tab, at once and whenever it changes; null: the one that it shows has not reported yet. `active` is the tab of
 * the window that the popup opened in. Gives a function that stops.
 */
export function watchPage(tab: number | 'active', onChange: (state: PageState | null) => void): () => void {
  const { storage, tabs } = browser;
  let stopped = false;
  let last = '';
  /** null until it is known. */
  let shownTab: number | null = null;

  const look = async (): Promise<void> => {
    isWaiting = false;
    shownTab = tab === 'active' ? await activeTabId() : tab;
    const state =
      shownTab === null ? ({ kind: 'not-observed', url: null } as const) : await readPage(shownTab);
    const version = versionOf(state);
    if (stopped || version === last) return;
    last = version;
    onChange(state);
  };

  let looking = Promise.resolve();
  let isWaiting = false;
  const lookAgain = (): void => {
    // Many changes while one look is under way need one more look, not many.
    if (isWaiting) return;
    isWaiting = true;
    // One after the other, so that an older answer never comes after a newer one.
    looking = looking.then(look).catch((error: unknown) => reportError(error));
  };
  // Of any of its documents, not only of the one that was seen last: a change may come while a look is under way, too late for what was read already.
  const onStored = (changes: Record<string, unknown>): void => {
    const tabId = shownTab;
    if (tabId === null || Object.keys(changes).some((key) => isKeyOfPage(key, tabId))) lookAgain();
  };

  const onTab = (tabId: number, { url, status }: Tabs.OnUpdatedChangeInfoType): void => {
    if (tabId === shownTab && (url ?? status) !== undefined) lookAgain();
  };

  storage.session.onChanged.addListener(onStored);
  tabs.onUpdated.addListener(onTab);
  const stopAccess = onAccessChange(lookAgain);
  lookAgain();
  return () => {
    stopped = true;
    tabs.onUpdated.removeListener(onTab);
    stopAccess();
    storage.session.onChanged.removeListener(onStored);
  };
}

/** Two states with the same version are the same. */
function versionOf(state: PageState | null): string {
  if (state?.kind !== 'record') return JSON.stringify(state);
  const { tabId, documentId, openedAt, revision } = state.record;
  return [tabId, documentId, openedAt, revision].join(' ');
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
  // Access may have been withdrawn from a page that was judged; the record is then of a time when it was given.
  const url = shown?.url ?? record?.url;
  if (url !== undefined && !(await isAllowed(url))) return { kind: 'no-access' };
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
