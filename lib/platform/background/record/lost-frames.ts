// Removes frames from the record that are gone without a report. A frame's last report is lost in both browsers when the background is not running, but it
// starts the background, which then asks which frames are still there.
import type { PageRecord } from '../../../record/record.ts';
import { browser } from '../../browser.ts';
import type { RecordWriter } from './record-writer.ts';
import type { SessionStore } from './session-store.ts';
import { dropFrames, expectFrames, innerFrames } from '../../../record/frame-changes.ts';

/** ms from the background's start until frames are asked for: the event that started it comes first. */
const AFTER_START = 1000;

/** The documents that are in a tab's frames now, as their observers call themselves, by the frame's number. */
type Documents = ReadonlyMap<string, string>;

export interface LostFramesPorts {
  readonly writer: Pick<RecordWriter, 'amend'>;
  readonly store: SessionStore;
  /** Rejects where the browser allows no scripts. `mustTell`: they are to report everything again. */
  readonly documentsIn: (tabId: number, mustTell?: boolean) => Promise<Documents>;
}

/** Call when the background starts: asks, a moment later, which frames were lost while it was stopped. `report` gets what goes wrong. */
export function lookForLostFrames(ports: LostFramesPorts, report: (error: unknown) => void): void {
  const look = async (): Promise<void> => {
    // Not one after the other: a frame that is busy answers when it is not.
    for (const tabId of await ports.store.change((tx) => tx.framedTabs()))
      dropLostFrames(ports, tabId).catch(report);
  };
  setTimeout(() => void look().catch(report), AFTER_START);
}

/** Takes the frames out of the page that a tab shows which are no longer there, or have another document. */
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

/** The record of the page that a tab shows was lost: asks all its observers for everything, and notes which frames are to answer. */
export async function hearAgain(
  { writer, documentsIn }: Pick<LostFramesPorts, 'writer' | 'documentsIn'>,
  tabId: number,
): Promise<void> {
  const there = await documentsIn(tabId, true);
  await writer.amend(tabId, (page) => (page.framesUnheard ? expectFrames(page, there) : null));
}

/** Of the frames that were there before the documents were listed; what has reported since may have come after that. */
function lostFrames(before: PageRecord, now: PageRecord, there: Documents): readonly string[] {
  return innerFrames(before).filter((frameId) => {
    const documentId = before.frames[frameId]?.documentId;
    return there.get(frameId) !== documentId && now.frames[frameId]?.documentId === documentId;
  });
}

/** Asks the observers themselves. */
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

/** Runs in the frames: entrypoints/observer puts it there. */
function observedDocument(mustTell: boolean): string | null {
  const world = globalThis as { readonly observedDocument?: string; readonly resend?: () => void };
  if (mustTell) world.resend?.();
  return world.observedDocument ?? null;
}
