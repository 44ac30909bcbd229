// What a tab shows in outlines, read back from storage, and a frame's answer: whatever does not fit is none.
import * as v from 'valibot';
import { OUTLINE_FINDS } from './outline-order.ts';
import type { OutlineAnswer, OutlineState } from './outline-order.ts';

const answer: v.GenericSchema<unknown, OutlineAnswer> = v.record(v.string(), v.picklist(OUTLINE_FINDS));
const state: v.GenericSchema<unknown, OutlineState> = v.object({
  documentId: v.string(),
  finds: answer,
  all: v.boolean(),
});

export function readOutline(value: unknown): OutlineState | null {
  const result = v.safeParse(state, value);
  return result.success ? result.output : null;
}

/** A frame's answer, as far as it is about what was asked. */
export function readAnswer(value: unknown, asked: readonly string[]): OutlineAnswer {
  const result = v.safeParse(answer, value);
  const finds = result.success ? result.output : {};
  return Object.fromEntries(asked.map((id) => [id, finds[id] ?? 'frame-gone']));
}
