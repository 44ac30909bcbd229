// A button that copies and says beside itself whether that worked.
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import css from './copy-button.module.css';
import { useWords } from './words-context.tsx';

interface CopyButtonProps {
  readonly children: ReactNode;
  /** Made when the button is pressed. */
  readonly text: () => string;
  /** Rejects when the browser did not let the text into the clipboard. */
  readonly onCopy: (text: string) => Promise<void>;
  /** As in Button. */
  readonly label?: string;
}

export function CopyButton({ children, text, onCopy, label }: CopyButtonProps): ReactNode {
  const words = useWords();
  const [outcome, setOutcome] = useState<'copy_done' | 'copy_failed' | null>(null);
  const copy = (): void => {
    onCopy(text()).then(
      () => setOutcome('copy_done'),
      () => setOutcome('copy_failed'),
    );
  };
  return (
    <span className={css.copy}>
      <Button onClick={copy} {...(label === undefined ? {} : { label })}>
        {children}
      </Button>
      <output className={css.outcome}>{outcome !== null && words.text(outcome)}</output>
    </span>
  );
}
