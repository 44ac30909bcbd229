// One insecure load in words: what it was, what became of it, where it was seen.
import { OUTCOME_ORDER } from '../mixed-list/outcome-order.ts';
import type { PageRecord } from '../record/record.ts';
import { keyFor } from './word-keys.ts';
import type { Words } from './words.ts';
import type { MixedEntry } from '../mixed-content/mixed-entry.ts';

/** The first `max` entries in the order of what they did, worst first. */
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

/** What the list of a deep check is worth: complete as far as the browser tells, unless it was full. Null: there was none. */
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
