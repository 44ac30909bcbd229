// Back and forth in a long list. Its buttons stay where they are at either end, so that nobody's focus is lost with one.
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './mixed.module.css';

interface PagerProps {
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly place: 'top' | 'bottom';
  readonly onTurn: (page: number) => void;
}

export function Pager({ page, pages, place, onTurn }: PagerProps): ReactNode {
  const words = useWords();
  return (
    <nav className={css.pager} aria-label={words.text(place === 'top' ? 'mixed_pages' : 'mixed_pages_below')}>
      <Button isOff={page === 0} onClick={() => onTurn(page - 1)}>
        {words.text('mixed_back')}
      </Button>
      <Button isOff={page >= pages - 1} onClick={() => onTurn(page + 1)}>
        {words.text('mixed_next')}
      </Button>
    </nav>
  );
}
