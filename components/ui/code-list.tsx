// Lines to copy: a read-only field, which a keyboard can scroll and select, and a copy button.
import type { ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';
import css from './code-list.module.css';

interface CodeListProps {
  /** Accessible name of the field. */
  readonly label: string;
  readonly lines: readonly string[];
  /** Text of the button. */
  readonly copy: string;
}

/** Number of lines shown without scrolling. */
const MAX_ROWS = 8;

export function CodeList({ label, lines, copy }: CodeListProps): ReactNode {
  return (
    <div className={css.list}>
      <textarea
        readOnly
        wrap="off"
        rows={Math.min(lines.length, MAX_ROWS)}
        className={css.lines}
        aria-label={label}
        value={lines.join('\n')}
      />
      <CopyButton text={() => `${lines.join('\n')}\n`}>{copy}</CopyButton>
    </div>
  );
}
