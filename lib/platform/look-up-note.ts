// The note that a view leaves before the browser asks for access to the server of a look-up. The permission prompt may close the popup; the
// background then finds the note and carries it out.
import * as v from 'valibot';
import { LOOK_UP_NOTE_KEY } from './storage-keys.ts';
import { defineItem } from './storage.ts';

/** ms for which a note is valid: the time that a user may take to answer the prompt. */
const NOTE_VALID = 120_000;

const note = v.object({ tabId: v.number(), host: v.string(), at: v.number() });
export type LookUpNote = v.InferOutput<typeof note>;

export const lookUpNote = defineItem(LOOK_UP_NOTE_KEY, {
  area: 'session',
  schema: v.nullable(note),
  fallback: null,
});

/** Removes and returns the note; null when there is no valid one. `now`: ms since epoch. */
export async function takeLookUpNote(now: number): Promise<LookUpNote | null> {
  const left = await lookUpNote.get();
  await lookUpNote.remove();
  return left !== null && now - left.at < NOTE_VALID ? left : null;
}
