// Lines to take elsewhere: a field that cannot be changed, so that it can be scrolled and selected by keyboard, and a button that copies.
import type { ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';
import css from './code-list.module.css';

interface CodeListProps {
  /** Accessible name of the field. */
  readonly label: string;
  readonly lines: readonly string[];
  /** What the button says. */
  readonly copy: string;
}

/** Lines that are shown without scrolling. */
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
