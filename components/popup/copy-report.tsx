// Copies the report as Markdown, and reports whether that worked. When the browser refuses, the text is shown so that the user can copy it.
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import type { Outcome } from '../ui/use-outcome.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './copy-report.module.css';

interface CopyReportProps {
  readonly outcome: Outcome | null;
  readonly onCopy: () => void;
}

/** The button. The outcome is a property, because the menu copies too. */
export function CopyReport({ outcome, onCopy }: CopyReportProps): ReactNode {
  const words = useWords();
  return (
    <>
      <Button onClick={onCopy}>{words.text('popup_copy')}</Button>
      <output className={css.status}>{outcome?.kind === 'copied' && words.text('popup_copied')}</output>
    </>
  );
}

/** The text of the report, shown after copying failed. */
export function FailedCopy({ text }: { readonly text: string }): ReactNode {
  const words = useWords();
  const area = useRef<HTMLTextAreaElement>(null);
  // The text is selected, so that one keystroke copies it.
  useEffect(() => area.current?.select(), []);
  return (
    <div className={css.failed}>
      <p role="alert">{words.text('popup_copy_failed')}</p>
      <textarea
        readOnly
        rows={6}
        className={css.text}
        aria-label={words.text('popup_report')}
        value={text}
        ref={area}
      />
    </div>
  );
}
