// The owner's sites: whenever one of their pages is opened, it is deep checked.
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { parseTypedHost, toHostname } from '../../lib/address/host.ts';
import { SETTING_CARDS } from '../../lib/settings/setting-cards.ts';
import { MAX_DEEP_SITES } from '../../lib/settings/settings.ts';
import { Button } from '../ui/button.tsx';
import { HostInput } from '../ui/host-input.tsx';
import { useDraft } from '../ui/drafts-context.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './address-field.module.css';
import section from './settings-section.module.css';
import { SiteList } from './site-list.tsx';

interface DeepSitesProps {
  readonly sites: readonly string[];
  readonly onAdd: (site: string) => void;
  readonly onRemove: (site: string) => void;
}

export function DeepSites({ sites, onAdd, onRemove }: DeepSitesProps): ReactNode {
  const words = useWords();
  const [text, setText] = useDraft('deep-site', '');
  const [isRefused, setRefused] = useState(false);
  const id = useId();

  const add = (): void => {
    const host = parseTypedHost(text);
    const site = host === null ? null : toHostname(host);
    setRefused(site === null || sites.length >= MAX_DEEP_SITES);
    if (site === null || sites.length >= MAX_DEEP_SITES) return;
    setText('');
    onAdd(site);
  };

  return (
    <form
      className={section.card}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label htmlFor={id} className={section.legend}>
        {words.text(SETTING_CARDS.deepSites.words)}
      </label>
      <p id={`${id}-help`} className={css.soft}>
        {words.text('options_deep_sites_help')}
      </p>
      <div className={css.entry}>
        <HostInput
          id={id}
          className={css.input}
          text={text}
          onText={setText}
          isWrong={isRefused}
          describedBy={isRefused ? `${id}-help ${id}-refused` : `${id}-help`}
        />
        <Button type="submit">{words.text('options_deep_sites_add')}</Button>
      </div>
      <p id={`${id}-refused`} role="alert" className={css.error}>
        {isRefused && words.text('options_deep_sites_refused')}
      </p>
      {sites.length > 0 && (
        <SiteList
          sites={sites}
          action={words.text('options_deep_sites_remove')}
          labelOf={(site) => words.text('options_deep_sites_remove_site', site)}
          onRemove={onRemove}
        />
      )}
    </form>
  );
}
