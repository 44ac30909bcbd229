// What of a long list of mixed content a person looks at: an outcome, a text, the worst first.
import { MIXED_OUTCOMES } from '../mixed-content/mixed-content.ts';
import type { MixedOutcome } from '../mixed-content/mixed-content.ts';
import { sourceText, elementText } from '../mixed-content/place.ts';
import { OUTCOME_ORDER } from './outcome-order.ts';
import type { NumberedEntry } from './entry-id.ts';

export interface Choice {
  /** null: all. */
  readonly outcome: MixedOutcome | null;
  /** Part of an address, a place or a frame; empty: all. */
  readonly text: string;
}

export const EVERYTHING: Choice = { outcome: null, text: '' };

/** How many entries there are of each outcome that there is, worst first. */
export function countOutcomes(
  entries: readonly NumberedEntry[],
): readonly { readonly outcome: MixedOutcome; readonly count: number }[] {
  const counts = new Map<MixedOutcome, number>(MIXED_OUTCOMES.map((outcome) => [outcome, 0]));
  for (const { entry } of entries) counts.set(entry.outcome, (counts.get(entry.outcome) ?? 0) + 1);
  return OUTCOME_ORDER.map((outcome) => ({ outcome, count: counts.get(outcome) ?? 0 })).filter(
    ({ count }) => count > 0,
  );
}

/** The chosen entries, worst first, and within an outcome in the order of their numbers. */
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
  /** In the order that the user saw, each in its newest state. */
  readonly shown: readonly NumberedEntry[];
  /** Chosen entries that are not among them. */
  readonly waiting: number;
}

/**
 * `order`: the ids that are shown. `all`: every entry there is now; what is gone from it is gone from the list too. `chosen`: those that would
 * be shown if the list were made now.
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
