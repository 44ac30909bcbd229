// Removes frames from the record that disappeared without a report. A frame's last report is lost in both browsers when the background is not
// running, but it starts the background, which then requests the list of existing frames.
import type { PageRecord } from '../../../record/record.ts';
import { browser } from '../../browser.ts';
import type { RecordWriter } from './record-writer.ts';
import type { SessionStore } from './session-store.ts';
import { dropFrames, expectFrames, innerFrames } from '../../../record/frame-changes.ts';

/** ms from the background's start until it lists the frames: the event that started it comes first. */
const AFTER_START = 1000;

/** The documents in a tab's frames now, by their observers' ids, per frame id. */
type Documents = ReadonlyMap<string, string>;

export interface LostFramesPorts {
  readonly writer: Pick<RecordWriter, 'amend'>;
  readonly store: SessionStore;
  /** Rejects when the browser allows no scripts. `mustTell`: the observers must report everything again. */
  readonly documentsIn: (tabId: number, mustTell?: boolean) => Promise<Documents>;
}

/** Call when the background starts: checks, a moment later, which frames were lost while it was stopped. `report` receives errors. */
export function lookForLostFrames(ports: LostFramesPorts, report: (error: unknown) => void): void {
  const look = async (): Promise<void> => {
    // In parallel: a busy frame answers late.
    for (const tabId of await ports.store.change((tx) => tx.framedTabs()))
      dropLostFrames(ports, tabId).catch(report);
  };
  setTimeout(() => void look().catch(report), AFTER_START);
}

/** Removes the frames from a tab's page that no longer exist, or have another document. */
export async function dropLostFrames(
  { writer, store, documentsIn }: LostFramesPorts,
  tabId: number,
): Promise<void> {
  const before = await store.change((tx) => tx.currentPage(tabId));
  if (before?.framesUnheard === true) return hearAgain({ writer, documentsIn }, tabId);
  if (before === null || innerFrames(before).length === 0) return;
  const there = await documentsIn(tabId);
  await writer.amend(tabId, (page) => {
    const lost = page.documentId === before.documentId ? lostFrames(before, page, there) : [];
    return lost.length > 0 ? dropFrames(page, lost) : null;
  });
}

/** The record of the page that a tab shows was lost: requests everything from all its observers, and notes which frames must answer. */
export async function hearAgain(
  { writer, documentsIn }: Pick<LostFramesPorts, 'writer' | 'documentsIn'>,
  tabId: number,
): Promise<void> {
  const there = await documentsIn(tabId, true);
  await writer.amend(tabId, (page) => (page.framesUnheard ? expectFrames(page, there) : null));
}

/** Frames that existed before the documents were listed; a frame that has reported since may be newer than the list. */
function lostFrames(before: PageRecord, now: PageRecord, there: Documents): readonly string[] {
  return innerFrames(before).filter((frameId) => {
    const documentId = before.frames[frameId]?.documentId;
    return there.get(frameId) !== documentId && now.frames[frameId]?.documentId === documentId;
  });
}

/** Requests the documents from the observers. */
export async function readDocuments(tabId: number, mustTell = false): Promise<Documents> {
  const results = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    injectImmediately: true,
    func: observedDocument,
    args: [mustTell],
  });
  return new Map(
    results.flatMap(({ frameId, result }) =>
      typeof result === 'string' ? [[String(frameId), result] as const] : [],
    ),
  );
}

/** Runs in the frames, where entrypoints/observer provides it. */
function observedDocument(mustTell: boolean): string | null {
  const world = globalThis as { readonly observedDocument?: string; readonly resend?: () => void };
  if (mustTell) world.resend?.();
  return world.observedDocument ?? null;
}
