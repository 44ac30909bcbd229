// Filters and sorts a list of mixed content: by outcome, by text, the most severe first.
import { MIXED_OUTCOMES } from '../mixed-content/mixed-content.ts';
import type { MixedOutcome } from '../mixed-content/mixed-content.ts';
import { sourceText, elementText } from '../mixed-content/place.ts';
import { OUTCOME_ORDER } from './outcome-order.ts';
import type { NumberedEntry } from './entry-id.ts';

export interface Choice {
  /** Null: all outcomes. */
  readonly outcome: MixedOutcome | null;
  /** Part of an address, a place or a frame; empty: all. */
  readonly text: string;
}

export const EVERYTHING: Choice = { outcome: null, text: '' };

/** The number of entries of each outcome that occurs, most severe first. */
export function countOutcomes(
  entries: readonly NumberedEntry[],
): readonly { readonly outcome: MixedOutcome; readonly count: number }[] {
  const counts = new Map<MixedOutcome, number>(MIXED_OUTCOMES.map((outcome) => [outcome, 0]));
  for (const { entry } of entries) counts.set(entry.outcome, (counts.get(entry.outcome) ?? 0) + 1);
  return OUTCOME_ORDER.map((outcome) => ({ outcome, count: counts.get(outcome) ?? 0 })).filter(
    ({ count }) => count > 0,
  );
}

/** The selected entries, most severe first; within an outcome by number. */
export function choose(
  entries: readonly NumberedEntry[],
  { outcome, text }: Choice,
): readonly NumberedEntry[] {
  const wanted = text.trim().toLowerCase();
  const chosen = entries.filter(
    ({ entry }) =>
      (outcome === null || entry.outcome === outcome) &&
      (wanted === '' ||
        [entry.url, elementText(entry.element), sourceText(entry.source), entry.frameUrl].some(
          (field) => field !== null && field.toLowerCase().includes(wanted),
        )),
  );
  return OUTCOME_ORDER.flatMap((each) => chosen.filter(({ entry }) => entry.outcome === each));
}

export interface SteadyList {
  /** In the displayed order, each entry in its newest state. */
  readonly shown: readonly NumberedEntry[];
  /** The number of selected entries that are not in the list yet. */
  readonly waiting: number;
}

/**
 * Keeps a list in its displayed order. `order`: the ids that are shown. `all`: every current entry; entries that no longer exist leave the list.
 * `chosen`: the entries that a new list would show.
 */
export function keepSteady(
  order: readonly string[],
  all: readonly NumberedEntry[],
  chosen: readonly NumberedEntry[],
): SteadyList {
  const now = new Map(all.map((entry) => [entry.id, entry]));
  const known = new Set(order);
  return {
    shown: order.flatMap((id) => now.get(id) ?? []),
    waiting: chosen.filter(({ id }) => !known.has(id)).length,
  };
}
