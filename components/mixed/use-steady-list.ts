// A list with a stable order: it follows the page until the user works with it, and from then on its order changes only at the user's request.
import { useMemo, useState } from 'react';
import { choose, EVERYTHING, keepSteady } from '../../lib/mixed-list/choose.ts';
import type { Choice, SteadyList } from '../../lib/mixed-list/choose.ts';
import type { NumberedEntry } from '../../lib/mixed-list/entry-id.ts';

export interface SteadyListControls extends SteadyList {
  readonly choice: Choice;
  readonly setChoice: (choice: Choice) => void;
  /** The user has begun to work with the list. */
  readonly hold: () => void;
  /** Shows the entries that arrived since. */
  readonly refresh: () => void;
}

export function useSteadyList(entries: readonly NumberedEntry[]): SteadyListControls {
  const [choice, setChoice] = useState<Choice>(EVERYTHING);
  /** null: the list still follows the page. */
  const [order, setOrder] = useState<readonly string[] | null>(null);
  const chosen = useMemo(() => choose(entries, choice), [entries, choice]);
  const list = useMemo(
    () => (order === null ? { shown: chosen, waiting: 0 } : keepSteady(order, entries, chosen)),
    [order, entries, chosen],
  );
  const hold = (of: readonly NumberedEntry[]): void => setOrder(of.map(({ id }) => id));
  return {
    ...list,
    choice,
    setChoice: (next) => {
      setChoice(next);
      hold(choose(entries, next));
    },
    hold: () => {
      if (order === null) hold(chosen);
    },
    refresh: () => hold(chosen),
  };
}
