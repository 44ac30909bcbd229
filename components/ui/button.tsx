// A button for an action, and a button with the appearance of a link, which opens something.
import type { ReactNode } from 'react';
import css from './button.module.css';

interface ButtonProps {
  readonly children: ReactNode;
  /** Not needed when the button submits a form. */
  readonly onClick?: () => void;
  readonly type?: 'button' | 'submit';
  readonly look?: 'plain' | 'primary' | 'link';
  /** Accessible name where the visible text alone is ambiguous; it must begin with that text (WCAG 2.5.3). */
  readonly label?: string | undefined;
  /** The button does nothing at present, but keeps its place and the focus. */
  readonly isOff?: boolean;
  /** The state of a toggle button. */
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
      // oxlint-disable-next-line react/button-has-type -- the type is one of two values, and never missing
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
