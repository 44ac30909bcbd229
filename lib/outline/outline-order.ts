// What is asked of the outlines in one frame, and what they answer.
import type { ElementPlace } from '../mixed-content/place.ts';
import { numberEntries } from '../mixed-list/entry-id.ts';
import type { PageRecord } from '../record/record.ts';

/** Elements that are outlined at a time, at most. */
export const MAX_OUTLINED = 200;

/** What a person wants to see: one entry by its id, all, or none. */
export type OutlineWish =
  { readonly kind: 'one'; readonly id: string } | { readonly kind: 'all' } | { readonly kind: 'none' };

export interface OutlineTarget {
  readonly id: string;
  readonly number: number;
  readonly url: string;
  readonly place: ElementPlace;
}

/** Everything that a frame is to outline now; without targets, none, but its keys and clicks still end what other frames show. */
export interface OutlineOrder {
  readonly type: 'outline';
  readonly targets: readonly OutlineTarget[];
  /** Bring the first target into view. */
  readonly scroll: boolean;
  /** ms after which the outlines go. */
  readonly lasts: number;
}

/** `hidden`: it is there, but nothing of it is drawn (a script, a style sheet). `gone`: it is not. `frame-gone`: nor is its frame. */
export const OUTLINE_FINDS = ['shown', 'hidden', 'gone', 'frame-gone'] as const;
export type OutlineFind = (typeof OUTLINE_FINDS)[number];

/** What became of each target, by id. */
export type OutlineAnswer = Readonly<Record<string, OutlineFind>>;

/** What a tab shows in outlines, as views read it. */
export interface OutlineState {
  readonly documentId: string;
  /** The entries that were asked for. */
  readonly finds: OutlineAnswer;
  /** All that can be, and not one. */
  readonly all: boolean;
}

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
