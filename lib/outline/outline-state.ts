// What a tab shows in outlines: kept in the session's storage, where views read it. A frame answers with the same words.
import * as v from 'valibot';
import { numberEntries } from '../mixed-list/entry-id.ts';
import type { PageRecord } from '../record/record.ts';
import type { Infer } from '../schema/schema.ts';
import { readAs } from '../schema/schema.ts';

/** `hidden`: it is there, but nothing of it is drawn (a script, a style sheet). `gone`: it is not. `frame-gone`: nor is its frame. */
export const OUTLINE_FINDS = ['shown', 'hidden', 'gone', 'frame-gone'] as const;
export type OutlineFind = (typeof OUTLINE_FINDS)[number];

const answerSchema = v.record(v.string(), v.picklist(OUTLINE_FINDS));

/** The result for each target, by its id. */
export type OutlineAnswer = Infer<typeof answerSchema>;

const outlineStateSchema = v.object({
  documentId: v.string(),
  /** The entries that were asked for. */
  finds: answerSchema,
  /** All that can be outlined were asked for, and not one. */
  all: v.boolean(),
});

export type OutlineState = Infer<typeof outlineStateSchema>;

/** The state read back from storage; null: the value is none. */
export function readOutline(value: unknown): OutlineState | null {
  return readAs(outlineStateSchema, value);
}

/** A frame's answer, as far as it is about what was asked. */
export function readAnswer(value: unknown, asked: readonly string[]): OutlineAnswer {
  const finds = readAs(answerSchema, value) ?? {};
  return Object.fromEntries(asked.map((id) => [id, finds[id] ?? 'frame-gone']));
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
