// Reads what the extension stores and shows about a tab, in a page of its own: the same stored record that its views read.
import type { Browser as WebExtension } from 'webextension-polyfill';
import { assess } from '../../lib/verdict/assess.ts';
import type { Verdict } from '../../lib/verdict/verdict.ts';
import { readRecord } from '../../lib/record/read-record.ts';
import type { PageRecord } from '../../lib/record/record.ts';
import { pageKey, tabKey } from '../../lib/platform/storage-keys.ts';
import type { OpenBrowser } from './browser-options.ts';

/** An extension's page, in which functions passed to evaluate() run; promises are the same in both browsers. */
declare const chrome: WebExtension;

/** Returns the record of the document that a tab shows, or null when there is none. Throws when the stored value is not a record. */
export async function recordOf({ extensionPage }: OpenBrowser, tabId: number): Promise<PageRecord | null> {
  const stored = await extensionPage.evaluate(
    async (key, pagePrefix) => {
      const { [key]: shown } = await chrome.storage.session.get(key);
      if (typeof shown !== 'object' || shown === null || !('documentId' in shown)) return null;
      const page = `${pagePrefix}${String(shown.documentId)}`;
      // As text, to distinguish null from a value that was never stored.
      return JSON.stringify((await chrome.storage.session.get(page))[page] ?? null);
    },
    tabKey(tabId),
    pageKey(tabId, ''),
  );
  if (stored === null || stored === 'null') return null;
  const record = readRecord(JSON.parse(stored));
  if (record === null)
    throw new Error(`What is stored for tab ${tabId} is no record: ${stored.slice(0, 500)}`);
  return record;
}

/** The verdict that the toolbar shows for a tab. Without a record there is nothing to judge. */
export function judge(record: PageRecord | null): Pick<Verdict, 'state' | 'findings' | 'gaps'> {
  return record === null ? { state: 'not-applicable', findings: [], gaps: [] } : assess(record);
}

export interface Toolbar {
  readonly badge: string;
  readonly title: string;
  /** CSS colour of the badge's background, `#rrggbb`. */
  readonly color: string;
}

/** The extension's button in a tab. Its icon cannot be read; badge and title are painted with it. */
export async function toolbarOf({ extensionPage }: OpenBrowser, tabId: number): Promise<Toolbar> {
  return extensionPage.evaluate(async (id) => {
    const [badge, title, ground] = await Promise.all([
      chrome.action.getBadgeText({ tabId: id }),
      chrome.action.getTitle({ tabId: id }),
      chrome.action.getBadgeBackgroundColor({ tabId: id }),
    ]);
    const hex = [...ground].slice(0, 3).map((part) => part.toString(16).padStart(2, '0'));
    return { badge, title, color: `#${hex.join('')}` };
  }, tabId);
}
