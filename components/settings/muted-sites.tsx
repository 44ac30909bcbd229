// The sites where the notice is off, each with a button that turns it on again.
import { useId } from 'react';
import type { ReactNode } from 'react';
import { SETTING_CARDS } from '../../lib/settings/setting-cards.ts';
import { useWords } from '../ui/words-context.tsx';
import css from './muted-sites.module.css';
import { SiteList } from './site-list.tsx';

interface MutedSitesProps {
  readonly sites: readonly string[];
  readonly onRemove: (host: string) => void;
}

export function MutedSites({ sites, onRemove }: MutedSitesProps): ReactNode {
  const words = useWords();
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className={css.muted}>
      <h3 id={headingId}>{words.text(SETTING_CARDS.mutedSites.words)}</h3>
      {sites.length === 0 ? (
        <p className={css.none}>{words.text('options_muted_none')}</p>
      ) : (
        <SiteList
          sites={sites}
          action={words.text('options_unmute')}
          labelOf={(host) => words.text('options_unmute_site', host)}
          onRemove={onRemove}
        />
      )}
    </section>
  );
}
