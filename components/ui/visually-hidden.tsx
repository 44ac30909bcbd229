// Text for those who hear the page: what sighted people read from a shape or a place.
import type { ReactNode } from 'react';
import css from './visually-hidden.module.css';

export function VisuallyHidden({ children }: { readonly children: ReactNode }): ReactNode {
  return <span className={css.hidden}>{children}</span>;
}
