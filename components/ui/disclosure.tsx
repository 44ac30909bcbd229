// A button that expands content directly below itself. Closed content is not rendered, so it costs no time.
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import css from './disclosure.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

interface DisclosureProps {
  /** What the button shows. */
  readonly summary: ReactNode;
  /** Names the entry that the button belongs to, for screen reader users. */
  readonly about?: string;
  /** Rendered only while the disclosure is open. */
  readonly children: () => ReactNode;
  readonly look: 'row' | 'inline' | 'tool';
  readonly isOpenAtFirst?: boolean;
}

export function Disclosure({
  summary,
  about,
  children,
  look,
  isOpenAtFirst = false,
}: DisclosureProps): ReactNode {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const panelId = useId();
  return (
    <>
      <button
        type="button"
        className={`${css.button} ${css[look]}`}
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {summary}
        {about !== undefined && <VisuallyHidden>: {about}</VisuallyHidden>}
        <svg className={css.chevron} viewBox="0 0 12 12" aria-hidden="true">
          <path d="M4 2.5 7.5 6 4 9.5" />
        </svg>
      </button>
      {isOpen && (
        <div id={panelId} className={css[`${look}-panel`]}>
          {children()}
        </div>
      )}
    </>
  );
}
