// Scans pages that were open before the extension started: after an installation, an update or a restart of the extension the session's storage is
// empty, and the scripts in open pages are those of the earlier extension.
import { MARK } from '../../../notice/mark.ts';
import { BROWSER, browser, SITES } from '../../browser.ts';
import { LIFE_KEY } from '../../storage-keys.ts';
import type { RecordWriter } from './record-writer.ts';
import type { SessionStore } from './session-store.ts';

export interface OpenTabsPorts {
  readonly writer: Pick<RecordWriter, 'settle' | 'showErrorPage'>;
  readonly store: SessionStore;
}

/** Call when the background starts: scans the open pages once in a session. `report` receives errors. */
export async function scanOpenTabs(
  { writer, store }: OpenTabsPorts,
  report: (error: unknown) => void,
): Promise<void> {
  const isFirst = await store.change(async (tx) => {
    if ((await tx.read(LIFE_KEY)) !== undefined) return false;
    await tx.write({ [LIFE_KEY]: true });
    return true;
  });
  if (!isFirst) return;
  for (const { id, url, status, incognito } of await browser.tabs.query({ url: [...SITES] })) {
    // Loading tabs will have events; discarded tabs are loaded again when they are shown.
    if (id === undefined || url === undefined || status !== 'complete') continue;
    await writer.settle(id, url, incognito);
    await enter(id).catch(async (error: unknown) => {
      const isErrorPage = isErrorPageMessage(error);
      if (isErrorPage !== false) await writer.showErrorPage(id, url, incognito, isErrorPage);
      else report(error);
    });
  }
}

/** Removes what the earlier extension drew, and starts the observers. Rejects when the browser allows no scripts. */
async function enter(tabId: number): Promise<void> {
  const target = { tabId, allFrames: true };
  await browser.scripting.executeScript({ target, func: removeDrawn, args: [MARK] });
  // Firefox starts the manifest's scripts in open pages automatically.
  if (BROWSER === 'chromium') await browser.scripting.executeScript({ target, files: ['/observer.js'] });
}

/**
 * Whether a tab shows an error page, as the browser reports it: true in Chromium; `maybe` in Firefox, which allows no scripts in its error pages and
 * in some other pages.
 */
function isErrorPageMessage(error: unknown): boolean | 'maybe' {
  if (BROWSER === 'chromium') return /showing error page/i.test(String(error));
  return /missing host permission/i.test(String(error)) && 'maybe';
}

/**
 * Runs in the frames, to which it is sent as text. Notices and outlines are popovers, each with a closed shadow root that only extensions can read;
 * the mark inside identifies this extension's.
 */
function removeDrawn(mark: string): void {
  type Opener = (element: Element) => ShadowRoot | null | undefined;
  const { chrome } = globalThis as {
    readonly chrome?: { readonly dom?: { openOrClosedShadowRoot: Opener } };
  };
  const drawnNow = (globalThis as { readonly [key: symbol]: WeakSet<Element> | undefined })[Symbol.for(mark)];
  for (const element of document.querySelectorAll('[popover]')) {
    if (!(element instanceof HTMLElement) || drawnNow?.has(element)) continue;
    const own = element as HTMLElement & { readonly openOrClosedShadowRoot?: ShadowRoot | null };
    const root = chrome?.dom?.openOrClosedShadowRoot(element) ?? own.openOrClosedShadowRoot;
    if (root?.querySelector(`style[${mark}]`)) element.remove();
  }
}
