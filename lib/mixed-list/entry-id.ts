// The entries of mixed content with their names and numbers, the same in every view and message.
import { entryId } from '../mixed-content/mixed-entry.ts';
import type { MixedEntry } from '../mixed-content/mixed-entry.ts';

/** An entry with what people and messages call it. */
export interface NumberedEntry {
  readonly entry: MixedEntry;
  readonly id: string;
  /** From 1, in the order in which entries were first seen: sorting, filtering and what is seen later do not change it. */
  readonly number: number;
}

/** Every entry with its name and number. */
export function numberEntries(entries: readonly MixedEntry[]): readonly NumberedEntry[] {
  return entries.map((entry, index) => ({ entry, id: entryId(entry), number: index + 1 }));
}
