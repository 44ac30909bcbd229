// Paging of a long list: which page is shown, and the buttons that change the page.
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './mixed-list.module.css';

export interface Pages<T> {
  readonly page: number;
  readonly count: number;
  /** Entries before the first one of this page. */
  readonly from: number;
  readonly shown: readonly T[];
  readonly setPage: (page: number) => void;
}

/** Splits `entries` into pages of `size`. When the list becomes shorter, its last page is shown. */
export function usePages<T>(entries: readonly T[], size: number): Pages<T> {
  const [page, setPage] = useState(0);
  const count = Math.max(1, Math.ceil(entries.length / size));
  const current = Math.min(page, count - 1);
  const from = current * size;
  return { page: current, count, from, shown: entries.slice(from, from + size), setPage };
}

interface PagerProps {
  readonly pages: Pick<Pages<unknown>, 'page' | 'count'>;
  readonly place: 'top' | 'bottom';
  readonly onTurn: (page: number) => void;
}

/** The buttons back and forward; nothing for a single page. Both stay on the first and last page, so that the focus is not lost. */
export function Pager({ pages: { page, count }, place, onTurn }: PagerProps): ReactNode {
  const words = useWords();
  if (count === 1) return null;
  return (
    <nav className={css.pager} aria-label={words.text(place === 'top' ? 'mixed_pages' : 'mixed_pages_below')}>
      <Button isOff={page === 0} onClick={() => onTurn(page - 1)}>
        {words.text('mixed_back')}
      </Button>
      <Button isOff={page >= count - 1} onClick={() => onTurn(page + 1)}>
        {words.text('mixed_next')}
      </Button>
    </nav>
  );
}
