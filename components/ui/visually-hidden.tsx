// Text for screen reader users: what sighted users see in a shape or a position.
import type { ReactNode } from 'react';
import css from './visually-hidden.module.css';

export function VisuallyHidden({ children }: { readonly children: ReactNode }): ReactNode {
  return <span className={css.hidden}>{children}</span>;
}
