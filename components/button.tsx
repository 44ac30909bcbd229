// A button that does something, and one that looks like a link because it leads somewhere.
import type { ReactNode } from 'react';
import css from './button.module.css';

interface ButtonProps {
  readonly children: ReactNode;
  /** Missing where the form that it submits does the work. */
  readonly onClick?: () => void;
  readonly type?: 'button' | 'submit';
  readonly look?: 'plain' | 'primary' | 'link';
  /** Accessible name when the visible text alone does not say enough; it must begin with that text (WCAG 2.5.3). */
  readonly label?: string;
}

export function Button({
  children,
  onClick,
  type = 'button',
  look = 'plain',
  label,
}: ButtonProps): ReactNode {
  return (
    // oxlint-disable-next-line react/button-has-type -- it is one of two, and never missing
    <button type={type} className={`${css.button} ${css[look]}`} onClick={onClick} aria-label={label}>
      {children}
    </button>
  );
}
