// Outlines all entries that can be outlined, and reports how many of them the page shows.
import type { ReactNode } from 'react';
import type { NumberedEntry } from '../../lib/mixed-list/entry-id.ts';
import { MAX_OUTLINED } from '../../lib/outline/outline-order.ts';
import type { OutlineWish } from '../../lib/outline/outline-order.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './mixed.module.css';
import type { OutlineState } from '../../lib/outline/outline-state.ts';

interface OutlineAllProps {
  readonly entries: readonly NumberedEntry[];
  readonly outline: OutlineState | null;
  readonly onOutline: (wish: OutlineWish) => void;
}

export function OutlineAll({ entries, outline, onOutline }: OutlineAllProps): ReactNode {
  const words = useWords();
  const placed = entries.filter(({ entry }) => entry.element !== null).length;
  if (placed === 0) return null;
  const isOn = outline?.all === true;
  const shown = Object.values(outline?.finds ?? {}).filter((find) => find === 'shown').length;
  return (
    <div className={css.line}>
      <Button isPressed={isOn} onClick={() => onOutline({ kind: isOn ? 'none' : 'all' })}>
        {words.text('outline_all')}
      </Button>
      <output className={css.soft}>
        {isOn && words.count('outline_all_shown', shown)}
        {isOn && placed > MAX_OUTLINED && ` ${words.text('outline_all_bounded', MAX_OUTLINED)}`}
      </output>
    </div>
  );
}
