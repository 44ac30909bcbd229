// Every page record of the session, for views that speak of a whole site. Reading only: the background stays the one writer.
import { readRecord } from '../page/read-record.ts';
import type { PageRecord } from '../page/record.ts';
import { browser } from './browser.ts';
import { isPageKey } from './keys.ts';
import { readShownRecord } from './record-view.ts';

/** A record, and whether its tab is in a private window. */
export interface SessionRecord {
  readonly record: PageRecord;
  readonly isPrivate: boolean;
}

/** Calls back with the records, at once and whenever one changes. Gives a function that stops. */
export function watchRecords(onChange: (records: readonly SessionRecord[]) => void): () => void {
  const { session } = browser.storage;
  let stopped = false;
  let looking = Promise.resolve();
  let isWaiting = false;
  const look = async (): Promise<void> => {
    isWaiting = false;
    const records = await readRecords();
    if (!stopped) onChange(records);
  };
  const lookAgain = (): void => {
    // Many changes while one look is under way need one more look, not many.
    if (isWaiting) return;
    isWaiting = true;
    looking = looking.then(look).catch((error: unknown) => reportError(error));
  };
  const onStored = (changes: Record<string, unknown>): void => {
    if (Object.keys(changes).some(isPageKey)) lookAgain();
  };
  session.onChanged.addListener(onStored);
  lookAgain();
  return () => {
    stopped = true;
    session.onChanged.removeListener(onStored);
  };
}

async function readRecords(): Promise<readonly SessionRecord[]> {
  const [stored, tabs] = await Promise.all([browser.storage.session.get(null), browser.tabs.query({})]);
  const privateTabs = new Set(tabs.filter(({ incognito }) => incognito).map(({ id }) => id));
  return Object.entries(stored).flatMap(([key, value]) => {
    const record = isPageKey(key) ? readRecord(value) : null;
    return record === null ? [] : [{ record, isPrivate: privateTabs.has(record.tabId) }];
  });
}

/** The page that a tab shows, if there is a record of it, and whether the tab is in a private window. */
export async function readTab(
  tabId: number,
): Promise<{ readonly record: PageRecord | null; readonly isPrivate: boolean }> {
  const [record, tab] = await Promise.all([
    readShownRecord(tabId),
    // A tab that was closed meanwhile is none.
    browser.tabs.get(tabId).catch(() => null),
  ]);
  return { record, isPrivate: tab?.incognito ?? false };
}

/** Whether this page of the extension stands in a private window. */
export async function isInPrivateWindow(): Promise<boolean> {
  return (await browser.tabs.getCurrent())?.incognito ?? false;
}
