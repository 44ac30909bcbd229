// The note that a view leaves before the browser asks for access to the server of a look-up. The question may close the popup; the background then
// finds the note and does what was ordered.
import * as v from 'valibot';
import { LOOK_UP_NOTE_KEY } from './storage-keys.ts';
import { defineItem } from './storage.ts';

/** ms for which a note is valid: the time a user may take to answer the browser's question. */
const NOTE_VALID = 120_000;

const note = v.object({ tabId: v.number(), host: v.string(), at: v.number() });
export type LookUpNote = v.InferOutput<typeof note>;

export const lookUpNote = defineItem(LOOK_UP_NOTE_KEY, {
  area: 'session',
  schema: v.nullable(note),
  fallback: null,
});

/** Takes the note away; null when there is none that is still valid. `now`: ms since epoch. */
export async function takeLookUpNote(now: number): Promise<LookUpNote | null> {
  const left = await lookUpNote.get();
  await lookUpNote.remove();
  return left !== null && now - left.at < NOTE_VALID ? left : null;
}
