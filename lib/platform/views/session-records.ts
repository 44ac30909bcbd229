// Every page record of the session, for views about a whole site. It only reads: the background is the one writer.
import { readRecord } from '../../record/read-record.ts';
import type { PageRecord } from '../../record/record.ts';
import { browser } from '../browser.ts';
import { isPageKey } from '../storage-keys.ts';
import { readShownRecord } from './watch-page.ts';

/** A record, and whether its tab is in a private window. */
export interface SessionRecord {
  readonly record: PageRecord;
  readonly isPrivate: boolean;
}

/** Calls back with the records, at once and whenever one changes. Returns a function that stops. */
export function watchRecords(onChange: (records: readonly SessionRecord[]) => void): () => void {
  const { session } = browser.storage;
  let stopped = false;
  let reading = Promise.resolve();
  let isWaiting = false;
  const read = async (): Promise<void> => {
    isWaiting = false;
    const records = await readRecords();
    if (!stopped) onChange(records);
  };
  const scheduleRead = (): void => {
    // Changes during a read cause one further read, however many they are.
    if (isWaiting) return;
    isWaiting = true;
    reading = reading.then(read).catch((error: unknown) => reportError(error));
  };
  const onStored = (changes: Record<string, unknown>): void => {
    if (Object.keys(changes).some(isPageKey)) scheduleRead();
  };
  session.onChanged.addListener(onStored);
  scheduleRead();
  return () => {
    stopped = true;
    session.onChanged.removeListener(onStored);
  };
}

async function readRecords(): Promise<readonly SessionRecord[]> {
  const [stored, privacy] = await Promise.all([browser.storage.session.get(null), readPrivacy()]);
  return Object.entries(stored).flatMap(([key, value]) => {
    const record = isPageKey(key) ? readRecord(value) : null;
    const isPrivate = record === null ? undefined : privacy.get(record.tabId);
    // A record without a tab belongs to a tab that has just closed, and will be deleted.
    return record === null || isPrivate === undefined ? [] : [{ record, isPrivate }];
  });
}

/** The record of the page in a tab, if there is one, and whether the tab is in a private window. An unlisted tab with a record counts as private. */
export async function readTab(
  tabId: number,
): Promise<{ readonly record: PageRecord | null; readonly isPrivate: boolean }> {
  const [record, privacy] = await Promise.all([readShownRecord(tabId), readPrivacy()]);
  return { record, isPrivate: privacy.get(tabId) ?? record !== null };
}

/** For every open tab whether it is in a private window. All tabs are queried: Chromium returns no single private tab to an ordinary page. */
async function readPrivacy(): Promise<ReadonlyMap<number | undefined, boolean>> {
  return new Map((await browser.tabs.query({})).map(({ id, incognito }) => [id, incognito]));
}

/** Whether this page of the extension is in a private window. */
export async function isInPrivateWindow(): Promise<boolean> {
  return (await browser.tabs.getCurrent())?.incognito ?? false;
}
