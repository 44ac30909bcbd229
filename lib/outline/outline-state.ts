// The outlines that a tab shows: kept in session storage, where views read them. A frame answers in the same terms.
import * as v from 'valibot';
import { numberEntries } from '../mixed-list/entry-id.ts';
import type { PageRecord } from '../record/record.ts';
import type { Infer } from '../schema/schema.ts';
import { readAs } from '../schema/schema.ts';

/** `hidden`: the element exists, but is not drawn (a script, a style sheet). `gone`: it does not exist. `frame-gone`: its frame does not either. */
export const OUTLINE_FINDS = ['shown', 'hidden', 'gone', 'frame-gone'] as const;
export type OutlineFind = (typeof OUTLINE_FINDS)[number];

const answerSchema = v.record(v.string(), v.picklist(OUTLINE_FINDS));

/** The result for each target, by its id. */
export type OutlineAnswer = Infer<typeof answerSchema>;

const outlineStateSchema = v.object({
  documentId: v.string(),
  /** The entries that were ordered. */
  finds: answerSchema,
  /** Whether all entries were ordered, and not one. */
  all: v.boolean(),
});

export type OutlineState = Infer<typeof outlineStateSchema>;

/** Reads the state from storage; null: the value is not one. */
export function readOutline(value: unknown): OutlineState | null {
  return readAs(outlineStateSchema, value);
}

/** The part of a frame's answer that is about what was ordered. */
export function readAnswer(value: unknown, asked: readonly string[]): OutlineAnswer {
  const finds = readAs(answerSchema, value) ?? {};
  return Object.fromEntries(asked.map((id) => [id, finds[id] ?? 'frame-gone']));
}

/** The outlines of the page in the record; null: none, or those of an earlier page. Outlines in a frame disappear with it, without a message. */
export function outlineNow(outline: OutlineState | null, record: PageRecord): OutlineState | null {
  if (outline === null || outline.documentId !== record.documentId) return null;
  // Of a page with very many frames, not all are known.
  if (record.framesDropped > 0) return outline;
  const lost: Record<string, 'frame-gone'> = {};
  for (const { id, entry } of numberEntries(record.mixed)) {
    if (outline.finds[id] === 'shown' && !(String(entry.frameId) in record.frames)) lost[id] = 'frame-gone';
  }
  const finds: OutlineAnswer = { ...outline.finds, ...lost };
  return { ...outline, finds };
}
