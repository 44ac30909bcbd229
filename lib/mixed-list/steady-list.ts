// A list that stays as it is under a person's hands while the page goes on: what changes, changes in place; what is new waits to be asked for.
import type { NumberedEntry } from './entry-id.ts';

export interface SteadyList {
  /** In the order that the person has seen, each as it is now. */
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
