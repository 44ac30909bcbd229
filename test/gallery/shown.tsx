// Runs a gallery page: renders the state in the address, now and after every change of the address, and reports when it is rendered.
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import './gallery.css';
import { readParam } from './params.ts';

/** The view for one address. Every address gets a new view, with nothing unfolded; `data-shown` contains the address once it is rendered. */
export function Shown({ children }: { readonly children: ReactNode }): ReactNode {
  useEffect(() => {
    document.documentElement.dataset['shown'] = location.search;
  }, []);
  return children;
}

/** Calls `show` for the address, and again after every change of it. */
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
