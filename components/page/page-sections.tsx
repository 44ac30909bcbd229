// The sections of a whole page. A room gives its section as data; the page decides their order.
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import css from './page-sections.module.css';

export interface PageSection {
  /** The section's anchor. */
  readonly id: string;
  readonly name: string;
  readonly content: ReactNode;
}

interface PageSectionsProps {
  readonly sections: readonly PageSection[];
  /** The section to scroll to. The browser cannot do it, because the text is rendered after the page has loaded. */
  readonly target: string | null;
}

export function PageSections({ sections, target }: PageSectionsProps): ReactNode {
  useEffect(() => {
    if (target === null) return;
    const heading = document.getElementById(target);
    // The focus moves too, so that a screen reader starts reading here.
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView();
  }, [target]);
  return sections.map(({ id, name, content }) => (
    <section key={id} aria-labelledby={id} className={css.section}>
      <h2 id={id} tabIndex={-1} className={css.heading}>
        {name}
      </h2>
      {content}
    </section>
  ));
}
