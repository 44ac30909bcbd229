// A block of code or settings that the user copies exactly.
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import css from './code-block.module.css';
import { OutcomeText, useOutcome } from './use-outcome.tsx';
import { useWords } from './words-context.tsx';

interface CodeBlockProps {
  readonly text: string;
  /** Accessible name. */
  readonly label: string;
}

export function CodeBlock({ text, label }: CodeBlockProps): ReactNode {
  const words = useWords();
  const { outcome, copy } = useOutcome();
  return (
    <div className={css.block}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <pre className={css.code} tabIndex={0} aria-label={label}>
        <code>{text}</code>
      </pre>
      <div className={css.line}>
        <Button onClick={() => copy(text)}>{words.text('fix_copy')}</Button>
        <OutcomeText outcome={outcome} />
      </div>
    </div>
  );
}
