// The sites in a setting, each with a button that removes it.
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { CodeText } from '../ui/code-text.tsx';
import css from './site-list.module.css';

interface SiteListProps {
  readonly sites: readonly string[];
  /** Text of the buttons. */
  readonly action: string;
  /** Accessible name of the button of a site. */
  readonly labelOf: (site: string) => string;
  readonly onRemove: (site: string) => void;
}

export function SiteList({ sites, action, labelOf, onRemove }: SiteListProps): ReactNode {
  return (
    <ul className={css.sites}>
      {sites.map((site) => (
        <li key={site} className={css.site}>
          <span className={css.host}>
            <CodeText text={site} max={255} />
          </span>
          <Button label={labelOf(site)} onClick={() => onRemove(site)}>
            {action}
          </Button>
        </li>
      ))}
    </ul>
  );
}
