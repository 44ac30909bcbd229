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
  readonly label?: string | undefined;
  /** Does nothing now, but keeps its place and the focus. */
  readonly isOff?: boolean;
  /** For a button that stays pressed. */
  readonly isPressed?: boolean;
}

export function Button({
  children,
  onClick,
  type = 'button',
  look = 'plain',
  label,
  isOff = false,
  isPressed,
}: ButtonProps): ReactNode {
  return (
    <button
      // oxlint-disable-next-line react/button-has-type -- it is one of two, and never missing
      type={type}
      className={look === 'plain' ? css.button : `${css.button} ${css[look]}`}
      onClick={(event) => {
        if (isOff) event.preventDefault();
        else onClick?.();
      }}
      aria-label={label}
      aria-disabled={isOff || undefined}
      aria-pressed={isPressed}
    >
      {children}
    </button>
  );
}
