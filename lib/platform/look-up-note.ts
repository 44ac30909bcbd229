// The note that a view leaves before the browser asks for access to the server of a look-up. The question may close the popup; the background then
// finds the note and does what was ordered.
import * as v from 'valibot';

/** ms for which a note is valid: the time a user may take to answer the browser's question. */
const NOTE_VALID = 120_000;

const note = v.object({ tabId: v.number(), host: v.string(), at: v.number() });
export type LookUpNote = v.InferOutput<typeof note>;

/** The note in whatever the session's storage held; null when there is none that is still valid. `now`: ms since epoch. */
export function readNote(value: unknown, now: number): LookUpNote | null {
  const result = v.safeParse(note, value);
  return result.success && now - result.output.at < NOTE_VALID ? result.output : null;
}
