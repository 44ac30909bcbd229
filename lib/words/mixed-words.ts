// Describes one insecure request: its kind, its outcome, and how it was seen.
import { OUTCOME_ORDER } from '../mixed-list/outcome-order.ts';
import type { PageRecord } from '../record/record.ts';
import { keyFor } from './word-keys.ts';
import type { Words } from './words.ts';
import type { MixedEntry } from '../mixed-content/mixed-entry.ts';

/** The first `max` entries, most severe outcome first. */
export function worstMixed(entries: readonly MixedEntry[], max: number): readonly MixedEntry[] {
  const picked: MixedEntry[] = [];
  for (const outcome of OUTCOME_ORDER) {
    for (const entry of entries) {
      if (picked.length >= max) return picked;
      if (entry.outcome === outcome) picked.push(entry);
    }
  }
  return picked;
}

/** "Script · blocked". */
export function describeMixed(words: Words, entry: MixedEntry): string {
  const kind = words.text(keyFor('mixed_kind', entry.kind));
  return `${kind} · ${words.text(keyFor('mixed_outcome', entry.outcome))}`;
}

/** The coverage of a deep check: complete as far as the browser reports, unless the list was full. Null: the page had no deep check. */
export function describeDeepCheck(
  words: Words,
  { deepChecked, mixedDropped, openedAt }: PageRecord,
): string | null {
  if (!deepChecked) return null;
  return words.text(mixedDropped > 0 ? 'deep_check_full' : 'deep_check_done', words.dateTime(openedAt));
}

/** "Seen in: the page's elements, the browser's list of loads". */
export function describeMixedEvidence(words: Words, entry: MixedEntry): string {
  const sources = entry.evidence.map((source) => words.text(keyFor('mixed_evidence', source)));
  return words.text('content_seen_in', words.list(sources));
}
