// Something to be copied exactly: settings, code.
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import css from './code-block.module.css';
import { useWords } from './words-context.tsx';

interface CodeBlockProps {
  readonly text: string;
  /** What it is, for those who hear it. */
  readonly label: string;
  /** Rejects when the browser did not let the text into the clipboard. */
  readonly onCopy: (text: string) => Promise<void>;
}

export function CodeBlock({ text, label, onCopy }: CodeBlockProps): ReactNode {
  const words = useWords();
  const [outcome, setOutcome] = useState<'certificate_copied' | 'certificate_not_copied' | null>(null);
  const copy = (): void => {
    onCopy(text).then(
      () => setOutcome('certificate_copied'),
      () => setOutcome('certificate_not_copied'),
    );
  };
  return (
    <div className={css.block}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <pre className={css.code} tabIndex={0} aria-label={label}>
        <code>{text}</code>
      </pre>
      <div className={css.line}>
        <Button onClick={copy}>{words.text('fix_copy')}</Button>
        <output>{outcome !== null && words.text(outcome)}</output>
      </div>
    </div>
  );
}
