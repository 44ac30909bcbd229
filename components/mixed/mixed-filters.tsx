// The filters of the list: a button with a count for each outcome, and a text filter for a long list.
import type { ReactNode } from 'react';
import { countOutcomes } from '../../lib/mixed-list/choose.ts';
import type { NumberedEntry } from '../../lib/mixed-list/entry-id.ts';
import { OUTCOME_ORDER, stateOfOutcome } from '../../lib/mixed-list/outcome-order.ts';
import { keyFor } from '../../lib/words/word-keys.ts';
import { Shape } from '../ui/shape.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './mixed-list.module.css';
import type { SteadyListControls } from './use-steady-list.ts';

/** Number of entries from which a text filter is shown. */
const WORTH_FILTERING = 8;

interface MixedFiltersProps {
  readonly entries: readonly NumberedEntry[];
  readonly list: SteadyListControls;
  readonly onChoose: SteadyListControls['setChoice'];
}

export function MixedFilters({ entries, list, onChoose }: MixedFiltersProps): ReactNode {
  const words = useWords();
  const counts = countOutcomes(entries);
  const { choice } = list;
  return (
    <>
      <fieldset className={css.outcomes} aria-label={words.text('mixed_outcomes')}>
        {counts.length > 1 && (
          <button
            type="button"
            className={css.outcome}
            aria-pressed={choice.outcome === null}
            onClick={() => onChoose({ ...choice, outcome: null })}
          >
            {words.text('mixed_all')} <b className={css.count}>{words.number(entries.length)}</b>
          </button>
        )}
        {OUTCOME_ORDER.map((outcome) => {
          const count = counts.find((each) => each.outcome === outcome)?.count ?? 0;
          if (count === 0) return null;
          return (
            <button
              key={outcome}
              type="button"
              className={css.outcome}
              aria-pressed={choice.outcome === outcome || counts.length === 1}
              onClick={() => onChoose({ ...choice, outcome })}
            >
              <Shape state={stateOfOutcome(outcome)} size="small" />
              {words.text(keyFor('mixed_short', outcome))} <b className={css.count}>{words.number(count)}</b>
            </button>
          );
        })}
      </fieldset>
      {entries.length >= WORTH_FILTERING && (
        <input
          type="search"
          className={css.search}
          aria-label={words.text('mixed_filter')}
          placeholder={words.text('mixed_filter')}
          value={choice.text}
          onChange={(event) => onChoose({ ...choice, text: event.target.value })}
        />
      )}
    </>
  );
}
