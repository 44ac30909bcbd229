// The options page. Sections stand in a list, so that the index appears by itself once there is more than one.
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ManagedSetting, Settings } from '../../lib/settings/settings.ts';
import { PageLayout } from '../page/page-layout.tsx';
import type { IndexEntry } from '../page/page-layout.tsx';
import { useWords } from '../words-context.tsx';
import css from './options-view.module.css';
import { ReadinessSection } from './readiness-section.tsx';
import type { ReadinessPort } from './readiness-section.tsx';
import { ReminderSection } from './reminder-section.tsx';
import type { ReminderPort } from './reminder-section.tsx';
import { SettingsSection } from './settings-section.tsx';

export interface OptionsViewProps {
  readonly settings: Settings;
  /** Settings that the organisation decided: they cannot be changed here. */
  readonly managed: readonly ManagedSetting[];
  /** Rejects when the browser did not save. */
  readonly onChange: (patch: Partial<Settings>) => Promise<void>;
  /** Address of the page with the longer texts. */
  readonly explainUrl: string;
  readonly readiness: ReadinessPort;
  readonly reminder: ReminderPort;
}

export function OptionsView({
  settings,
  managed,
  onChange,
  explainUrl,
  readiness,
  reminder,
}: OptionsViewProps): ReactNode {
  const words = useWords();
  const [isUnsaved, setUnsaved] = useState(false);
  const change = (patch: Partial<Settings>): void => {
    onChange(patch).then(
      () => setUnsaved(false),
      () => setUnsaved(true),
    );
  };
  const sections: readonly (IndexEntry & { readonly content: ReactNode })[] = [
    {
      id: 'trials',
      name: words.text('trials_section'),
      level: 1,
      content: <ReminderSection {...reminder} />,
    },
    {
      id: 'https-needed',
      name: words.text('needs_section'),
      level: 1,
      content: <ReadinessSection {...readiness} />,
    },
    {
      id: 'settings',
      name: words.text('options_settings'),
      level: 1,
      content: (
        <SettingsSection settings={settings} managed={managed} onChange={change} explainUrl={explainUrl} />
      ),
    },
  ];
  return (
    <PageLayout
      title={words.text('options_title')}
      index={sections}
      onLanguage={(language) => change({ language })}
    >
      <p role="alert" className={css.unsaved}>
        {isUnsaved && words.text('options_not_saved')}
      </p>
      {sections.map(({ id, name, content }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id} className={css.heading}>
            {name}
          </h2>
          {content}
        </section>
      ))}
    </PageLayout>
  );
}
