// Runs a gallery page: shows what the address asks for, now and whenever the address changes, and tells when it is there.
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import './gallery.css';
import { readParam } from './params.ts';

/** The view for one address. A new address begins a new one, with nothing unfolded; `data-shown` names it once it is in the page. */
export function Shown({ children }: { readonly children: ReactNode }): ReactNode {
  useEffect(() => {
    document.documentElement.dataset['shown'] = location.search;
  }, []);
  return children;
}

/** Calls `show` for the address, and again for every next one. */
export function onAddress(show: () => void): void {
  const showNext = (): void => {
    delete document.documentElement.dataset['asked'];
    const theme = readParam('theme');
    if (theme === null) delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    show();
  };
  addEventListener('popstate', showNext);
  showNext();
}
