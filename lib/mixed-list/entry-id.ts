// Ids and numbers of the entries of mixed content, the same in every view and message.
import { entryId } from '../mixed-content/mixed-entry.ts';
import type { MixedEntry } from '../mixed-content/mixed-entry.ts';

/** An entry with the id and the number that views and messages use. */
export interface NumberedEntry {
  readonly entry: MixedEntry;
  readonly id: string;
  /** From 1, in the order in which entries were first seen: sorting, filtering and later entries do not change it. */
  readonly number: number;
}

/** Adds its id and number to each entry. */
export function numberEntries(entries: readonly MixedEntry[]): readonly NumberedEntry[] {
  return entries.map((entry, index) => ({ entry, id: entryId(entry), number: index + 1 }));
}
