// What a page shows in outlines now, as far as its record tells.
import type { OutlineAnswer, OutlineState } from './outline-order.ts';
import type { PageRecord } from '../record/record.ts';
import { numberEntries } from '../mixed-list/entry-id.ts';

/** The outlines of the page in the record; null: none, or those of a page that was there before. A frame that goes takes its outlines with it, without a word. */
export function outlineNow(outline: OutlineState | null, record: PageRecord): OutlineState | null {
  if (outline === null || outline.documentId !== record.documentId) return null;
  // Not every frame of a page with very many is known.
  if (record.framesDropped > 0) return outline;
  const lost: Record<string, 'frame-gone'> = {};
  for (const { id, entry } of numberEntries(record.mixed)) {
    if (outline.finds[id] === 'shown' && !(String(entry.frameId) in record.frames)) lost[id] = 'frame-gone';
  }
  const finds: OutlineAnswer = { ...outline.finds, ...lost };
  return { ...outline, finds };
}
