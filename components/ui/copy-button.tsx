// A copy button that shows beside itself whether copying worked.
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import css from './copy-button.module.css';
import { OutcomeText, useOutcome } from './use-outcome.tsx';

interface CopyButtonProps {
  readonly children: ReactNode;
  /** Creates the text when the button is pressed. */
  readonly text: () => string;
  /** As in Button. */
  readonly label?: string;
}

export function CopyButton({ children, text, label }: CopyButtonProps): ReactNode {
  const { outcome, copy } = useOutcome();
  return (
    <span className={css.copy}>
      <Button onClick={() => copy(text())} label={label}>
        {children}
      </Button>
      <OutcomeText outcome={outcome} className={css.outcome} />
    </span>
  );
}
