// Frames that went without a word are taken out of their page: what they showed no longer holds, and no fields or outlines of theirs remain.
import type { PageRecord } from '../page/record.ts';
import { dropFrames } from '../page/record-changes.ts';
import { browser } from './browser.ts';
import type { RecordKeeper } from './record-keeper.ts';

export interface LostFramesPorts {
  readonly keeper: Pick<RecordKeeper, 'amend'>;
  readonly currentPage: (tabId: number) => Promise<PageRecord | null>;
  /** The frames that a tab's page has now. */
  readonly framesIn: (tabId: number) => Promise<readonly number[]>;
}

/** Takes the frames out of a tab's page that are no longer there. */
export async function dropLostFrames(ports: LostFramesPorts, tabId: number): Promise<void> {
  const { keeper, currentPage, framesIn: list } = ports;
  const before = await currentPage(tabId);
  if (before === null) return;
  const there = new Set((await list(tabId)).map(String));
  await keeper.amend(tabId, (record) => {
    // What has reported meanwhile may have come after the list.
    const lost = Object.keys(before.frames).filter(
      (frameId) => !there.has(frameId) && record.frames[frameId] === before.frames[frameId],
    );
    return record.documentId === before.documentId && lost.length > 0 ? dropFrames(record, lost) : null;
  });
}

/** As the browser lists them: those that let a script in, which are those with an observer. */
export async function framesIn(tabId: number): Promise<readonly number[]> {
  const results = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    injectImmediately: true,
    func: () => null,
  });
  return results.map(({ frameId }) => frameId);
}
